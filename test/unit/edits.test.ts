import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { settled } from '../../server/src/core/features/actions/fixes';
import { readDocument } from '../../server/src/core/model/document';
import { applyEdits, composeEdits, type Edit } from '../../server/src/core/text/edit';

const edit = (start: number, end: number, text: string): Edit => ({ span: { start, end }, text });

/** Edits that leave each other alone, for a text of that length. */
function editsFor(length: number): fc.Arbitrary<Edit[]> {
  const cuts = fc.uniqueArray(fc.nat({ max: length }), { maxLength: 8 });
  return fc
    .tuple(cuts, fc.array(fc.constantFrom('', 'x', 'yz'), { minLength: 4, maxLength: 4 }))
    .map(([all, texts]) => {
      const sorted = all.sort((a, b) => a - b);
      return texts.flatMap((text, i) => {
        const [start, end] = [sorted[2 * i], sorted[2 * i + 1]];
        return start === undefined || end === undefined ? [] : [edit(start, end, text)];
      });
    });
}

test('edits after edits are the same at once', () => {
  const texts = fc.string({ maxLength: 20 }).chain((text) =>
    editsFor(text.length).chain((first) => {
      const between = applyEdits(text, first);
      return editsFor(between.length).map((second) => ({ text, first, between, second }));
    }),
  );
  fc.assert(
    fc.property(texts, ({ text, first, between, second }) => {
      expect(applyEdits(text, composeEdits(first, between, second))).toBe(applyEdits(between, second));
    }),
  );
});

test('edits stay apart where they do not touch', () => {
  expect(composeEdits([edit(0, 1, 'ab')], 'ab23456789', [edit(9, 10, '')])).toEqual([edit(0, 1, 'ab'), edit(8, 9, '')]);
});

describe('fixes', () => {
  const start = readDocument('aaa', 'project_ideas.md');

  test('that overlap have their turn one after the other', () => {
    const rounds: string[] = [];
    const { document, edits } = settled(start, ({ text }) => {
      rounds.push(text);
      const at = text.indexOf('a');
      return at < 0 ? [] : [[edit(at, at + 1, 'b')], [edit(at, at + 2, 'never')]];
    });
    expect(document.text).toBe('bbb');
    expect(rounds).toEqual(['aaa', 'baa', 'bba', 'bbb']);
    expect(applyEdits('aaa', edits)).toBe('bbb');
  });

  test('that never end are left after ten rounds', () => {
    const { document } = settled(start, ({ text }) => [[edit(text.length, text.length, '!')]]);
    expect(document.text).toBe(`aaa${'!'.repeat(10)}`);
  });

  test('that find nothing leave the very same document', () => {
    expect(settled(start, () => []).document).toBe(start);
  });
});
