import { describe, expect, test } from 'vitest';
import { bundledForm } from '../../server/src/core/facts/proposal-form';
import { draftAgain, openTerm } from '../../server/src/core/features/new-proposal/again';
import { issueIn } from '../../server/src/core/features/new-proposal/issue-reference';
import { readDocument } from '../../server/src/core/model/document';
import { realFiles } from './real-files';

function again(text: string, path: string): string {
  const [proposal] = readDocument(text, path).proposals;
  if (!proposal) throw new Error('the text has no proposal');
  return draftAgain(proposal, bundledForm);
}

test('an accepted row becomes a draft for the open term', () => {
  const row = `### Jaeger

#### Faster queries

CNCF - Jaeger: Faster queries (2026 Term 3)

- Description:

  > ## Description
  >
  > They are slow.
  >
  > ## Expected outcomes
  >
  > - They are fast.
- Recommended Skills: Go
- Technologies: Go, Kubernetes
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)
- Upstream Issue: https://github.com/jaegertracing/jaeger/issues/1
- LFX URL: https://mentorship.lfx.linuxfoundation.org/project/01234567-89ab-cdef-0123-456789abcdef
`;
  expect(again(row, 'programs/lfx-mentorship/2026/03-Sep-Nov/README.md')).toBe(`# 2026 Term 3 (Sep-Nov)

### Jaeger

#### Faster queries

- Description: They are slow.
- Expected Outcome:
  - They are fast.
- Recommended Skills: Go
- Technologies: Go, Kubernetes
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)
- Upstream Issue: https://github.com/jaegertracing/jaeger/issues/1
`);
});

test('a heading at the beginning of a description does not begin a proposal', () => {
  const text = again(
    '# WasmEdge\n\u000b##### Why\nRecommendSkills',
    'programs/lfx-mentorship/2025/01-Mar-May/README.md',
  );
  expect(readDocument(text, 'Untitled-1').proposals.map(({ body }) => body.title.text)).toEqual(['WasmEdge']);
  expect(text).toContain('##### Why');
});

test('an old draft keeps its people and its own labels', () => {
  const old = `### [Jaeger](https://example.org)

#### Faster *queries* (2024 Term 1)

- Description: They are slow.
- Expected Outcome: Fast
- Recommended Skills:
  - Go
  - SQL
- Difficulty: hard
- Mentee: somebody
- Mentors:
  - Ada Example (@ada-example) - primary
  - bo@example.org
- Custom Prerequisite: Essay

  Half a page.
- Upstream Issue: [#1](https://github.com/jaegertracing/jaeger/issues/1), TBD
`;
  const text = again(old, 'programs/lfx-mentorship/2024/01-Mar-May/project_ideas.md');
  expect(text).toContain(
    '### Jaeger\n\n#### Faster queries\n\n- Description: They are slow.\n- Expected Outcome: Fast\n',
  );
  expect(text).toContain(
    '- Recommended Skills: Go, SQL\n- Technologies:\n- Mentor(s):\n  - Ada Example (@ada-example) - primary\n  - bo@example.org\n',
  );
  expect(text).toContain('- Upstream Issue: https://github.com/jaegertracing/jaeger/issues/1\n');
  expect(text).toContain('- Custom Prerequisite: Essay\n\n  Half a page.\n');
  expect(text).toContain('- Difficulty: hard');
  expect(text).not.toContain('somebody');
});

test('without a term the draft has none', () => {
  expect(openTerm({ ...bundledForm, fields: [] })).toBeNull();
  const fields = bundledForm.fields.map((field) =>
    field.id === 'term' ? { ...field, options: ['2026 Term 3 (Sep-Nov)', 'later', '2027 Term 1 (Mar-May)'] } : field,
  );
  expect(openTerm({ ...bundledForm, fields })).toBe('2027 Term 1 (Mar-May)');
});

const files = realFiles();
test.skipIf(files.length === 0)('every real proposal becomes one draft', { tags: 'slow', timeout: 120_000 }, () => {
  for (const { path, text } of files) {
    for (const proposal of readDocument(text, path).proposals) {
      const draft = draftAgain(proposal, bundledForm);
      const { kind, proposals } = readDocument(draft, 'Untitled-1');
      expect([kind, proposals.length], draft).toEqual(['proposed', 1]);
      expect(proposals[0]?.body.mentors.length, draft).toBe(proposal.body.mentors.length);
    }
  }
});

describe('an issue is named by', () => {
  test.each([
    ['12', 'cncf/mentoring#12'],
    ['#12 ', 'cncf/mentoring#12'],
    ['example/mentoring#7', 'example/mentoring#7'],
    ['https://github.com/cncf/mentoring/issues/12#issuecomment-1', 'cncf/mentoring#12'],
    ['github.com/cncf/mentoring/issues/12?x=y', 'cncf/mentoring#12'],
  ])('%s', (text, name) => {
    const issue = issueIn(text);
    expect(issue && `${issue.owner}/${issue.repo}#${issue.number}`).toBe(name);
  });

  test.each([
    '',
    '0',
    'a',
    'a/b',
    '../..#1',
    'https://example.org/a/b/issues/1',
    'https://github.com/a/b/pull/1',
    'https://github.com.example.org/a/b/issues/1',
  ])('nothing in %j', (text) => expect(issueIn(text)).toBeNull());
});
