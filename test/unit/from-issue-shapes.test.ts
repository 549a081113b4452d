/** The shapes in which people write proposals into issues. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { draftJson } from '../../server/src/core/from-issue/draft';
import { readIssue } from '../../server/src/core/from-issue/reading';
import { draftOf, shown } from './from-issue';
import { shared } from './real-files';

const description = 'The store reads every block twice.\n\nIt should read it once (see #12).';
const people = ['Ada Example | ada-example | ada@example.org | -', 'Bo Sample | bo-sample | bo@example.org | -'];

/** The same proposal, as eight projects would write it. */
const shapes: Readonly<Record<string, string>> = {
  'headings of a form': `### Description

${description}

### Expected Outcomes

- A merged change
- Benchmarks

### Skills Required

Go, SQL (Postgres, SQLite)

### Project Difficulty

_No response_

### Mentors

Ada Example | @ada-example | ada@example.org
Bo Sample | @bo-sample | bo@example.org
`,
  'a list of labels': `- Description: The store reads every block twice.

  It should read it once (see #12).
- Expected Outcome:
  - A merged change
  - Benchmarks
- Recommended Skills: Go, SQL (Postgres, SQLite)
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)
  - Bo Sample (@bo-sample, bo@example.org)
- LFX URL: TBD
`,
  'bold labels': `<!-- Fill in all parts. -->
**Project description**

${description}

**Expected results**

* [ ] A merged change
* [ ] Benchmarks

**Skills needed**
Go; SQL (Postgres, SQLite)

**Possible mentors**

Ada Example - ada@example.org - @ada-example
Bo Sample - bo@example.org - @bo-sample
`,
  'a table whose rows are fields': `| Field | Value |
|---|---|
| **Description** | The store reads every block twice.<br><br>It should read it once (see #12). |
| **Expected outcome** | A merged change<br>Benchmarks |
| **Skills** | Go, SQL (Postgres, SQLite) |
| **Mentors** | Ada Example (@ada-example, ada@example.org)<br>Bo Sample (@bo-sample, bo@example.org) |
`,
  'a table whose columns are fields': `| Description | Outcome | Skills | Mentors |
|---|---|---|---|
| The store reads every block twice.<br><br>It should read it once (see #12). | A merged change<br>Benchmarks | Go, SQL (Postgres, SQLite) | Ada Example (@ada-example, ada@example.org), Bo Sample (@bo-sample, bo@example.org) |
`,
  'questions below underlined headings': `What would you like to be added?
--------------------------------

${description}

What will be delivered?
-----------------------

1. A merged change
2. Benchmarks

What should the mentee know?
----------------------------

- Go
- SQL (Postgres, SQLite)

Who can mentor?
---------------

- [Ada Example](https://github.com/ada-example), ada@example.org
- [Bo Sample](https://github.com/bo-sample), bo@example.org
`,
  'HTML and symbols': `<h2>📝 Description</h2>

${description}

## 🎯 Deliverables:

- A merged change
- Benchmarks

<b>Skills:</b> Go, SQL (Postgres, SQLite)

<details>
<summary>Mentors</summary>

| Mentor | GitHub ID | E-mail |
|---|---|---|
| Ada Example | ada-example | ada@example.org |
| Bo Sample | bo-sample | bo@example.org |

</details>
`,
  'lines with colons': `The store reads every block twice.

It should read it once (see #12).

Expected outcome:
- A merged change
- Benchmarks
Skills: Go, SQL (Postgres, SQLite)
Mentors: Ada Example (@ada-example, ada@example.org), Bo Sample (@bo-sample, bo@example.org)
`,
};

test.each(Object.entries(shapes))('%s', (_, body) => {
  const draft = draftOf(body, '[LFX 2026 T3] Faster queries');
  expect(draft.title).toBe('Faster queries');
  expect(draft.description).toBe(description);
  expect(draft.outcome).toEqual(['A merged change', 'Benchmarks']);
  expect(draft.skills).toEqual(['Go', 'SQL (Postgres, SQLite)']);
  expect(shown(draft)).toEqual(people);
  expect(draft.rest).toBe(null);
});

describe('what belongs to a value', () => {
  test('headings below it that are no fields, and words in bold', () => {
    const draft = draftOf(
      '## Description\n\nSlow.\n\n### Why now\n\n**Note:** urgent.\n\n## Outcomes\n\nFast.\n\n## Plan\n\nSoon.\n',
    );
    expect(draft.description).toBe('Slow.\n\n### Why now\n\n**Note:** urgent.');
    expect(draft.outcome).toEqual(['Fast.']);
    expect(draft.rest).toBe('### Plan\n\nSoon.');
  });

  test('a label in a list of other things', () => {
    const draft = draftOf('### Description\n\nWe need:\n\n- Documentation: a page\n- Skills: none\n- Tests: many\n');
    expect(draft.description).toBe('We need:\n\n- Documentation: a page\n- Skills: none\n- Tests: many');
    expect(draft.skills).toEqual([]);
  });

  test('nothing of code', () => {
    const body = '### Description\n\n```\n### Mentors\n**Skills**: Go\n<!-- kept -->\n```\n';
    expect(draftOf(body).description).toBe('```\n### Mentors\n**Skills**: Go\n<!-- kept -->\n```');
  });
});

describe('what says nothing', () => {
  test.each([
    '_No response_',
    'TBD',
    'n/a',
    '<!-- Describe the project -->',
    '[Miscellaneous information that will help.]',
    '_Describe the project in some sentences_',
    '> Describe the project',
    'A clear and concise description of what you want to happen.',
    '---',
  ])('%j', (text) => {
    const draft = draftOf(`### Description\n\n${text}\n\n### Additional notes\n\n${text}\n`);
    expect([draft.description, draft.rest]).toEqual([null, null]);
  });

  test('boxes that nobody has ticked, except for tasks', () => {
    const draft = draftOf(
      'Slow.\n\n### Prerequisites of applicants\n\n- [x] Resume\n- [ ] Cover letter\n\n### Checklist\n\n- [ ] I have read it\n\n### Tasks\n\n- [ ] Measure\n',
    );
    expect(draft.rest).toBe('### Prerequisites of applicants\n\n- [x] Resume\n\n### Tasks\n\n- [ ] Measure');
  });
});

describe('addresses', () => {
  test('an issue is its own upstream issue unless it names another', () => {
    expect(draftOf('x').upstream).toBe('https://github.com/example/store/issues/7');
    expect(draftOf('### Upstream Issue URL\n\nhttps://github.com/example/index/issues/3').upstream).toBe(
      'https://github.com/example/index/issues/3',
    );
    expect(draftOf('Upstream Issue: #3').upstream).toBe('https://github.com/example/store/issues/3');
    expect(draftOf('### Upstream Issue\n\nthis one').upstream).toBe('https://github.com/example/store/issues/7');
    expect(draftOf('### Related issues\n\n#3').upstream).toBe('https://github.com/example/store/issues/7');
  });

  test('relative links and images lead where they lead on the page of the issue', () => {
    const body =
      '[a](../blob/main/A.md "A") ![b](/b.png) <img src="c.png"> [d](https://example.org/d) [e](#e) [f](javascript:f) `[g](g)`';
    expect(draftOf(body).description).toBe(
      '[a](https://github.com/example/store/blob/main/A.md "A") ![b](https://github.com/b.png) <img src="https://github.com/example/store/issues/c.png"> [d](https://example.org/d) [e](#e) [f](javascript:f) `[g](g)`',
    );
  });
});

describe('umbrella issues', () => {
  const project = (title: string, handle: string) =>
    `## ${title}\n\n### Description\n\n${title} is slow.\n\n### Mentors\n\n@${handle}\n\n`;

  test('sections with fields of their own are projects', () => {
    const draft = draftOf(
      `Ideas of ours.\n\n${project('1. Queries', 'ada-example')}${project('Project 2: Index', 'bo-sample')}`,
      '[Umbrella] Ideas',
    );
    expect(draft.description).toBe('Ideas of ours.');
    expect(draft.mentors).toEqual([]);
    expect(draft.projects?.map((each) => [each.title, each.description, shown(each)])).toEqual([
      ['Queries', '1. Queries is slow.', ['- | ada-example | - | -']],
      ['Index', 'Project 2: Index is slow.', ['- | bo-sample | - | -']],
    ]);
  });

  test('so are the rows of a table, and issues in a list of ideas', () => {
    const rows = draftOf(
      '| Title | Description | Mentors |\n|---|---|---|\n| Queries | Slow. | @ada-example |\n| Index | Large. | @bo-sample |\n',
    );
    expect(rows.projects?.map(({ title, description: text }) => [title, text])).toEqual([
      ['Queries', 'Slow.'],
      ['Index', 'Large.'],
    ]);
    const links = draftOf(
      '### Project ideas\n\n- [ ] #12 Queries\n- [Index](https://github.com/example/index/issues/3)\n',
    );
    expect(links.projects?.map(({ title, url }) => [title, url])).toEqual([
      ['Queries', 'https://github.com/example/store/issues/12'],
      ['Index', 'https://github.com/example/index/issues/3'],
    ]);
  });

  test('an issue about one project has none', () => {
    expect(draftOf(project('Queries', 'ada-example')).projects).toBe(undefined);
  });
});

const cases = join(shared, 'draft-cases.json');
test.skipIf(!existsSync(cases))('public shapes are read right', () => {
  const plain = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim();
  for (const { id, url, title, body, expect: wanted } of JSON.parse(readFileSync(cases, 'utf8'))) {
    const draft = draftJson(readIssue({ url, title, body }));
    const skills = draft.skills.length > 0 ? draft.skills : draft.technologies;
    expect([id, draft.title, plain(draft.description), draft.outcome, skills, draft.mentors, draft.upstream]).toEqual([
      id,
      wanted.title,
      plain(wanted.description),
      wanted.outcome,
      wanted.skills,
      wanted.mentors,
      wanted.upstream,
    ]);
  }
});
