/** Rules that ask about the outside are not asked again while it and all but words stay the same, and nobody can tell. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { knownFileOf } from '../../server/src/core/known/file';
import { type IssueAnswer, type Known, type KnownFile, nothingKnown } from '../../server/src/core/known/known';
import { FindingMemory } from '../../server/src/core/linter/memory';
import { findingsOf } from '../../server/src/core/linter/run';
import { issueIs } from '../../server/src/core/linter/upstream-answers';
import { type ProposalsDocument, readDocument } from '../../server/src/core/model/document';
import { mentorConflict } from '../../server/src/core/rules/mentors/mentor-conflict';
import { Directory, knownFromDirectory } from '../../server/src/host/workspace/file-index';
import { answered, goodDrafts, goodProposal } from '../good';
import './property-seed';

/** The same object for all versions, as in the server, or else nothing is remembered. */
const settings = {};

const path = 'programs/lfx-mentorship/2025/01-Mar-May/project_ideas.md';
const text = goodDrafts(goodProposal('Slow queries'), goodProposal('Other work'), goodProposal('Less to copy'));
const beside = 'programs/lfx-mentorship/2025/01-Mar-May/README.md';
const earlier = 'programs/lfx-mentorship/2024/03-Sep-Nov/README.md';

function fileOf(at: string, content: string): KnownFile {
  const file = knownFileOf(`file:///${at}`, readDocument(content, at));
  if (!file) throw new Error('That is no proposals document.');
  return file;
}

const others: readonly (readonly KnownFile[])[] = [
  [],
  [fileOf(beside, goodDrafts(goodProposal('Something else')))],
  [fileOf(earlier, text.replaceAll('Ada Example', 'Max Sample').replaceAll('ada@example.org', 'adda@example.org'))],
  [fileOf(beside, text.replaceAll('@ada', '@adda')), fileOf(earlier, text)],
];

/** An outside that can change at any time, as the language server's. */
class Outside {
  private directory = new Directory();
  private answer: IssueAnswer = { is: 'unknown', why: null };
  private base: ProposalsDocument | null = null;
  private revision = {};

  change(to: { others?: number; answer?: IssueAnswer; base?: ProposalsDocument | null }): void {
    if (to.others !== undefined) this.directory = new Directory(others[to.others] ?? []);
    if (to.answer) this.answer = to.answer;
    if (to.base !== undefined) this.base = to.base;
    this.revision = {};
  }

  /** Another object each time, as `knownBeside` makes it. */
  known(): Known {
    return {
      ...knownFromDirectory(this.directory),
      revision: () => this.revision,
      hasAnswers: () => true,
      issue: () => this.answer,
      base: () => this.base,
    };
  }
}

const edit = fc.record({
  place: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.nat(8),
  added: fc.constantFrom('x', ' a word', ' a word', '', '\n', '`', '- ', '@ada', '\n\n#### New\n\n- Description: d\n'),
});
const change = fc.oneof(
  fc.record({ others: fc.nat({ max: others.length - 1 }) }),
  fc.record({
    answer: fc.constantFrom<IssueAnswer>(
      { is: 'missing', certain: true, asOf: 0 },
      issueIs({ state: 'closed', closedAt: 0 }),
      issueIs({ number: 7 }),
    ),
  }),
  fc.record({
    base: fc.constantFrom(null, readDocument(text, path), readDocument(goodDrafts(goodProposal('T')), path)),
  }),
);

test('what is remembered is what a fresh look finds', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof({ weight: 3, arbitrary: edit }, change), { maxLength: 10 }), (steps) => {
      const outside = new Outside();
      const memory = new FindingMemory();
      let document = readDocument(text, path);
      for (const step of steps) {
        if ('place' in step) {
          const offset = Math.floor(step.place * document.text.length);
          const next = document.text.slice(0, offset) + step.added + document.text.slice(offset + step.removed);
          document = readDocument(next, path, { previous: document });
        } else outside.change(step);
        const findings = findingsOf(document, outside.known(), settings, memory);
        expect(answered(findings)).toEqual(
          answered(findingsOf(readDocument(document.text, path), outside.known(), {})),
        );
      }
    }),
    { numRuns: 60 },
  );
});

test('a word more asks nothing about people and issues', () => {
  const outside = new Outside();
  outside.change({ others: 2 });
  let asked = 0;
  const count =
    <A, B>(answer: (about: A) => B) =>
    (about: A) => {
      asked++;
      return answer(about);
    };
  const known = outside.known();
  const counted: Known = { ...known, mentorsByHandle: count(known.mentorsByHandle), uses: count(known.uses) };
  const memory = new FindingMemory();
  const before = readDocument(text, path);
  const found = findingsOf(before, counted, settings, memory).filter(({ rule }) => rule === mentorConflict.id);
  expect(found).not.toEqual([]);
  expect(asked).toBeGreaterThan(0);
  asked = 0;
  const at = text.indexOf('What is ');
  const after = readDocument(`${text.slice(0, at)}a word ${text.slice(at)}`, path, { previous: before });
  const again = findingsOf(after, counted, settings, memory).filter(({ rule }) => rule === mentorConflict.id);
  expect(again.map(({ message }) => message)).toEqual(found.map(({ message }) => message));
  expect(asked).toBe(0);
});

test('who cannot tell whether the outside has changed is asked at every key', () => {
  const memory = new FindingMemory();
  const document = readDocument(text, path);
  const answering = (answer: IssueAnswer): Known => ({
    ...nothingKnown,
    hasAnswers: () => true,
    issue: () => answer,
  });
  const missing = () => findingsOf(document, answering({ is: 'missing', certain: true, asOf: 0 }), settings, memory);
  expect(findingsOf(document, answering({ is: 'unknown', why: null }), settings, memory)).toEqual([]);
  expect(missing().map(({ rule }) => rule)).toContain('upstream-missing');
});
