import { expect, test } from 'vitest';
import { plain } from '../../client/src/plain';

test.each([
  ['$(bug) in the text', '\\$(bug) in the text'],
  ['a $(sync~spin)', 'a \\$(sync~spin)'],
  // VS Code takes the backslash away only where an icon would be.
  ['cost $(not an icon)', 'cost $(not an icon)'],
  ['$(', '$('],
  ['\\$(bug)', '\\$(bug)'],
])('%j is shown as it is written', (text, label) => {
  expect(plain(text)).toBe(label);
});
