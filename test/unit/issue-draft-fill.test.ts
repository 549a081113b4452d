/** What an empty proposal takes over from its upstream issue. */
import { describe, expect, test } from 'vitest';
import { isHardlyBegun } from '../../server/src/core/features/issue-draft/fill';
import { fill, issue, issueAddress, proposalIn } from './issue-draft';
import { dedent } from './marks';

const body = `### Description

Queries read every block twice, see #12.

Then they wait.

### Expected Outcome

- A merged change
- Benchmarks

### Skills

- Go
- SQL

### Mentors

Ada Example, @ada-example

### Budget

Ours.
`;

const begun = `
  ### Jaeger

  #### Faster queries$0

  - Description:
  - Expected Outcome:
  - Recommended Skills:
  - Mentor(s):
  - Upstream Issue: ${issueAddress}
`;

describe('a proposal that is filled in from its issue', () => {
  test('has what the issue says in the form of its file, and what no field holds stands beside it', () => {
    const { text, labels, kept, rest } = fill(begun, issue(body));
    expect(text).toBe(`### Jaeger

#### Faster queries

- Description: Queries read every block twice, see example/store#12.

  Then they wait.
- Expected Outcome:
  - A merged change
  - Benchmarks
- Recommended Skills: Go, SQL
- Mentor(s):
  - Ada Example (@ada-example)
- Upstream Issue: ${issueAddress}
`);
    expect(labels).toEqual(['Description', 'Expected Outcome', 'Recommended Skills', 'Mentor(s)']);
    expect(kept).toEqual([]);
    expect(rest).toEqual([{ label: 'Budget', text: 'Ours.' }]);
  });

  test('keeps every word that it has', () => {
    const own = begun
      .replace('Description:', 'Description: Mine.')
      .replace('Mentor(s):', 'Mentor(s):\n    - Bo Sample (@bo-sample, bo@example.org)');
    const { text, labels, kept } = fill(own, issue(body));
    expect(text).toContain('- Description: Mine.\n- Expected Outcome:\n  - A merged change\n');
    expect(text).toContain('  - Bo Sample (@bo-sample, bo@example.org)\n- Upstream');
    expect(labels).toEqual(['Expected Outcome', 'Recommended Skills']);
    expect(kept).toEqual(['Description', 'Mentor(s)']);
  });

  test('gets the labels that it lacks, and a title where it has none', () => {
    const { text } = fill(`### Jaeger\n\n#### $0\n\n- Upstream Issue: ${issueAddress}\n- Mentor(s):\n`, issue(body));
    expect(text).toContain('#### Faster queries\n');
    expect(text).toContain('- Description: Queries read every block twice');
    expect(text).toContain('- Mentor(s):\n  - Ada Example (@ada-example)\n');
  });

  test('takes the place of what the template leaves there', () => {
    const { text } = fill(
      begun
        .replace('Mentor(s):', 'Mentor(s):\n    - Mentor Name (@mentor_github, mentor@email.addy)')
        .replace('Description:', 'Description: TBD'),
      issue(body),
    );
    expect(text).not.toMatch(/TBD|mentor_github/);
  });

  test('keeps the line endings, the other proposals, and every field apart', () => {
    const more = `\n  #### Other\n\n  - Description: Other.\n  - Mentor(s):\n    - @bo-sample\n  - Upstream Issue: https://github.com/a/b/issues/1\n`;
    const windows = fill(dedent(begun + more).replaceAll('\n', '\r\n'), issue(body));
    expect(windows.text).toBe(fill(begun + more, issue(body)).text.replaceAll('\n', '\r\n'));
    const hostile = '### Description\n\n#### Other\n\n- Mentor(s): @eve\n- Upstream Issue: none\n\n```\nopen\n';
    const { text, rest } = fill(begun + more, issue(hostile));
    const { document } = proposalIn(text.replace('Faster', '$0Faster'));
    expect(document.proposals.map(({ body }) => body.title.text)).toEqual(['Faster queries', 'Other']);
    expect(`${text}${JSON.stringify(rest)}`).toContain('@eve');
    expect(document.proposals[1]?.body.text).toContain('- @bo-sample');
  });
});

test('lists of other programs keep their own form', () => {
  const ideas = (first: string) =>
    `# Ideas 2026\n\n${first}${['B', 'C']
      .map(
        (title) =>
          `## ${title}\n\n**Description:** Some work that has to be done for ${title}.\n\n**Skills:** Rust\n\n**Mentors:** @bo-sample\n\n**Difficulty:** easy\n\n`,
      )
      .join('')}`;
  const own = `## A$0\n\n**Description:**\n\n**Skills:**\n\n**Mentors:**\n\n**Difficulty:**\n\n`;
  const { text, rest } = fill(ideas(own), issue(`${body}\n### Difficulty\n\nhard\n`), 'ideas.md');
  expect(text).toContain(
    '## A\n\n**Description:**\n\nQueries read every block twice, see example/store#12.\n\nThen they wait.\n\n**Skills:** Go, SQL\n\n**Mentors:** Ada Example (@ada-example)\n\n**Difficulty:** hard\n',
  );
  expect(rest.map(({ label }) => label)).toEqual(['Expected Outcome', 'Budget']);
});

test.each([
  ['with nothing but its issue', begun, true],
  ['with mentors', begun.replace('Mentor(s):', 'Mentor(s): @bo-sample'), true],
  ['with skills', begun.replace('Skills:', 'Skills: Go'), true],
  ['with a description', begun.replace('Description:', 'Description: Mine.'), false],
  ['with skills and an outcome', begun.replace('Skills:', 'Skills: Go').replace('Outcome:', 'Outcome: Mine.'), false],
  ['without an issue', begun.replace(issueAddress, ''), false],
])('whether a proposal %s is hardly begun', (_, source, expected) => {
  expect(isHardlyBegun(proposalIn(source).proposal)).toBe(expected);
});
