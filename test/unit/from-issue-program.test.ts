/** The drafts that issues make for other programs than CNCF's. */
import { describe, expect, test } from 'vitest';
import { fieldIdOf } from '../../server/src/core/facts/fields';
import { bundledPrograms } from '../../server/src/core/facts/programs';
import { summerOfCodeLabels } from '../../server/src/core/facts/summer-of-code';
import { programDraft } from '../../server/src/core/from-issue/draft-text';
import { readIssue } from '../../server/src/core/from-issue/reading';
import type { AskedField } from '../../server/src/core/submission/draft-text';
import { address, withRest } from './from-issue';

const gsoc: readonly AskedField[] = summerOfCodeLabels.map((label) => ({ label, id: fieldIdOf(label) }));
const outreachy: readonly AskedField[] = bundledPrograms[0]?.fields ?? [];

/** The draft of an issue for a program with these fields, and what it does not hold below `=== rest ===`. */
function other(fields: readonly AskedField[], body: string, url: string | null = address): string {
  return withRest(programDraft(readIssue({ url, title: 'Faster queries', body }), fields));
}

describe('a draft for another program', () => {
  const body = `### Description

Queries read every block twice, see #12.

### Expected Outcome

- A merged change
- Benchmarks

### Skills

- Go
- SQL

### Expected project size

- 175 hours

### How to contribute

Run the tests.

### Mentors

Ada Example, @ada-example

### Upstream Issue

#3
`;

  test('of Summer of Code holds the size, and what it does not ask for stays beside it', () => {
    expect(other(gsoc, body)).toBe(`#### Faster queries

- Description: Queries read every block twice, see example/store#12.
- Expected Outcome:
  - A merged change
  - Benchmarks
- Recommended Skills: Go, SQL
- Expected project size: 175 hours
- Mentor(s):
  - Ada Example (@ada-example)
- Upstream Issue (URL): https://github.com/example/store/issues/3
=== rest ===
### How to contribute

Run the tests.
`);
  });

  test('holds what only that program asks for, below a label of the same words', () => {
    expect(other(outreachy, body)).toBe(`#### Faster queries

- Description: Queries read every block twice, see example/store#12.
- Required skills: Go, SQL
- How to contribute: Run the tests.
- Mentors:
  - Ada Example (@ada-example)
=== rest ===
### Expected Outcome

- A merged change
- Benchmarks

### Expected project size

- 175 hours

### Upstream Issue

#3
`);
  });

  test('keeps what is said beside people', () => {
    const body = 'Slow.\n\n### Mentors\n\nAda Example, Example Labs, @ada-example\n';
    expect(other(outreachy, body)).toContain('=== rest ===\n### Mentors\n\nExample Labs\n');
  });

  test('without a field for mentors leaves them beside it', () => {
    expect(
      other([{ label: 'Description', id: 'description' }], 'Slow.\n\n### Mentors\n\n@ada-example\n'),
    ).toBe(`#### Faster queries

- Description: Slow.
=== rest ===
### Mentors

@ada-example
`);
  });

  test('has the labels without a value where nothing is known', () => {
    expect(other(gsoc, '', null)).toBe(`#### Faster queries

- Description:
- Expected Outcome:
- Recommended Skills:
- Expected project size:
- Mentor(s):
- Upstream Issue (URL):
`);
  });
});
