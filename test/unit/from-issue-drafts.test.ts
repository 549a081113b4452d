/** The drafts that issues make, and what of an issue a draft does not hold. */
import { describe, expect, test } from 'vitest';
import { bundledForm, type LfxField, lfxFields } from '../../server/src/core/facts/proposal-form';
import { entryOf } from '../../server/src/core/from-issue/draft';
import { lfxDraft } from '../../server/src/core/from-issue/draft-text';
import { nobody } from '../../server/src/core/from-issue/person';
import { readIssue } from '../../server/src/core/from-issue/reading';
import { bodyWith } from '../../server/src/core/submission/issue-body';
import { address, withRest } from './from-issue';

/** The draft for CNCF's form of an issue, and what it does not hold below `=== rest ===`. */
function lfx(body: string, url: string | null = address): string {
  return withRest(lfxDraft(readIssue({ url, title: 'Faster queries', body }), body, bundledForm));
}

describe("a draft for CNCF's form", () => {
  test('holds each field that the issue names, and the rest stands beside it', () => {
    expect(
      lfx(`### CNCF Project

jaeger

### Term

2026 Term 3 (Sep-Nov)

### Description

Queries read every block twice, see #12 and [the notes](../blob/main/NOTES.md).

### Expected Outcome

- A merged change
- Benchmarks

### Recommended Skills

- Go
- SQL

### Technologies

Go, Kubernetes

### Mentors

- Ada Example (@ada-example, ada@example.org, LFID: adaex)
- Bo Sample
- @cem3

### Upstream Issue

#3

### Application Prerequisites

- [x] Resume
- [ ] Cover Letter

### Coding Challenge

Write a query.

### Custom Prerequisite

A page about queries.

### Meeting times

On Mondays.
`),
    ).toBe(`# 2026 Term 3 (Sep-Nov)

### Jaeger

#### Faster queries

- Description: Queries read every block twice, see example/store#12 and [the notes](https://github.com/example/store/blob/main/NOTES.md).
- Expected Outcome:
  - A merged change
  - Benchmarks
- Recommended Skills: Go, SQL
- Technologies: Go, Kubernetes
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org, LFID: adaex)
  - Bo Sample
  - @cem3
- Upstream Issue: https://github.com/example/store/issues/3
- Application Prerequisites: Resume
- Coding Challenge: Write a query.
- Custom Prerequisite: A page about queries.
=== rest ===
### Meeting times

On Mondays.
`);
  });

  test('has the labels that the form requires even if the issue says nothing', () => {
    expect(lfx('')).toBe(`#### Faster queries

- Description:
- Expected Outcome:
- Recommended Skills:
- Technologies:
- Mentor(s):
- Upstream Issue: https://github.com/example/store/issues/7
`);
    expect(lfx('', null)).toMatch(/^- Upstream Issue:$/m);
  });

  test('has the technologies as skills if the issue says that they are the same', () => {
    expect(
      lfx('Slow.\n\n### Technologies\n\n- Go\n- SQL\n\n### Skills same as Technologies\n\n- [x] Yes\n'),
    ).toBe(`#### Faster queries

- Description: Slow.
- Expected Outcome:
- Recommended Skills: Go, SQL
- Technologies: Go, SQL
- Mentor(s):
- Upstream Issue: https://github.com/example/store/issues/7
`);
  });

  test('has headings of a description below its own', () => {
    expect(lfx('## Description\n\nSlow.\n\n### Why\n\nTwice.\n\n## Outcome\n\nFast.\n')).toBe(`#### Faster queries

- Description: Slow.

  ##### Why

  Twice.
- Expected Outcome: Fast.
- Recommended Skills:
- Technologies:
- Mentor(s):
- Upstream Issue: https://github.com/example/store/issues/7
`);
  });

  test('names no project and no term that the form does not have: they stay beside it with their labels', () => {
    expect(
      lfx('Slow.\n\n### Project\n\nThe Store\n\n### Term\n\n2026 Term 3 (Sep-Nov) or 2027\n'),
    ).toBe(`#### Faster queries

- Description: Slow.
- Expected Outcome:
- Recommended Skills:
- Technologies:
- Mentor(s):
- Upstream Issue: https://github.com/example/store/issues/7
=== rest ===
### Project

The Store

### Term

2026 Term 3 (Sep-Nov) or 2027
`);
  });

  test('joins skills that are required and desirable, and keeps what is said beside an address', () => {
    expect(
      lfx(
        '## Required Skills\n\nGo, SQL\n\n## Nice to have\n\n- Rust\n- C\n\n## Upstream Issue\n\nsee example/index#3, soon\n',
      ),
    ).toBe(`#### Faster queries

- Description:
- Expected Outcome:
- Recommended Skills: Go, SQL, Rust, C
- Technologies:
- Mentor(s):
- Upstream Issue: https://github.com/example/index/issues/3
=== rest ===
### Upstream Issue

see example/index#3, soon
`);
  });

  test('of an issue that was made with the form is what its answers say', () => {
    const answers: Readonly<Record<string, string>> = {
      project: 'Jaeger',
      term: '2026 Term 3 (Sep-Nov)',
      name: 'Quicker queries',
      description: 'Slow.',
      technologies: 'Go',
      skills: 'SQL',
      mentors: 'Ada Example | @ada-example | ada@example.org | adaex',
      upstream: 'https://github.com/example/store/issues/7',
    };
    const body = bodyWith(
      bundledForm,
      new Map(Object.entries(answers).map(([own, text]) => [lfxFields[own as LfxField], text])),
    );
    expect(lfx(body)).toBe(`# 2026 Term 3 (Sep-Nov)

### Jaeger

#### Quicker queries

- Description: Slow.
- Expected Outcome:
- Recommended Skills: SQL
- Technologies: Go
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org, LFID: adaex)
- Upstream Issue: https://github.com/example/store/issues/7
`);
  });
});

test.each([
  [{ name: 'Ada Example' }, 'Ada Example'],
  [{ handle: 'ada-example' }, '@ada-example'],
  [{ email: 'ada@example.org', lfid: 'adaex' }, 'ada@example.org, LFID: adaex'],
  [{ name: 'Ada Example', lfid: 'adaex' }, 'Ada Example (LFID: adaex)'],
  [
    { name: 'Ada Example', handle: 'ada-example', email: 'ada@example.org' },
    'Ada Example (@ada-example, ada@example.org)',
  ],
])('%j in a draft is %j', (person, entry) => {
  expect(entryOf({ ...nobody, ...person })).toBe(entry);
});
