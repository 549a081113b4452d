/** The upstream issues that a person means, by where the caret is and by what is in work. */
import { describe, expect, test } from 'vitest';
import { issueStateOf, issuesAt, issuesInWork } from '../../server/src/core/features/navigation/issues-at';
import type { IssueAnswer } from '../../server/src/core/known/known';
import { read } from './marks';
import { issueIs, knownFrom } from './rules/known-from';

function meant(source: string, answers: Readonly<Record<string, IssueAnswer>> = {}) {
  const { document, caret } = read(source);
  return issuesAt(document, caret, knownFrom({}, answers));
}

const proposal = (description: string, upstream: string) => `
  ### Jaeger

  #### Faster queries

  - Description: ${description}
  - Mentor(s): Ada Example (@ada-example, ada@example.org)
  - Upstream Issue: ${upstream}
`;

describe('the issues meant at a caret', () => {
  const one = 'https://github.com/example/example/issues/1';
  const other = 'github.com/example/example/issues/2';

  test('in prose are all that the proposal names upstream, each once', () => {
    expect(meant(proposal('Slow$0.', `${one}, ${other}, ${one.replace('example/e', 'Example/e')}`))).toEqual([
      { name: 'Example/example#1', url: one.replace('example/e', 'Example/e'), title: null, state: null },
      { name: 'example/example#2', url: `https://${other}`, title: null, state: null },
    ]);
  });

  test('on a link is that issue alone, in the field or in prose', () => {
    expect(meant(proposal('Slow.', `${one.replace('github', 'git$0hub')}, ${other}`)).map(({ name }) => name)).toEqual([
      'example/example#1',
    ]);
    const prose = 'See https://github.com/example/docs/issues/7$0.';
    expect(meant(proposal(prose, one)).map(({ name }) => name)).toEqual(['example/docs#7']);
  });

  test('has the title, the state and the address of today where they are known', () => {
    const url = 'https://github.com/example/moved/issues/9';
    const answer = issueIs({ url, title: 'Slow queries', state: 'closed' });
    expect(meant(proposal('Slow.', `${one}$0`), { 'example/example#1': answer })).toMatchObject([
      { name: 'example/example#1', url, title: 'Slow queries' },
    ]);
  });

  test('are none where neither a link nor a proposal is', () => {
    expect(meant('# Ideas$0\n\n### Jaeger\n')).toEqual([]);
    expect(meant(proposal('Slow$0.', 'https://github.com/example/example'))).toEqual([]);
  });
});

test('issues in work are those of the file in front and of terms that are not over, each once', () => {
  const text = (...numbers: number[]) =>
    numbers
      .map((n) => `### Jaeger\n\n#### Idea ${n}\n\n- Upstream Issue: https://github.com/example/example/issues/${n}\n`)
      .join('\n');
  const files = knownFrom({
    'programs/lfx-mentorship/2024/01-Mar-May/project_ideas.md': text(1, 2),
    'programs/lfx-mentorship/2026/01-Mar-May/project_ideas.md': text(2, 3),
  }).files();
  const numbers = (front: string | null) =>
    issuesInWork(front, files, Date.UTC(2026, 0, 15)).map(({ number }) => number);
  expect(numbers(null)).toEqual([2, 3]);
  expect(numbers('file:///programs/lfx-mentorship/2024/01-Mar-May/project_ideas.md')).toEqual([1, 2, 3]);
});

test('an issue is open, closed, moved, missing or unknown', () => {
  const key = { owner: 'example', repo: 'example', number: 1 };
  expect(issueStateOf(key, issueIs({}))).toBe('open');
  expect(issueStateOf(key, issueIs({ state: 'closed' }))).toBe('closed');
  expect(issueStateOf(key, issueIs({ repo: 'other' }))).toBe('moved');
  expect(issueStateOf(key, { is: 'missing', certain: true, asOf: 0 })).toBe('missing');
  expect(issueStateOf(key, { is: 'unknown', why: null })).toBe('unknown');
});
