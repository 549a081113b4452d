import { expect, test } from 'vitest';
import { lensesOf } from '../../server/src/core/features/hints/code-lens';
import { type HintChoice, hintsIn } from '../../server/src/core/features/hints/inlay-hints';
import { knownFileOf } from '../../server/src/core/known/file';
import { read } from './marks';

/** The lines with hints, each hint in braces where it is shown. */
function hinted(source: string, choice: HintChoice, path?: string): string[] {
  const { document } = read(source, path);
  let { text } = document;
  const hints = [...hintsIn(document, { start: 0, end: text.length }, choice)];
  for (const { offset, label } of hints.sort((a, b) => b.offset - a.offset))
    text = `${text.slice(0, offset)}{${label}}${text.slice(offset)}`;
  return text.split('\n').filter((line) => /\{\d/.test(line));
}

const long = 'Queries over everything that all of the storage backends have in them';
const proposals = `
  ### Jaeger

  #### Faster queries

  - **Description:** ${'Make it fast. '.repeat(10)}
  - Expected Outcome: It is.
  - Mentor(s): Ada Example (@ada-example)

  #### ${long}

  - Description: ${'Make it fast. '.repeat(180)}
  - Mentor(s): Ada Example (@ada-example)

  #### Another one

  CNCF - Jaeger: Another (2025 Term 1)

  - Description:
  - Mentor(s): Ada Example (@ada-example)
`;

test('a hint stands where a limit is near', () => {
  const lines = hinted(proposals, 'near').map((line) => line.slice(0, 100));
  expect(lines).toEqual([
    `#### ${long}{98/100}`,
    expect.stringMatching(/^- Description:\{2,519\/3,000\} Make it fast/),
  ]);
});

test('who wants to sees every budget, of a written name behind the name', () => {
  const lines = hinted(proposals, 'always').map((line) => line.slice(0, 60));
  expect(lines).toEqual([
    '#### Faster queries{43/100}',
    expect.stringMatching(/^- \*\*Description:\*\*\{145\/3,000\} Make/),
    expect.stringMatching(/^#### Queries/),
    expect.stringMatching(/^- Description:\{2,519/),
    'CNCF - Jaeger: Another (2025 Term 1){36/100}',
  ]);
});

test('there is no budget where somebody wants none, nor of what has been accepted', () => {
  expect(hinted(proposals, 'off')).toEqual([]);
  expect(hinted(proposals, 'always', 'programs/lfx-mentorship/2025/01-Mar-May/README.md')).toEqual([]);
});

test('hints are made for the proposals in view alone', () => {
  const { document } = read(proposals);
  const second = document.proposals[1]?.section ?? { start: 0, end: 0 };
  const offsets = hintsIn(document, { start: second.start + 1, end: second.end - 1 }, 'always').map(
    ({ offset }) => offset,
  );
  expect(offsets.length).toBe(2);
  expect(offsets.every((offset) => second.start <= offset && offset <= second.end)).toBe(true);
});

test('above a project stands how many proposals and people it has; the same person counts once', () => {
  const { document } = read(`
    ### Harbor
    ### Jaeger
    #### One
    - Mentor(s):
      - Ada Example (@ada-example, ada@example.org)
      - Bo Sample (@bo-sample)
    #### Two
    - Mentor(s): Ada (ada@example.org)
    ### Prometheus
    #### Three
    - Mentor(s): Cy Probe (@cy-probe)
  `);
  const file = knownFileOf('file:///a.md', document);
  const lenses = file ? lensesOf(file) : [];
  expect(lenses.map(({ span, title }) => `${document.text.slice(span.start, span.end)}: ${title}`)).toEqual([
    'Jaeger: 2 proposals · 2 mentors',
    'Prometheus: 1 proposal · 1 mentor',
  ]);
});
