import { expect, test } from 'vitest';
import { gradeOf, searchable, wordsOf } from '../../server/src/core/features/symbols/fuzzy';
import { WorkspaceSymbols } from '../../server/src/core/features/symbols/workspace-symbols';
import { knownFrom } from './rules/known-from';

const proposal = (project: string, title: string, ...mentors: string[]) =>
  `### ${project}\n#### ${title}\n- Description: d\n- Mentor(s):\n${mentors.map((mentor) => `  - ${mentor}\n`).join('')}`;

const ada = 'Ada Example (@ada-example, ada@example.org)';
const files = {
  'programs/lfx-mentorship/2024/03-Sep-Nov/README.md': proposal('Jaeger', 'Faster queries', ada),
  'programs/lfx-mentorship/2025/01-Mar-May/project_ideas.md': proposal(
    'Harbor',
    'Copy [faster](https://example.org)',
    ada,
  ),
  'programs/lfx-mentorship/2025/01-Mar-May/README.md': proposal(
    'Harbor',
    'Clean up',
    'José Muster (@jose)',
    'bo@example.org',
  ),
};

function found(query: string, known = knownFrom(files)): string[] {
  return new WorkspaceSymbols()
    .matching(query, known)
    .map(({ kind, name, container }) => `${kind} ${name} | ${container}`);
}

test('mentors, projects and proposals are found by name, those of the newer term first', () => {
  expect(found('faster')).toEqual([
    'proposal Faster queries | Jaeger · 2024 Term 3 (Sep-Nov)',
    'proposal Copy faster | Harbor · 2025 Term 1 (Mar-May) drafts',
  ]);
  expect(found('ada')).toEqual(['mentor Ada Example (@ada-example) | Harbor · 2025 Term 1 (Mar-May) drafts']);
  expect(found('harb')).toEqual([
    'project Harbor | 2025 Term 1 (Mar-May)',
    'project Harbor | 2025 Term 1 (Mar-May) drafts',
  ]);
});

test('a person is found by handle and without accents, and is called as far as anything is known', () => {
  expect(found('@jos')).toEqual(['mentor José Muster (@jose) | Harbor · 2025 Term 1 (Mar-May)']);
  expect(found('JOSE MUS')).toEqual(['mentor José Muster (@jose) | Harbor · 2025 Term 1 (Mar-May)']);
  expect(found('bo@')).toEqual(['mentor bo@example.org | Harbor · 2025 Term 1 (Mar-May)']);
});

test('words behind the first may stand in the project or the term', () => {
  expect(found('fast jaeger')).toEqual(['proposal Faster queries | Jaeger · 2024 Term 3 (Sep-Nov)']);
  expect(found('harbor drafts')).toEqual(['project Harbor | 2025 Term 1 (Mar-May) drafts']);
  expect(found('faster nowhere')).toEqual([]);
});

test('without a word everything is found, and never more than 200', () => {
  expect(found('').length).toBe(9);
  const many = Array.from({ length: 300 }, (_, i) => `#### Title ${i}\n- Mentor(s): ${ada}\n`).join('');
  expect(found('title', knownFrom({ 'summerofcode/2025.md': `### Jaeger\n${many}` })).length).toBe(200);
});

test('letters in a row count more than scattered ones', () => {
  const grade = (query: string, name: string) => gradeOf(wordsOf(query), searchable(name), '');
  const names = ['query', 'query the store', 'Faster query', 'Requery', 'quickly every'];
  expect(names.map((name) => grade('query', name))).toEqual([4, 3, 2, 1, 0]);
  expect(grade('query', 'yreuq')).toBe(-1);
  expect(grade('fst qry', 'Faster query')).toBe(0);
});
