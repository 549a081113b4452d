/** Entries of list pages in the view: the issues that say their proposals. */
import { expect, test } from 'vitest';
import { both, outline, viewOf } from './outline-of';

const shown = (files: Readonly<Record<string, string>>) =>
  outline(viewOf(files), ({ label, is, isEntry, url }) =>
    is === 'proposal' ? `${label}${isEntry ? ' (entry)' : ''} ${url}` : label,
  );

test.each([
  ['an address', (number: number) => `https://github.com/example/store/issues/${number}`],
  ['a short name', (number: number) => `example/store#${number}`],
])('an entry with %s of an issue leads to it', (_, name) => {
  const items = ['Faster queries', 'Smaller index', 'Better names'].map((title, i) =>
    name(i).startsWith('https') ? `- [${title}](${name(i + 1)})\n` : `1. ${title} (${name(i + 1)})\n`,
  );
  const text = shown({ 'ideas/2026.md': `# Mentorship ideas\n\n${items.join('')}` });
  expect(text).toContain('Faster queries (entry) https://github.com/example/store/issues/1\n');
  expect(text).toContain('Better names (entry) https://github.com/example/store/issues/3\n');
});

test('an entry that is a file leads to no issue, and a proposal is no entry', () => {
  const items = ['A first idea', 'A second idea', 'A third idea'].map(
    (title, i) => `- [${title}](2026/idea-${i}.md)\n`,
  );
  expect(shown({ 'ideas/2026.md': `# Mentorship ideas\n\n${items.join('')}` })).toContain('A first idea null\n');
  expect(shown(both)).toContain('Copy less https://github.com/goharbor/harbor/issues/3\n');
  expect(shown(both)).not.toContain('(entry)');
});
