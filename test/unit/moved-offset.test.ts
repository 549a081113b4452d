import { expect, test } from 'vitest';
import { movedBy } from '../../client/src/editor/moved-offset';

/** The text with a mark at an offset. */
const marked = (text: string, offset: number) => `${text.slice(0, offset)}|${text.slice(offset)}`;

test.each([
  ['typed at the place', 'ab|cd', [2, 0, 'x'], false, 'ab|xcd'],
  ['asked for by the key at the place', 'ab|cd', [2, 0, 'x'], true, 'abx|cd'],
  ['typed before it', 'ab|cd', [0, 0, 'xy'], false, 'xyab|cd'],
  ['typed behind it', 'ab|cd', [3, 0, 'x'], false, 'ab|cxd'],
  ['taken away before it', 'ab|cd', [0, 2, ''], false, '|cd'],
  ['taken away behind it', 'ab|cd', [2, 1, ''], false, 'ab|d'],
  ['taken away around it', 'ab|cd', [1, 2, ''], false, 'a|d'],
  ['replaced around it', 'ab|cd', [1, 2, 'xyz'], false, 'a|xyzd'],
  ['replaced up to it', 'ab|cd', [1, 1, 'xyz'], false, 'a|xyzcd'],
  ['replaced up to it by the key', 'ab|cd', [1, 1, 'xyz'], true, 'axyz|cd'],
  ['replaced far before it', 'ab|cd', [0, 1, 'xyz'], false, 'xyzb|cd'],
] as const)('%s', (_, before, [rangeOffset, rangeLength, text], isBefore, after) => {
  const offset = before.indexOf('|');
  const plain = before.replace('|', '');
  const next = plain.slice(0, rangeOffset) + text + plain.slice(rangeOffset + rangeLength);
  expect(marked(next, movedBy(offset, { rangeOffset, rangeLength, text }, isBefore))).toBe(after);
});
