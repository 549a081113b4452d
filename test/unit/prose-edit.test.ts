/** Rules for whole documents are not asked again while somebody writes prose, and nobody can tell. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nothingKnown } from '../../server/src/core/known/known';
import { FindingMemory } from '../../server/src/core/linter/memory';
import { harmlessEdit } from '../../server/src/core/linter/moved-findings';
import { findingsOf } from '../../server/src/core/linter/run';
import { readDocument } from '../../server/src/core/model/document';
import { realisticText } from '../bench/text';
import { answered, goodDrafts, goodProposal } from '../good';
import { noRealFiles, realFiles } from './real-files';

/** The same object for all versions, as in the server, or else nothing is remembered. */
const settings = {};

const path = 'programs/lfx-mentorship/2025/01-Mar-May/project_ideas.md';
const text = `## Contents\n\n- [Jaeger](#jaeger)\n  - [Slow queries](#slow)\n\n${goodDrafts(
  goodProposal('Slow queries'),
  goodProposal('Slow queries', { without: ['Upstream'] }),
  goodProposal('Other work'),
)}\n#### Harbor\n\n${goodProposal('Less to copy').replace('####', '#####')}`;

describe('an edit of prose', () => {
  const at = (words: string) => text.indexOf(words) + words.length;
  const edited = (offset: number, removed: number, added: string) =>
    text.slice(0, offset) + added + text.slice(offset + removed);
  const edit = (offset: number, removed: number, added: string) => {
    const before = readDocument(text, path);
    return harmlessEdit(before, readDocument(edited(offset, removed, added), path, { previous: before }));
  };

  test.each([
    ['a letter', 0, 'x'],
    ['words', 0, ' and more, of course.'],
    ['a word less', 3, ''],
  ])('is one that changes %s in a description', (_, removed, added) => {
    const offset = at('What is ');
    expect(edit(offset, removed, added)).toMatchObject({ by: added.length - removed });
  });

  test.each([
    ['a line end', 'What is ', '\n'],
    ['a mark', 'What is ', '`'],
    ['a title', 'Slow que', 'x'],
    ['a label', '- Descrip', 'x'],
    ['a name', 'Ada Exam', 'x'],
    ['an issue', 'jaeger/issues/', '1'],
    ['an entry of the table of contents', '- [Jae', 'x'],
  ])('is not one that changes %s', (_, where, added) => {
    expect(edit(at(where), 0, added)).toBeNull();
  });
});

test('a proposal at the start of a file is read once after an edit of words, like any other', () => {
  const source = goodProposal('Slow queries');
  const before = readDocument(source, path);
  const now = readDocument(source.replace('What', 'That'), path, { previous: before });
  expect(now.assembly).toEqual(readDocument(source.replace('What', 'That'), path).assembly);
  expect(now.proposals[0]?.body).toBe(now.readings.bodies.find(({ ids }) => ids.size > 0));
});

/** What somebody may do at a place, from 0 to 1 of the text. */
const step = fc.record({
  place: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.nat(12),
  added: fc.constantFrom(
    'x',
    ' a word',
    '',
    '\n',
    '`',
    '#',
    '\n\n#### New\n\n- Description: d\n',
    '~~~',
    '- ',
    '@ada',
    '<!--',
  ),
});

function expectSame(source: string, of: string, steps: readonly { place: number; removed: number; added: string }[]) {
  const memory = new FindingMemory();
  let document = readDocument(source, of);
  findingsOf(document, nothingKnown, settings, memory);
  for (const { place, removed, added } of steps) {
    const offset = Math.floor(place * document.text.length);
    const next = document.text.slice(0, offset) + added + document.text.slice(offset + removed);
    document = readDocument(next, of, { previous: document });
    const findings = findingsOf(document, nothingKnown, settings, memory);
    expect(answered(findings)).toEqual(answered(findingsOf(readDocument(next, of), nothingKnown, {})));
  }
}

test('what is remembered is what a fresh look finds', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => expectSame(text, path, steps)),
    { numRuns: 150 },
  );
});

test('on generated files', { tags: 'slow' }, () => {
  const long = realisticText(20_000);
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => expectSame(long, path, steps)),
    { numRuns: 40 },
  );
});

test.skipIf(noRealFiles)(`on real files${noRealFiles}`, { tags: 'slow' }, () => {
  const files = realFiles();
  fc.assert(
    fc.property(fc.nat(files.length - 1), fc.array(step, { maxLength: 6 }), (index, steps) => {
      const file = files[index];
      if (file && file.text.length < 80_000) expectSame(file.text, file.path, steps);
    }),
    { numRuns: 40 },
  );
});
