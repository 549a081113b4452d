import { expect, test } from 'vitest';
import { FileMemory } from '../../client/src/connection/file-cache';

const uri = 'vscode-vfs://github/example/mentoring/project_ideas.md';
const stamp = { mtime: 1_700_000_000_000, size: 7 };

/** A store in memory that begins with a text. */
function storeWith(text: string | null) {
  const store = {
    text,
    read: async () => store.text,
    write: async (next: string) => {
      store.text = next;
    },
  };
  return store;
}

test('what was fetched is kept from run to run, as long as its time and size stay', async () => {
  const store = storeWith(null);
  const memory = new FileMemory(store);
  expect(await memory.get(uri, stamp)).toBeNull();
  await memory.put(uri, stamp, '# Ideas');
  await memory.save();
  const next = new FileMemory(store);
  expect(await next.get(uri, stamp)).toBe('# Ideas');
  expect(await next.get(uri, { ...stamp, mtime: stamp.mtime + 1 })).toBeNull();
  expect(await next.get(uri, { ...stamp, size: 8 })).toBeNull();
});

test('a file without a time is fetched each time', async () => {
  const memory = new FileMemory(storeWith(null));
  await memory.put(uri, { mtime: 0, size: 7 }, '# Ideas');
  await memory.save();
  expect(await memory.get(uri, { mtime: 0, size: 7 })).toBeNull();
});

test('the longest unused go when there is no more room', async () => {
  const store = storeWith(null);
  const memory = new FileMemory(store, 25);
  for (const name of ['a', 'b', 'c']) await memory.put(name, stamp, '0123456789');
  await memory.get('a', stamp);
  await memory.save();
  const next = new FileMemory(store);
  expect(await Promise.all(['a', 'b', 'c'].map(async (name) => (await next.get(name, stamp)) !== null))).toEqual([
    true,
    false,
    true,
  ]);
});

test('when somebody signs out nothing is left, here or in the store, and what comes late is not kept', async () => {
  const store = storeWith(null);
  const memory = new FileMemory(store);
  await memory.put('a', stamp, 'secret');
  await memory.save();
  expect(store.text).toContain('secret');
  const { era } = memory;
  const putting = memory.put('b', stamp, 'secret');
  const saving = memory.save();
  await memory.forget();
  await Promise.all([putting, saving]);
  await memory.put('c', stamp, 'secret', era);
  expect(await Promise.all(['a', 'b', 'c'].map((name) => memory.get(name, stamp)))).toEqual([null, null, null]);
  await memory.save();
  expect(store.text).not.toContain('secret');
  await memory.put('a', stamp, 'public');
  expect(await memory.get('a', stamp)).toBe('public');
  memory.dispose();
});

test('what a slow store still has to tell is not written again after it was forgotten', async () => {
  const store = storeWith(null);
  const before = new FileMemory(store);
  await before.put('a', stamp, 'secret');
  await before.save();
  let tell = () => {};
  const told = new Promise<void>((resolve) => {
    tell = resolve;
  });
  const { text } = store;
  const memory = new FileMemory({ read: () => told.then(() => text), write: store.write });
  const saving = memory.save();
  await memory.forget();
  tell();
  await saving;
  expect(store.text).not.toContain('secret');
});

test.each([
  '',
  '{',
  'null',
  '7',
  '{"version":2,"files":[]}',
  '{"version":1,"files":[["a",{"mtime":"x"}]]}',
  '{"version":1,"files":{}}',
])('%j is no memory of ours and counts for nothing', async (text) => {
  const memory = new FileMemory(storeWith(text));
  expect(await memory.get('a', stamp)).toBeNull();
  await memory.put('a', stamp, 'new');
  expect(await memory.get('a', stamp)).toBe('new');
  memory.dispose();
});
