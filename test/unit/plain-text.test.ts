/** What strangers write is shown as text, whatever VS Code would make of it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { filledIn, icon, joined, type PlainText, plainSentence, plainText } from '../../client/src/ui/plain-text';
import { aliveIn, hostile } from '../alive';

describe('plainText', () => {
  test.each([
    ['[more](command:workbench.action.quit)', '[more] (command:workbench.action.quit)'],
    ['[a](https://example.org "title")', '[a] (https://example.org "title")'],
    ['[[a]](command:b)', '[[a]] (command:b)'],
    ['$(bug) and $(sync~spin)', '$ (bug) and $ (sync~spin)'],
    ['\\$(bug)', '\\$ (bug)'],
    ['two\nlines\r\nand\u2028more\tof\0them', 'two lines and more of them'],
    ['\u001b[31mred\u009b0m', '[31mred 0m'],
    ['turned \u202egnp.exe\u202c and \u2067held\u2069', 'turned gnp.exe and held'],
    // What falls out must not bring together what was kept apart.
    ['[more]\u200b(command:a) $\u2060(bug)', '[more] (command:a) $ (bug)'],
    ['half \ud83d of a pair', 'half of a pair'],
    // A family, a flag of letters, a heart of color, and Persian keep what joins them.
    ['👨‍👩‍👧 🇨🇭 ❤️ می‌خواهم', '\u2068👨‍👩‍👧 🇨🇭 ❤️ می‌خواهم\u2069'],
    ['שאילתות 2', '\u2068שאילתות 2\u2069'],
    // An end that a stranger writes ends nothing of ours, and a beginning does not go on behind it.
    ['שלום\u2069 [a\u2069](command:b) \u2068', '\u2068שלום [a] (command:b)\u2069'],
    ['\u2068שלום\u2069, Ada', '\u2068\u2068שלום\u2069, Ada\u2069'],
    ['held \u2068here\u2069', 'held here'],
    ['Traces, 10 % of $5 (or [more])', 'Traces, 10 % of $5 (or [more])'],
  ])('%j', (written, shown) => {
    expect(plainText(written)).toBe(shown);
    expect(plainText(shown)).toBe(shown);
  });

  test('has an end, and none within a character', () => {
    expect(plainText('a'.repeat(300))).toHaveLength(300);
    expect(plainText('a'.repeat(301))).toBe(`${'a'.repeat(299)}…`);
    expect(plainText(`${'a'.repeat(298)}👍👍`)).toBe(`${'a'.repeat(298)}…`);
    expect(plainSentence('a'.repeat(5_000_000))).toHaveLength(1_000);
  });
});

test('a text from right to left stands in an isolate of its own, however long it is and whatever marks are in it', () => {
  const pieces = fc.constantFrom('ש', 'ع', '1', 'a', ' ', '(', '\u2068', '\u2069', '\u2067', '\u202e', '\u200f', '👍');
  const texts = fc.array(pieces, { maxLength: 400 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(texts, (text) => {
      for (const shown of [plainText(text), plainSentence(text), filledIn('{0} {1}', [plainText(text), 3])]) {
        expect(aliveIn(shown)).toEqual([]);
        // Outside of isolates there is nothing that could change places with what stands beside it.
        let open = 0;
        for (const letter of shown) {
          if (letter === '\u2068') open++;
          if (letter === '\u2069') open--;
          if (open === 0) expect(letter).not.toMatch(/[\u0590-\u08ff]/);
        }
      }
    }),
    { numRuns: 1_000 },
  );
});

/** Texts made of what links and icons are made of. */
const hostileText = fc
  .array(
    fc.constantFrom(
      ...['ש', '\u2068', '\u2069'],
      ...['[', ']', '(', ')', '$', '\\', ' ', '\n', '"', '\u202e', '\u200b', '\u2060', '\ud83d', '👍', 'bug', 'a'],
      ...['](', '$(', '[a]', '(command:a)', 'command:a', 'https://example.org', 'file:///a', '{0}', '{1}'],
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

test('the oracle finds links, icons, line breaks and direction marks', () => {
  expect(aliveIn('[a](command:b) [a](https://example.org) [a](file:///b) $(bug) \n \u202e')).toHaveLength(6);
});

test('nothing that a stranger writes is alive, alone or beside each other', () => {
  fc.assert(
    fc.property(hostileText, hostileText, (a, b) => {
      for (const text of [plainText(a), plainSentence(a), filledIn('{0}{1}', [plainText(a), plainText(b)])]) {
        expect(aliveIn(text)).toEqual([]);
      }
    }),
    { numRuns: 2_000 },
  );
});

test('nothing is alive in any sentence of ours', () => {
  const words = fc.array(fc.constantFrom('{0}', '{1}', '(', ')', '[', ']', '"', ' ', 'In ', '$'), { maxLength: 8 });
  fc.assert(
    fc.property(words, hostileText, hostileText, (parts, a, b) => {
      const ours = parts.join('');
      fc.pre(!/[\]$]\(/.test(ours));
      expect(aliveIn(filledIn(ours as 'ours', [plainText(a), plainText(b)]))).toEqual([]);
    }),
    { numRuns: 2_000 },
  );
});

describe('our own words', () => {
  test('keep their icons', () => {
    expect(filledIn('$(github) GitHub: {0}', [plainText('$(bug)')])).toBe('$(github) GitHub: $ (bug)');
    expect(joined([icon('issues'), plainText('a')], ' ')).toBe('$(issues) a');
  });

  test('are filled in once', () => {
    expect(filledIn('{1}, {0} and {0}', [plainText('{1}'), 2])).toBe('2, {1} and {1}');
    expect(filledIn('{0}', [])).toBe('');
  });

  test('make no link of two halves', () => {
    expect(filledIn('{0}({1})', [plainText('[more]'), plainText('command:a')])).toBe('[more] (command:a)');
    expect(filledIn('{0}{1}', [plainText('$'), plainText('(bug)')])).toBe('$ (bug)');
  });

  test('an icon is a name', () => {
    expect(icon('bug) [a](command:b')).toBe('$(link)');
  });

  test('no other text is one of them', () => {
    // @ts-expect-error A stranger's text has to be made plain first.
    const text: PlainText = 'a';
    const given: string = hostile;
    // @ts-expect-error Only words that are written out are ours.
    expect([text, filledIn(given, [])]).toEqual(['a', hostile]);
  });
});
