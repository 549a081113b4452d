import { expect, test } from 'vitest';
import { type DraftKey, FiledIssues, pageOf } from '../../client/src/submission/filed-issues';

const draft: DraftKey = { uri: 'file:///drafts.md', project: 'Jaeger', name: 'Explain slow queries' };
const filed = { ...draft, repository: 'cncf/mentoring', number: 7 };

/** A memory of VS Code's, with what is stored. */
function memory(stored: unknown = undefined) {
  const values = new Map<string, unknown>([['submission.filed', stored]]);
  return {
    values,
    keys: () => [...values.keys()],
    get: <T>(key: string) => values.get(key) as T,
    update: async (key: string, value: unknown) => {
      values.set(key, JSON.parse(JSON.stringify(value)));
    },
  };
}

async function rememberedBy(...issues: readonly (typeof filed)[]) {
  const storage = memory();
  const remembered = new FiledIssues(storage);
  for (const issue of issues) await remembered.remember(issue);
  // The next window knows it.
  return { storage, found: (key: DraftKey, text = '') => new FiledIssues(storage).find(key, text) };
}

test('a draft remembers its issue, whatever becomes of its text', async () => {
  const { found } = await rememberedBy(filed);
  expect(found(draft, '#### Explain slow queries\n\nOther text')).toEqual(filed);
  expect(found({ ...draft, name: 'explain  `slow` queries.' })).toEqual(filed);
  expect(pageOf(filed)).toBe('https://github.com/cncf/mentoring/issues/7');
});

test('another document, project or proposal has none', async () => {
  const { found } = await rememberedBy(filed);
  expect(found({ ...draft, uri: 'file:///other.md' })).toBeNull();
  expect(found({ ...draft, project: 'Harbor' })).toBeNull();
  expect(found({ ...draft, name: 'Sample traces' })).toBeNull();
});

test('a title that was edited is recognized as long as the old one is not in the document', async () => {
  const { found } = await rememberedBy(filed);
  const edited = { ...draft, name: 'Explain slow queries faster' };
  expect(found(edited, '#### Explain slow queries faster\n\nExplain slow queries')).toEqual(filed);
  expect(found(edited, '#### Explain slow queries faster\n\n#### Explain slow queries')).toBeNull();
});

test('which of two was edited nobody can tell', async () => {
  const { found } = await rememberedBy(filed, { ...filed, name: 'Explain slow writes', number: 8 });
  expect(found({ ...draft, name: 'Explain slow' }, '#### Explain slow')).toBeNull();
});

test('the last of several issues counts, and at most 200 are kept', async () => {
  const many = Array.from({ length: 210 }, (_, i) => ({ ...filed, number: i + 1 }));
  const { storage, found } = await rememberedBy(...many);
  expect(found(draft)?.number).toBe(210);
  expect(storage.values.get('submission.filed')).toHaveLength(200);
});

test('an issue that is gone is forgotten, and whether there are any is told', async () => {
  const told: boolean[] = [];
  const remembered = new FiledIssues(memory(), (isAny) => told.push(isAny));
  await remembered.remember(filed);
  await remembered.forget(filed);
  expect(remembered.find(draft, '')).toBeNull();
  expect(told).toEqual([false, true, false]);
});

test.each<unknown>([
  null,
  'text',
  { 0: filed },
  [null, 7, {}, { ...filed, number: '7' }, { ...filed, number: -1 }, { ...filed, repository: 'a/b/../c' }],
])('what is stored as %j counts for nothing', (stored) => {
  expect(new FiledIssues(memory(stored)).find(draft, '')).toBeNull();
});
