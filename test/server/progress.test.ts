import { expect, test } from 'vitest';
import { draftsUri, Editor } from './client';
import { HandClock } from './hand-clock';
import { complete } from './texts';

const files = ['a', 'b', 'c', 'd'].map((name) => `file:///workspace/${name}/project_ideas.md`);

/** A server that reads a workspace of four files, and waits in each until the test goes on. */
async function readingSlowly(progress: boolean) {
  const clock = new HandClock();
  const waiting: (() => void)[] = [];
  let heard = () => {};
  const started = new Promise<void>((resolve) => {
    heard = resolve;
  });
  const editor = await Editor.start({
    clock,
    capabilities: { window: { workDoneProgress: progress }, textDocument: { diagnostic: {} } },
    files: {
      list: async () => files.map((uri) => ({ uri, path: uri.slice('file:///workspace/'.length) })),
      read: async (uri) => {
        if (!uri.endsWith('.md')) return { is: 'binary' };
        await new Promise<void>((resolve) => {
          waiting.push(resolve);
          if (waiting.length === files.length) heard();
        });
        return { is: 'text', text: '# Nothing\n' };
      },
    },
  });
  const shown: object[] = [];
  let begin = () => {};
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  editor.connection.onRequest('window/workDoneProgress/create', () => null);
  editor.connection.onNotification('$/progress', ({ value }: { value: object }) => {
    shown.push(value);
    begin();
  });
  const read = editor.logged(/^Read \d+ proposals files/);
  await editor.open(complete, draftsUri);
  await started;
  return { editor, clock, shown, begun, read, goOn: () => waiting.shift()?.() };
}

test('reading that takes longer than half a second is shown, with a way to call it off', async () => {
  const { editor, clock, shown, begun, read, goOn } = await readingSlowly(true);
  goOn();
  clock.advance(499);
  await editor.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri: draftsUri } });
  expect(shown).toEqual([]);
  clock.advance(1);
  await begun;
  expect(shown[0]).toEqual({ kind: 'begin', title: 'Reading proposals…', percentage: 0, cancellable: true });
  for (const _ of files) goOn();
  await read;
  expect(shown).toContainEqual({ kind: 'report', percentage: 50, message: '2/4' });
  expect(shown.at(-1)).toEqual({ kind: 'end' });
});

test('a client that shows no progress hears of none', async () => {
  const { clock, shown, read, goOn } = await readingSlowly(false);
  clock.advance(10_000);
  for (const _ of files) goOn();
  await read;
  expect(shown).toEqual([]);
});
