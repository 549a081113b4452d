/** Texts that make careless parsers slow: small units, each repeated to a length, in each place of a document. */

/** What is repeated. A reader that goes back for each of them takes time that grows faster than the text. */
export const units: readonly string[] = [
  // Brackets, quotes, marks.
  ...['(', ')', '[', ']', '{', '}', '<', '>', '（', '）', '"', "'", '“', '’', '`', '``', '*', '**', '_', '~', '|', '#'],
  ...['-', '+', '=', ':', '：', ';', ',', '.', '!', '?', '/', '\\', '\\\\', '@', '&', '&amp;', '%', '$(', '…'],
  // Beginnings that nothing ends.
  ...['<!--', '<a', '</', '](', '[a](', '![', '![a](', '**a', '__a', '*a_', '`a', '[[', '(a', '<https://', '[x]('],
  // Lists, labels, and what looks like people, addresses, issues, dates.
  ...['- ', '* ', '1. ', ' - ', '- :', 'a: ', ': -', 'a@', '@a', '@a ', 'a.', 'a@b.', 'a at ', ' dot ', 'Aa ', 'A. '],
  ...['https://', 'https://a.b/', 'github.com/a/b/issues/', 'https://github.com/a/b/issues/1 ', 'a/b#1 ', 'a/b', '#1'],
  ...[
    'Ada Example (@ada, ada@example.org), ',
    'CNCF - J: ***',
    'CNCF - ',
    '(2026 Term 1)',
    ' (',
    ' (a)',
    'a, ',
    'a and ',
  ],
  ...['0', '1-', '2026', '2026-01-01 ', 'Jan 1 - Tue, Feb 2 ', 'Term 1 ', 'or ', 'project ', 'description: '],
  // Blanks, letters, and characters that are no letters to everybody.
  ...[
    ' ',
    '\t',
    ' \t',
    '\u00a0',
    '\r',
    'a',
    'a ',
    'A',
    '\0',
    '文',
    '😀',
    'e\u0301',
    '\u0301',
    '\u200f',
    '\u202e',
    '\ud800',
  ],
  // Two of them.
  ...[
    '[(',
    '*_',
    '<[',
    '`[',
    '(@',
    '- [',
    '|-',
    '| a ',
    '-|:',
    '[a]',
    '[](',
    '(a](',
    '"a',
    '<a b="',
    ' *',
    '*a ',
    '_a_ ',
  ],
  // Lines.
  ...['\n', 'a\n', '- \n', '-\n', '> ', '```\n', '---\n', '* a\n', '- a: b\n', '<!-- a\n', '[a]: b\n'],
];

/** How long the repeated part is, in UTF-16 units. */
const SIZE = 60_000;

const drafts = 'programs/lfx-mentorship/2025/01-Mar-May/project_ideas.md';
const readme = 'programs/lfx-mentorship/2025/01-Mar-May/README.md';

const template = `## Template

\`\`\`
### CNCF Project Name
#### Mentorship project title
- Description:
- Expected Outcome:
- Recommended Skills:
- Mentor(s):
  - Jane Doe (@jane-github, jane@email.address)
- Upstream Issue:
\`\`\`

## Proposed project ideas

`;

const another = `
### Harbor

#### Copy less

- Description: It copies too much.
- Expected Outcome: It copies less.
- Recommended Skills: Go
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)
- Upstream Issue: https://github.com/goharbor/harbor/issues/3
`;

interface Frame {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

function draft(before: string, after: string): Frame {
  return { path: drafts, before: template + before, after: after + another };
}

function accepted(before: string, after: string): Frame {
  return { path: readme, before, after: after + another };
}

const rest = '\n- Expected Outcome: b\n- Mentor(s):\n  - Bo Sample (@bo-sample, bo@example.org)\n';

/** Where the repeated part stands. */
const places: Readonly<Record<string, Frame>> = {
  'project heading': draft('### J', '\n\n#### T\n\n- Description: a\n'),
  'proposal heading': draft('### Jaeger\n\n#### CNCF - Jaeger: T', `\n\n- Description: a${rest}`),
  label: draft('### Jaeger\n\n#### T\n\n- **', `**: a${rest}`),
  value: draft('### Jaeger\n\n#### T\n\n- Recommended Skills: ', rest),
  'mentor line': draft('### Jaeger\n\n#### T\n\n- Description: a\n- Mentor(s):\n  - Ada Example ', another),
  'upstream value': draft('### Jaeger\n\n#### T\n\n- Description: a\n- Upstream Issue: ', rest),
  'LFX URL': accepted(
    '# Term 01 - 2025 March - May\n\nStatus: open\n\n### Jaeger\n\n#### T\n\nCNCF - Jaeger: T (2025 Term 1)\n\n- LFX URL: https://mentorship.lfx.linuxfoundation.org/project/',
    rest,
  ),
  'description text': draft('### Jaeger\n\n#### T\n\nCNCF - J', `\n\n- Description: a${rest}`),
  'table of contents entry': draft('* [Jaeger](#jaeger)\n  * [', '](#t)\n\n### Jaeger\n\n#### T\n\n- Description: a\n'),
  'fence info': draft('### Jaeger\n\n#### T\n\n- Description: a\n\n```', `\n### b\n\`\`\`\n${rest}`),
  comment: draft('### Jaeger\n\n#### T\n\n- Description: a\n\n<!-- proposals-disable ', ` -->\n${rest}`),
  'title and timeline of a term': accepted(
    '# Term 01 - 2025 ',
    '\n\nStatus: open\n\n### Timeline\n\n| activity | dates |\n|---|---|\n| Mentorship | Mon, March 3 - Fri, May 30 |\n\n### Jaeger\n\n#### T\n\n- Description: a\n',
  ),
};

/** Whole lines, which make thousands of one thing where they are repeated. */
const lineUnits = [
  '#### a\n- b\n',
  '#### A (b) [c](d)\n',
  '## Jaeger\n#### A\n',
  '### Jaeger\n',
  '- A b: c\n',
  '- May 1 - 2: a\n',
  '- LFX URL:\n',
  '- Mentor(s): a\n',
  '  - Ada Example (@ada-example, ada@example.org)\n',
  '* [a](#a)\n',
  '| a | March 3 |\n',
  '<!-- proposals-disable toc -->\n',
  '<<<<<<< a\n',
];

/** Where the repeated lines stand. */
const linePlaces: Readonly<Record<string, Frame>> = {
  'lines of a template': {
    path: drafts,
    before: '## Template\n\n```\n### Project\n#### Title\n',
    after: `\`\`\`\n${another}`,
  },
  'lines of a project': draft('### Jaeger\n\n', another),
  'lines of a proposal': draft('### Jaeger\n\n#### T\n\n- Description: a\n', rest),
  'lines of a README': accepted('# Term 01 - 2025\n\nStatus: open\n\n', '\n### Jaeger\n\n#### T\n\n- Description: a\n'),
};

/** A text of about 60 KB, and where its repeated part stands. */
export interface Shape {
  readonly name: string;
  readonly path: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The names of all places. */
export const placeNames: readonly string[] = [...Object.keys(places), ...Object.keys(linePlaces)];

/** Whether whole lines are repeated in a place: thousands of things, and not one that is large. */
export function holdsLines(place: string): boolean {
  return place in linePlaces;
}

/** Every unit in one place. */
export function shapesIn(place: string, size = SIZE): readonly Shape[] {
  const frame = places[place] ?? linePlaces[place];
  if (!frame) throw new RangeError(`no place is called ${place}`);
  return (holdsLines(place) ? lineUnits : units).map((unit) => {
    const { path, before, after } = frame;
    const repeated = unit.repeat(Math.ceil(size / unit.length));
    const name = `${JSON.stringify(unit)} in ${place}`;
    return { name, path, text: before + repeated + after, start: before.length, end: before.length + repeated.length };
  });
}
