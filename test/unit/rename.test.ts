import { describe, expect, test } from 'vitest';
import { nameAt, newName, renamableHeadingAt, renameIn } from '../../server/src/core/features/rename/rename';
import { type ProposalsDocument, readDocument } from '../../server/src/core/model/document';
import { applyEdits } from '../../server/src/core/text/edit';
import { dedent, marked, read } from './marks';

const around = (mentors: string) => `
  ### Jaeger

  #### Faster queries

  - Description: Ask @ada-example.
  - Mentor(s):
${dedent(mentors).replace(/^/gm, '  ')}`;

/** The text after a rename at the caret, or the reason why it is refused. */
function renamed(source: string, to: string): string {
  const { document, caret } = read(source);
  return renamedAt(document, caret, to);
}

function renamedAt(document: ProposalsDocument, caret: number, to: string): string {
  const named = nameAt(document, caret);
  if (named === null) return 'nothing';
  if (named.is === 'refused') return named.why;
  const name = newName(named, to);
  if (name.is === 'refused') return name.why;
  const answer = renameIn(document, named, name.name);
  return answer.is === 'refused' ? answer.why : applyEdits(document.text, answer.edits);
}

describe('a handle', () => {
  test.each([
    ['  - Ada Example (@ada$0-example, ada@example.org)', '  - Ada Example (@ada-new, ada@example.org)'],
    ['  - Ada Example (@$0ada-example)', '  - Ada Example (@ada-new)'],
    ['  - Ada Example (@ada-example$0)', '  - Ada Example (@ada-new)'],
    [
      '  - Ada Example ([@ada$0-example](https://github.com/ada-example), ada@example.org)',
      '  - Ada Example ([@ada-new](https://github.com/ada-new), ada@example.org)',
    ],
    [
      '  - Ada Example ([@ada-example](https://github.com/ada$0-example/), ada@example.org)',
      '  - Ada Example ([@ada-new](https://github.com/ada-new/), ada@example.org)',
    ],
    [
      '  - Ada Example (@[ada-$0example](https://github.com/ada-example))',
      '  - Ada Example (@[ada-new](https://github.com/ada-new))',
    ],
    [
      '  - [Ada Example](https://github.com/ada-example) (@ada-$0example, ada@example.org)',
      '  - [Ada Example](https://github.com/ada-new) (@ada-new, ada@example.org)',
    ],
    [
      '  - Ada Example (@ada-$0example) <https://github.com/ada-example>',
      '  - Ada Example (@ada-new) <https://github.com/ada-new>',
    ],
    ['  - Ada Example, https://github.com/$0ada-example', '  - Ada Example, https://github.com/ada-new'],
    ['  - Ada Example (ada$0-example, ada-example@example.org)', '  - Ada Example (ada-new, ada-example@example.org)'],
    ['  - Ada Example\n    GitHub: @ada$0-example', '  - Ada Example\n    GitHub: @ada-new'],
  ])('is renamed in %j', (source, expected) => {
    expect(renamed(around(source), 'ada-new')).toBe(dedent(around(expected)));
  });

  test.each([
    '  - Ada Example (@ada$0-example, ada-example@ada-example.org)',
    '  - Ada Example (@ada$0-example, [site](https://github.com/ada-example/site))',
    '  - Ada Example (@ada$0-example) [@ada-example](https://twitter.com/ada-example)',
    '  - Ada Example (@ada$0-example, Slack: @ada-example)',
    '  - Ada Example (@ada$0-example, @ada-example-bot)',
  ])('in %j is one account, and what only looks like it is another', (source) => {
    const { text, caret } = marked(around(source));
    const rest = text.slice(caret - 3);
    expect(renamed(around(source), 'ada-new')).toBe(text.slice(0, caret - 3) + rest.replace('ada-example', 'ada-new'));
  });

  test('is renamed in all proposals of the document, however its letters are written', () => {
    const source = `
      ### Jaeger

      #### Faster queries

      - Mentor(s): Ada Example (@ada$0, ada@example.org), Bo Sample (@bo-sample)

      #### Faster writes

      - Mentor(s): Bo Sample (@bo-sample), Ada Example (@Ada)
    `;
    expect(renamed(source, '@new')).toBe(
      dedent(source)
        .replace('$0', '')
        .replaceAll(/@ada(?!@)\b(?=[,)])/gi, '@new'),
    );
  });

  test.each([
    ['ada.example', /^"ada\.example" is not a GitHub handle/],
    ['', /^"" is not a GitHub handle/],
    ['bo-sample', /^"Faster queries" already has @bo-sample/],
    ['and', /would be read as something else/],
  ])('is not renamed to %j', (to, why) => {
    expect(renamed(around('  - Ada Example, ada$0-example, ada@example.org\n  - Bo Sample (@bo-sample)'), to)).toMatch(
      why,
    );
  });

  test('that GitHub cannot have is corrected where it stands', () => {
    expect(renamed(around('  - Ada Example (@ada.$0example)'), 'ada')).toMatch(
      /not a GitHub handle.* Correct it in the text/,
    );
  });
});

describe('an e-mail', () => {
  test.each([
    ['  - Ada Example (@ada-example, ada$0@example.org)', '  - Ada Example (@ada-example, new@example.org)'],
    ['  - Ada Example <a$0da@example.org>', '  - Ada Example <new@example.org>'],
    ['  - Ada Example <mailto:a$0da@example.org>', '  - Ada Example <mailto:new@example.org>'],
    [
      '  - Ada Example (@ada-example, [ada@exa$0mple.org](mailto:ada@example.org))',
      '  - Ada Example (@ada-example, [new@example.org](mailto:new@example.org))',
    ],
    ['  - [Ada Example](mailto:ada@$0example.org)', '  - [Ada Example](mailto:new@example.org)'],
  ])('is renamed in %j', (source, expected) => {
    expect(renamed(around(source), 'new@example.org')).toBe(dedent(around(expected)));
  });

  test.each([
    ['new', /^"new" is not an e-mail address/],
    ['bo@example.org', /already has bo@example\.org/],
    ["o'ada@example.org", /would be read as something else/],
  ])('is not renamed to %j', (to, why) => {
    const source = '  - Ada Example (@ada-example, ada@$0example.org)\n  - Bo Sample (@bo, bo@example.org)';
    expect(renamed(around(source), to)).toMatch(why);
  });

  test('that is hidden is corrected where it stands', () => {
    expect(renamed(around('  - Ada Example (@ada, ada [at] exa$0mple.org)'), 'ada@example.org')).toMatch(
      /not an e-mail address.* Correct it in the text/,
    );
  });
});

test.each(['  - Ada $0Example (@ada-example)', '  - [Ada$0 Example](https://github.com/ada-example)'])(
  'the name in %j is not renamed',
  (source) => {
    expect(renamed(around(source), 'x')).toMatch(/^Place the cursor on the handle or e-mail of the mentor/);
  },
);

const term = `
  ## Table of Contents

  - [Jaeger](#jaeger)
    - [Faster queries](#faster-queries)
    - [Faster writes](#faster-writes)
  - [Harbor](#harbor)
    - [Faster queries](#faster-queries-1)

  ## Proposals

  ### Jaeger

  #### Faster queries

  CNCF - Jaeger: Faster queries (2025 Term 1)

  - Description: As in [Harbor](#faster-queries-1), and not [here](#faster-queries).
  - Mentor(s): Ada Example (@ada-example)

  #### Faster writes

  CNCF - Jaeger: Writes (2025 Term 1)

  - Description: Make them fast.
  - Mentor(s): Ada Example (@ada-example)

  ### Harbor

  #### Faster queries

  - Description: Make them fast.
  - Mentor(s): Ada Example (@ada-example)
`;

/** The term's text with the caret behind the first place of `text` that follows `after`. */
function caretIn(text: string, after: string, source = term): string {
  const at = source.indexOf(text, source.indexOf(after));
  return `${source.slice(0, at + 1)}$0${source.slice(at + 1)}`;
}

describe('a title', () => {
  test('is renamed with its entry, its anchor, the numbers of others and the name of its program', () => {
    expect(renamed(caretIn('Faster queries', '## Proposals'), 'Quick & `safe` queries')).toBe(
      dedent(term)
        .replace('[Faster queries](#faster-queries)', '[Quick & `safe` queries](#quick--safe-queries)')
        .replace('#### Faster queries', '#### Quick & `safe` queries')
        .replace('Jaeger: Faster queries (', 'Jaeger: Quick & safe queries (')
        .replace('[here](#faster-queries)', '[here](#quick--safe-queries)')
        .replaceAll('(#faster-queries-1)', '(#faster-queries)'),
    );
  });

  test('is renamed at its entry in the table of contents, too', () => {
    expect(renamed(caretIn('[Faster writes]', ''), 'Writes')).toBe(
      renamed(caretIn('Faster writes', '## Proposals'), 'Writes'),
    );
  });

  test('leaves the name of a program that is a shorter one', () => {
    expect(renamed(caretIn('Faster writes', '## Proposals'), 'Quick writes')).toContain(
      'CNCF - Jaeger: Writes (2025 Term 1)',
    );
  });

  test('keeps its link, and CRLF', () => {
    const source =
      '### Jaeger\r\n\r\n#### [Faster $0queries](https://example.org/a)\r\n\r\n- Mentor(s): Ada Example (@ada)\r\n';
    expect(renamed(source, 'Quick')).toBe(source.replace('Faster $0queries', 'Quick'));
  });

  test('can be given where there is none', () => {
    const source = '### Jaeger\n\n####$0\n\n- Mentor(s): Ada Example (@ada)\n';
    expect(renamed(source, 'Quick')).toBe(source.replace('$0', ' Quick'));
  });

  test.each([
    [' ', 'A title needs at least one letter.'],
    ['Quick\nqueries', 'A title must fit on one line.'],
    ['faster WRITES', '"Jaeger" already has a proposal "Faster writes".'],
    ['Sample', 'With the title "Sample", this heading would no longer be a proposal.'],
    ['Quick #', 'Markdown would show this title as "Quick".'],
    ['Quick [queries', 'With the title "Quick [queries", the table of contents would lose this entry.'],
  ])('is not renamed to %j', (to, why) => {
    expect(renamed(caretIn('Faster queries', '## Proposals'), to)).toBe(why);
  });

  test('may be one that another project has', () => {
    expect(renamed(caretIn('Faster writes', '## Proposals'), 'Faster queries!')).toBe(
      '"Jaeger" already has a proposal "Faster queries".',
    );
    const { document } = read(term);
    const named = renamableHeadingAt(document, document.text.lastIndexOf('Description'));
    expect(named?.text).toBe('Faster queries');
    expect(named && renameIn(document, named, 'Faster writes').is).toBe('renamed');
  });

  test('comes with a warning where the name of its program gets too long', () => {
    const { document, caret } = read(caretIn('Faster queries', '## Proposals'));
    const named = renamableHeadingAt(document, caret);
    const answer = named && renameIn(document, named, 'Faster queries '.repeat(7).trim());
    expect(answer?.is === 'renamed' && answer.warning).toMatch(
      /^Program name is \d+ characters? too long \(\d+ of 100\)\./,
    );
  });
});

describe('a project', () => {
  test('is renamed with its entry and in the names of its programs', () => {
    expect(renamed(caretIn('Jaeger', '## Proposals'), 'Zipkin')).toBe(
      dedent(term)
        .replace('[Jaeger](#jaeger)', '[Zipkin](#zipkin)')
        .replace('### Jaeger', '### Zipkin')
        .replaceAll('CNCF - Jaeger:', 'CNCF - Zipkin:'),
    );
  });

  test.each([
    ['Harbor', 'This file already has a project "Harbor".'],
    ['Timeline', /^With the title "Timeline", this heading would no longer be the project/],
  ])('is not renamed to %j', (to, why) => {
    expect(renamed(caretIn('Jaeger', '## Proposals'), to)).toMatch(why);
  });
});

test.each([
  ['prose', caretIn('Make them fast', '')],
  ['a label', caretIn('Description', '')],
  ['the name of a program', caretIn('CNCF', '')],
  ['a heading of the file', caretIn('Proposals', '## P')],
])('%s has no name to be renamed', (_, source) => {
  expect(renamed(source, 'x')).toBe('nothing');
});

test('what a place belongs to is found wherever in it the caret stands', () => {
  const { document } = read(term);
  const titleAt = (text: string) => renamableHeadingAt(document, document.text.lastIndexOf(text))?.text;
  expect(titleAt('Writes (2025')).toBe('Faster writes');
  expect(titleAt('### Harbor')).toBe('Harbor');
  expect(titleAt('#harbor')).toBe('Harbor');
  expect(titleAt('## Table')).toBeUndefined();
});

test('a heading in the first line of a file is renamed like any other', () => {
  const text =
    '### Ja$0eger\n\n#### Faster queries\n\n- Description: d\n- Mentor(s):\n  - Ada Example (@ada-example)\n';
  const { text: source, caret } = marked(text);
  const document = readDocument(source, 'programs/lfx-mentorship/2025/01-Mar-May/project_ideas.md');
  expect(renamedAt(document, caret, 'Jaeger UI')).toContain('### Jaeger UI\n');
});
