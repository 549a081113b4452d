import { expect, test } from 'vitest';
import { definitionAt } from '../../server/src/core/features/navigation/definition';
import { highlightsAt, referencesAt } from '../../server/src/core/features/navigation/references';
import type { Place } from '../../server/src/core/known/place';
import { readDocument } from '../../server/src/core/model/document';
import { marked } from './marks';
import { knownFrom } from './rules/known-from';

const newer = 'programs/lfx-mentorship/2025/01-Mar-May/project_ideas.md';
const accepted = 'programs/lfx-mentorship/2025/01-Mar-May/README.md';
const older = 'programs/lfx-mentorship/2024/03-Sep-Nov/README.md';

/**
 * Holds what is found at the `$0` of a workspace against the marks in all of its files: `definition` is where it leads
 * to, `reference` every other place. Without any mark nothing may be found.
 */
function checkNavigation(files: Readonly<Record<string, string>>, links = false): void {
  const all = Object.entries(files).map(([path, source]) => ({ path, uri: `file:///${path}`, ...marked(source) }));
  const known = knownFrom(Object.fromEntries(all.map(({ path, text }) => [path, text])));
  const at = all.find(({ caret }) => caret >= 0);
  if (!at) throw new Error('No file has a caret.');
  const spot = { document: readDocument(at.text, at.path), uri: at.uri, offset: at.caret };
  const written = ({ uri, span }: Place) => {
    const text = all.find((file) => file.uri === uri)?.text ?? '';
    return `${uri} ${text.slice(0, span.start).split('\n').length} ${text.slice(span.start, span.end)}`;
  };
  const marks = (message: string, files = all) =>
    files.flatMap(({ uri, expected }) =>
      expected.filter((mark) => mark.message === message).map((span) => written({ uri, span })),
    );
  const found = definitionAt(spot, known, links);
  expect(found?.is === 'place' ? [written(found.place)] : []).toEqual(marks('definition'));
  const references = referencesAt(spot, known, links);
  expect(references?.others.map(written) ?? []).toEqual(marks('reference'));
  const here = [...marks('definition', [at]), ...marks('reference', [at])];
  const highlights = highlightsAt(spot, known, links).map((span) => written({ uri: at.uri, span }));
  expect(highlights.sort()).toEqual(here.sort());
}

test('a mentor is the same person whatever an entry gives of them; the newest entry is where they come from', () => {
  checkNavigation({
    [accepted]: `
      ### Jaeger
      #### Faster queries
      - Mentor(s):
        - Ada Lovelace (@Ada-Example, ada@example.net)
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ definition
    `,
    [newer]: `
      ### Harbor
      #### Copy less
      - Mentor(s):
        - Ada Example (@ada-example, ada@example.org)
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ reference
        - Bo Sample (@bo-sample, bo@example.org)
    `,
    [older]: `
      ### Harbor
      #### Older one
      - Mentor(s): Ada Example (ada@ex$0ample.org)
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ reference
      #### Oldest one
      - Mentor(s):
        - Ada Example
          ^^^^^^^^^^^ reference
    `,
  });
});

test('two people of one name are two people', () => {
  checkNavigation({
    [newer]: `
      ### Jaeger
      #### Faster queries
      - Mentor(s):
        - Ada$0 Example (@ada-example)
          ^^^^^^^^^^^^^^^^^^^^^^^^^^ definition
        - Ada Example (@ada-other)
    `,
  });
});

test('an entry that names nobody leads nowhere', () => {
  checkNavigation({
    [newer]: `
      ### Jaeger
      #### Faster queries
      - Mentor(s):
        - (@no.such$0.handle)
      - Upstream Issue: TBD
    `,
  });
});

const projects = (newest: string, markOfNewest: string, oldest: string, markOfOldest: string) => ({
  [newer]: `
    ### ${newest}
    ${markOfNewest}
    #### One
    - Mentor(s): Ada Example (@ada-example)
    ### Jaeger
    #### Two
    - Mentor(s): Ada Example (@ada-example)
  `,
  [older]: `
    ### ${oldest}
    ${markOfOldest}
    #### Three
    - Mentor(s): Ada Example (@ada-example)
  `,
});

test('a project is found under every name that people call it by', () => {
  const [definition, reference] = ['    ^^^ definition', '    ^^^^^^^^^^^^^^^^^^^^ reference'];
  checkNavigation(projects('TUF', definition, 'The Update$0 Framework', reference), true);
  checkNavigation(projects('T$0UF', definition, 'The Update Framework', reference), true);
});

test('where Markdown is at work it tells of the heading itself, and only the others are told', () => {
  checkNavigation(projects('TUF', '    ^^^ definition', 'The Update$0 Framework', ''));
  checkNavigation(projects('T$0UF', '', 'The Update Framework', '    ^^^^^^^^^^^^^^^^^^^^ reference'));
});

test.each([
  ['CNCF - Jae$0ger: Faster queries (2025 Term 1)', '    ^^^^^^ definition'],
  ['CNCF - Jaeger: Fas$0ter queries (2025 Term 1)', ''],
])('the name of a program leads to its project as far as it names one: %s', (line, mark) => {
  checkNavigation({
    [newer]: `
      ### Jaeger
      ${mark}
      #### Faster queries
      ${line}
      - Description: d
      - Mentor(s): Ada Example (@ada-example)
    `,
  });
});

test('an upstream issue has references in all terms, however it is written, and no definition', () => {
  checkNavigation({
    [newer]: `
      ### Jaeger
      #### Faster queries
      - Mentor(s): Ada Example (@ada-example)
      - Upstream Issue: https://github.com/jaegertracing/jaeger/iss$0ues/7101#issuecomment-1
                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ reference
    `,
    [older]: `
      ### Jaeger
      #### Slow queries
      - Mentor(s): Ada Example (@ada-example)
      - Upstream Issue: JaegerTracing/jaeger#7101
                        ^^^^^^^^^^^^^^^^^^^^^^^^^ reference
      #### Other queries
      - Mentor(s): Ada Example (@ada-example)
      - Upstream Issue: https://github.com/jaegertracing/jaeger/issues/71
    `,
  });
});

const fromContents = (entry: string, heading: string, marks: readonly [string, string]) => ({
  [newer]: `
    ## Table of Contents
    - [Jaeger](#jaeger)
      - [${entry}](#faster-queries)
    ${marks[0]}
    ## Proposals
    ### Jaeger
    #### ${heading}
    ${marks[1]}
    - Mentor(s): Ada Example (@ada-example)
  `,
});

test.each([
  ['heading', 'Faster queries', 'Faster$0 queries'],
  ['entry', 'Fas$0ter queries', 'Faster queries'],
])(
  'a heading and its entry in the table of contents know each other where Markdown is not at work: %s',
  (_, ...texts) => {
    checkNavigation(fromContents(...texts, ['     ^^^^^^^^^^^^^^ reference', '     ^^^^^^^^^^^^^^ definition']), true);
    checkNavigation(fromContents(...texts, ['', '']), false);
  },
);

test('a link in prose leads to its heading, where Markdown is not at work', () => {
  const { text, caret } = marked(`
    ### Jaeger
    #### Faster queries
    - Description: as in [the other](#slow-queri$0es), and [here](../README.md#how)
    - Mentor(s): Ada Example (@ada-example)
    #### Slow queries
    - Mentor(s): Ada Example (@ada-example)
  `);
  const spot = { document: readDocument(text, newer), uri: 'file:///a.md', offset: caret };
  const found = definitionAt(spot, knownFrom({}), true);
  expect(found?.is === 'place' && text.slice(found.place.span.start, found.place.span.end)).toBe('Slow queries');
  const file = definitionAt({ ...spot, offset: text.indexOf('README') }, knownFrom({}), true);
  expect(file).toEqual({ is: 'file', target: '../README.md#how' });
});
