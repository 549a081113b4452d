/** A proposal beside what its upstream issue says. */
import { expect, test } from 'vitest';
import { differences, issue, issueAddress } from './issue-draft';

const draft = `
  ### Jaeger

  #### Faster *queries*$0

  - Description: Queries read every block
    twice.

    Then they wait.
  - Expected Outcome:
    - A merged change
    - Benchmarks
  - Recommended Skills: Go, SQL
  - Mentor(s):
    - Ada Example (@ada-example, ada@example.org)
  - Upstream Issue: ${issueAddress}

  #### Other

  - Description: Other.
  - Upstream Issue: https://github.com/a/b/issues/1
`;

const body = `## Description

Queries read every block twice.

Then they wait.

## Expected Outcome

* A merged change
* Benchmarks

## Skills

- Go
- SQL

## Mentors

@Ada-Example
`;

test('what both say alike differs in nothing, however it is written', () => {
  expect(differences(draft, issue(body))).toEqual([]);
});

test('what differs is shown line by line, in the form of the proposal', () => {
  const changed = body
    .replace('Then they wait.', 'Then they wait for the disk.')
    .replace('* Benchmarks', '* Benchmarks, published')
    .replace('- SQL', '- SQL\n- Rust')
    .replace('@Ada-Example', '- Ada Example <ada@example.com>, @ada-example\n- Bo Sample, @bo-sample');
  expect(differences(draft, issue(changed, '[LFX] Much faster queries'))).toEqual([
    'draft: #### Faster *queries*',
    'draft:   Then they wait.',
    'draft:   - Benchmarks',
    'draft: - Recommended Skills: Go, SQL',
    'draft:   - Ada Example (@ada-example, ada@example.org)',
    'issue: #### Much faster queries',
    'issue:   Then they wait for the disk.',
    'issue:   - Benchmarks, published',
    'issue: - Recommended Skills: Go, SQL, Rust',
    'issue:   - Ada Example (@ada-example, ada@example.com)',
    'issue:   - Bo Sample (@bo-sample)',
  ]);
});

test('what the issue does not say stays, and what only the issue says is added', () => {
  const bare = draft.replace('- Recommended Skills: Go, SQL\n  ', '');
  expect(differences(bare, issue('## Skills\n\nGo\n'))).toEqual(['issue: - Recommended Skills: Go']);
});

test('a list of skills stays a list', () => {
  const listed = draft.replace('Skills: Go, SQL', 'Skills:\n    - Go\n    - SQL');
  expect(differences(listed, issue('## Skills\n\nGo, Rust\n'))).toEqual(['draft:   - SQL', 'issue:   - Rust']);
});
