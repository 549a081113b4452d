/** The mentions of one person, however many they are. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordKey } from '../../server/src/core/facts/words';
import { actionsFor } from '../../server/src/core/features/actions/code-actions';
import type { Known, KnownMentor } from '../../server/src/core/known/known';
import { Mentions, type Said } from '../../server/src/core/known/mentions';
import type { RuleSettings } from '../../server/src/core/linter/rule';
import { rules } from '../../server/src/core/linter/rules';
import { findingsOf } from '../../server/src/core/linter/run';
import { limited } from '../../server/src/core/linter/shown';
import { readDocument } from '../../server/src/core/model/document';
import { knownFrom } from './rules/known-from';
import './property-seed';

/** The same by its definition, one by one. */
function againstOneByOne(all: readonly KnownMentor[], said: Said, own: string, term: string, title: string) {
  const others = all.filter(
    ({ proposal }) => proposal.file.termKey !== term || wordKey(proposal.title) !== wordKey(title),
  );
  const saying = others.filter((each) => each[said] !== null);
  const key = said === 'name' ? wordKey : (value: string) => value.toLowerCase();
  if (saying.some((each) => key(each[said] ?? '') === key(own))) return null;
  const upToNow = saying.filter(({ proposal }) => term === '' || proposal.file.termKey <= term);
  const newest = upToNow
    .map(({ proposal }) => proposal.file.termKey)
    .sort()
    .at(-1);
  return newest === undefined ? null : upToNow.filter(({ proposal }) => proposal.file.termKey === newest);
}

const terms = fc.constantFrom('', '2024-01', '2024-02', '2025-01');
const titles = fc.constantFrom('A', 'a', 'B', 'C', 'D', 'E');
const value = fc.option(fc.constantFrom('x', 'X', 'y', 'z z', 'zz', 'w'), { nil: null });
const mention = fc
  .record({ term: terms, kind: fc.constantFrom('proposed', 'accepted'), title: titles, value })
  .map(
    ({ term, kind, title, value }) =>
      ({ proposal: { title, file: { termKey: term, kind } }, name: value, handle: value }) as unknown as KnownMentor,
  );

test('are what each of them says, less than all of them where they are many', () => {
  fc.assert(
    fc.property(
      fc.array(mention, { maxLength: 40 }),
      fc.constantFrom<Said>('name', 'handle'),
      value.map((own) => own ?? 'v'),
      terms,
      titles,
      (all, said, own, term, title) => {
        const mentions = new Mentions(all, term);
        const expected = againstOneByOne(all, said, own, term, title);
        const found = mentions.against(said, own, wordKey(title));
        expect(found?.slice(0, 3)).toEqual(expected?.slice(0, 3));
        const values = (some: readonly KnownMentor[] | null) => new Set(some?.map((each) => each[said]?.toLowerCase()));
        expect(values(found)).toEqual(values(expected));
        const isCopy = ({ proposal }: KnownMentor) =>
          proposal.file.termKey === term && wordKey(proposal.title) === wordKey(title);
        expect(mentions.areCopies(wordKey(title))).toBe(all.every(isCopy));
      },
    ),
    { numRuns: 1_000 },
  );
});

const drafts = 'programs/lfx-mentorship/2025/01-Mar-May/project_ideas.md';
const accepted = 'programs/lfx-mentorship/2025/01-Mar-May/README.md';
const all: RuleSettings = Object.fromEntries(rules.map(({ id, severity }) => [id, severity]));

/** Ways in which many proposals can be about one and the same. */
const crowds: Record<string, (at: number, place: 'here' | 'there') => string> = {
  'one mentor': (at) => `#### T${at}\n- Mentor(s):\n  - Ada Example (@ada, ada@example.org)\n`,
  'one handle, as many names': (at, place) => `#### ${place}${at}\n- Mentor(s):\n  - Ada${at} ${place}${at} (@ada)\n`,
  'one name, handles a letter off': (at, place) =>
    `#### ${place}${at}\n- Mentor(s):\n  - Ada Example (@ada${place === 'here' ? String.fromCharCode(97 + (at % 26)) : ''})\n`,
  'one handle in every spelling': (at) =>
    `#### T\n- Mentor(s):\n  - Ada (@${[...'abcdefghij'].map((letter, bit) => ((at >> bit) & 1 ? letter.toUpperCase() : letter)).join('')}, a${at}@example.org)\n`,
  'one name in every spelling': (at) =>
    `#### T\n- Mentor(s):\n  - ${[...'abcdefghij'].map((letter, bit) => ((at >> bit) & 1 ? letter.toUpperCase() : letter)).join('')} (@ada${at})\n`,
  'another address in each file': (at, place) =>
    `#### T\n- Mentor(s):\n  - Ada Example (@ada, ${place}${at % 2}@example.org)\n`,
  'one issue': (at, place) => `#### ${place}${at}\n- Upstream Issue: https://github.com/o/r/issues/1\n`,
};

/** How much of what is known the rules look at, and help for what they say, with so many proposals in each of two files. */
function stepsWith(crowd: (at: number, place: 'here' | 'there') => string, count: number): number {
  const text = (place: 'here' | 'there') =>
    `### ${place}\n${Array.from({ length: count }, (_, at) => crowd(at, place)).join('')}`;
  let steps = 0;
  const counted = <T extends object>(value: T): T =>
    new Proxy(value, {
      get: (target, key) => {
        steps++;
        return Reflect.get(target, key);
      },
    });
  const source = knownFrom({ [accepted]: text('there') });
  const asked = <A extends unknown[], T extends object>(ask: (...args: A) => readonly T[]) => {
    const wrapped = new Map<T, T>();
    return (...args: A) => {
      const answer = ask(...args);
      steps += answer.length;
      for (const each of answer) if (!wrapped.has(each)) wrapped.set(each, counted(each));
      return answer.map((each) => wrapped.get(each) as T);
    };
  };
  const known: Known = {
    ...source,
    mentorsByHandle: asked(source.mentorsByHandle),
    mentorsByName: asked(source.mentorsByName),
    mentorsByEmail: asked(source.mentorsByEmail),
    proposals: asked(source.proposals),
    projects: asked(source.projects),
    uses: asked(source.uses),
  };
  const document = readDocument(text('here'), drafts);
  const found = findingsOf(document, known, all).filter(
    ({ rule }) => rule === 'mentor-conflict' || rule === 'upstream-duplicate',
  );
  actionsFor(limited(found, 50), document, known, { kinds: new Set(['choice']) });
  return steps;
}

test.each(Object.entries(crowds))('%s in twice as many proposals: twice the work, not four times', (_, crowd) => {
  const once = stepsWith(crowd, 500);
  expect(once).toBeGreaterThan(0);
  expect(stepsWith(crowd, 1_000) / once).toBeLessThan(2.5);
});
