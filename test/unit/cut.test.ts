import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutAgain } from '../../server/src/core/model/cut';
import { sectionsOf } from '../../server/src/core/model/section';
import { sharedEnd, sharedStart } from '../../server/src/core/text/shared';
import { anyChange, anyDocument, changed } from './generated';

/** Lines of which nearly each changes what the next ones are. */
const anyLines = fc
  .array(
    fc.constantFrom('# A', ' ## B', '  # C', '```', '~~~', '- a', '- ```', '  b', '<!--', '-->', '> # q', '', 'text'),
  )
  .map((lines) => lines.join('\n'));

/** A version and the next one, whole and unlike in nothing but one place. */
const anyEdit = fc
  .tuple(anyLines, fc.nat(), fc.nat(12), fc.oneof(anyLines, fc.constantFrom('#', '`', '```', '\n', ' ', '')))
  .map(([text, place, length, inserted]) => {
    const start = text.length === 0 ? 0 : place % text.length;
    return [text, text.slice(0, start) + inserted + text.slice(start + length)] as const;
  });

function expectSameCut(before: string, after: string): void {
  const old = sectionsOf(before);
  const { sections, front, back } = cutAgain(after, { text: before, sections: old });
  expect(sections).toEqual(sectionsOf(after));
  const textOf = (text: string, section: { start: number; end: number } | undefined) =>
    section && text.slice(section.start, section.end);
  for (let i = 0; i < front; i++) expect(textOf(after, sections[i])).toBe(textOf(before, old[i]));
  for (let i = 1; i <= back; i++) expect(textOf(after, sections.at(-i))).toBe(textOf(before, old.at(-i)));
}

test('cutting again what an edit has changed gives what cutting everything gives', () => {
  fc.assert(
    fc.property(anyEdit, ([before, after]) => expectSameCut(before, after)),
    { numRuns: 2_000 },
  );
  fc.assert(
    fc.property(anyDocument, anyChange, (text, change) => expectSameCut(text, changed(text, change))),
    { numRuns: 300 },
  );
});

test('an edit in one section leaves the others as they are', () => {
  const text = Array.from({ length: 50 }, (_, n) => `## Heading ${n}\n\nSome text.\n`).join('');
  const at = text.indexOf('Some text', text.indexOf('Heading 20'));
  const { front, back } = cutAgain(`${text.slice(0, at)}x${text.slice(at)}`, { text, sections: sectionsOf(text) });
  expect(front + back).toBeGreaterThanOrEqual(48);
});

test('what two texts have in common at their ends is counted letter by letter', () => {
  fc.assert(
    fc.property(fc.nat(40_000), fc.nat(40_000), fc.string(), fc.string(), (before, after, one, other) => {
      const [head, tail] = ['h'.repeat(before), 't'.repeat(after)];
      const [a, b] = [`${head}<${one}>${tail}`, `${head}[${other}]${tail}`];
      expect([sharedStart(a, b), sharedEnd(a, b, Math.min(a.length, b.length) - before)]).toEqual([before, after]);
    }),
  );
  expect(sharedStart('same', 'same')).toBe(4);
  expect(sharedEnd('same', 'same', 0)).toBe(0);
});
