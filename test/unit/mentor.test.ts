import { describe, expect, test } from 'vitest';
import { mentorsIn } from '../../server/src/core/model/mentor';

/** The people in the lines of `source`, as `name | handle | email`. */
function people(...source: string[]): string[] {
  const text = source.join('\n');
  let at = 0;
  const spans = source.map((line) => {
    const span = { start: at, end: at + line.length };
    at += line.length + 1;
    return span;
  });
  return mentorsIn(text, spans).map(({ name, handle, email, span }) => {
    for (const part of [name, handle, email])
      if (part) expect(text.slice(part.span.start, part.span.end)).toBe(part.text);
    expect(span.start).toBeLessThan(span.end);
    return `${name?.text ?? '-'} | ${handle?.text ?? '-'} | ${email?.text ?? '-'}`;
  });
}

const ada = 'Ada Example | ada-example | ada@example.org';
const bob = 'Bob Sample | bob | bob@example.org';

describe('the LFID of a mentor', () => {
  const lfidOf = (line: string) => {
    const [mentor] = mentorsIn(line, [{ start: 0, end: line.length }]);
    const { span, text } = mentor?.lfid ?? {};
    if (span) expect(line.slice(span.start, span.end)).toBe(text);
    return [mentor?.name?.text, mentor?.handle?.text, mentor?.email?.text, text];
  };
  const whole = ['Ada Example', 'ada-example', 'ada@example.org', 'ada.ex'];

  test.each([
    'Ada Example (@ada-example, ada@example.org, LFID: ada.ex)',
    'Ada Example (@ada-example, ada@example.org, LFID: ada.ex) - primary',
    'Ada Example (@ada-example, ada@example.org, lfid ada.ex)',
    'Ada Example, @ada-example, ada@example.org, LFID: ada.ex',
    'Ada Example | @ada-example | ada@example.org | ada.ex',
    '  Ada Example  |@ada-example| ada@example.org |  ada.ex ',
  ])('%s', (line) => expect(lfidOf(line)).toEqual(whole));

  test('may be missing', () => {
    expect(lfidOf('Ada Example | @ada-example | ada@example.org')).toEqual([...whole.slice(0, 3), undefined]);
    expect(lfidOf('Ada Example (@ada-example, ada@example.org)')).toEqual([...whole.slice(0, 3), undefined]);
  });
});

describe('a mentor entry', () => {
  test.each([
    ['Ada Example (@ada-example, ada@example.org)'],
    ['Ada Example(@ada-example, ada@example.org)'],
    ['Ada Example ( @ada-example , ada@example.org )'],
    ['Ada Example (@ada-example ada@example.org)'],
    ['Ada Example (ada-example, ada@example.org)'],
    ['Ada Example @ada-example ada@example.org'],
    ['Ada Example, @ada-example, ada@example.org'],
    ['Ada Example, ada-example, ada@example.org'],
    ['Ada Example (ada@example.org, @ada-example)'],
    ['Ada Example (@ada-example, ada@example.org) - primary'],
    ['Ada Example (@ada-example, ada@example.org) (primary)'],
    ['Ada Example (@ada-example, ada@example.org),'],
    ['Ada Example (@ada-example, ada@example.org'],
    ['@ada-example - Ada Example (ada@example.org)'],
    ['Ada Example (@ada-example，ada@example.org)'],
    ['Ada Example (@ada-example\u00a0, ada@example.org)'],
    ['Ada Example (@ada-example, <ada@example.org>)'],
    ['Ada Example ([@ada-example](https://github.com/ada-example), ada@example.org)'],
    ['[Ada Example](https://github.com/ada-example) (ada@example.org)'],
    ['[Ada Example](https://github.com/ada-example), ada@example.org'],
    ['Ada Example ([@ada-example](https://github.com/ada-example), [ada@example.org](mailto:ada@example.org))'],
    ['Ada Example (https://github.com/ada-example, ada@example.org)'],
    ['**Ada Example** (@ada-example, ada@example.org)'],
    ['Ada Example (GitHub: @ada-example, Email: ada@example.org)'],
    ['Ada Example (GitHub: @ada-example, Slack: @ada, Email: ada@example.org)'],
  ])('%s', (line) => {
    expect(people(line)).toEqual([ada]);
  });

  test.each([
    ['Ada Example (@ada-example, ada@example.org), Bob Sample (@bob, bob@example.org)'],
    ['Ada Example (@ada-example, ada@example.org); Bob Sample (@bob, bob@example.org)'],
    ['Ada Example (@ada-example, ada@example.org) Bob Sample (@bob, bob@example.org)'],
    ['Ada Example (@ada-example, ada@example.org) and Bob Sample (@bob, bob@example.org)'],
    ['Ada Example (@ada-example, ada@example.org, Bob Sample (@bob, bob@example.org))'],
    ['Ada Example @ada-example ada@example.org, Bob Sample @bob bob@example.org'],
    ['@ada-example - Ada Example, ada@example.org; @bob - Bob Sample (bob@example.org)'],
    [
      '[Ada Example](https://github.com/ada-example) (ada@example.org), [Bob Sample](https://github.com/bob) (bob@example.org)',
    ],
  ])('two on one line: %s', (line) => {
    expect(people(line)).toEqual([ada, bob]);
  });

  test('parts that are missing', () => {
    expect(people('Ada Example')).toEqual(['Ada Example | - | -']);
    expect(people('Ada Example, Bob Sample')).toEqual(['Ada Example | - | -', 'Bob Sample | - | -']);
    expect(people('@ada-example, @bob')).toEqual(['- | ada-example | -', '- | bob | -']);
    expect(people('Ada Example (ada@example.org)')).toEqual(['Ada Example | - | ada@example.org']);
    expect(people('[Ada Example](https://github.com/ada-example) [Bob Sample](https://github.com/bob)')).toEqual([
      'Ada Example | ada-example | -',
      'Bob Sample | bob | -',
    ]);
    expect(people('ada@example.org@ada-example @bob')).toEqual(['- | ada-example | ada@example.org', '- | bob | -']);
  });

  test('a link elsewhere than to GitHub gives a name and no handle', () => {
    expect(people('Ada Example ([@ada](https://twitter.com/ada))')).toEqual(['Ada Example | - | -']);
    expect(people('[Ada Example](https://twitter.com/ada) (@ada-example)')).toEqual(['Ada Example | ada-example | -']);
  });

  test('what GitHub or mail cannot have is kept as it is written', () => {
    expect(people('Ada Example (@ada.example, ada@example.org)')).toEqual([
      'Ada Example | ada.example | ada@example.org',
    ]);
    expect(people('Ada Example (@ada-example, ada AT example.org)')).toEqual([
      'Ada Example | ada-example | ada AT example.org',
    ]);
    expect(people('Ada Example (@ada-example, ada[at]example.org)')).toEqual([
      'Ada Example | ada-example | ada[at]example.org',
    ]);
  });

  test('a surname first, a name inside the brackets, a role before a colon', () => {
    expect(people('Example, Ada (@ada-example, ada@example.org)')).toEqual([
      'Example, Ada | ada-example | ada@example.org',
    ]);
    expect(people('(Ada Example, @ada-example)')).toEqual(['Ada Example | ada-example | -']);
    expect(people('Adjunct: [Ada Example](https://github.com/ada-example)')).toEqual(['Ada Example | ada-example | -']);
    expect(people('[@Ada Example](https://github.com/ada-example)')).toEqual(['Ada Example | ada-example | -']);
  });

  test('lines with one fact each belong to the person above', () => {
    expect(people('Ada Example', 'GitHub: @ada-example', 'Email: ada@example.org')).toEqual([ada]);
    expect(people('Ada Example', 'GitHub: ada-example', 'Email: ada@example.org')).toEqual([ada]);
  });

  test('another name in brackets belongs to the name', () => {
    expect(people('Ada Example (Countess) (@ada-example, ada@example.org)')).toEqual([
      'Ada Example (Countess) | ada-example | ada@example.org',
    ]);
  });

  test('only the shape of the template is plain', () => {
    const plain = (line: string) => mentorsIn(line, [{ start: 0, end: line.length }])[0]?.plain;
    expect(plain('Ada Example (@ada-example, ada@example.org)')).toBe(true);
    expect(plain('Ada Example (@ada-example, ada@example.org) - primary')).toBe(true);
    expect(plain('Ada Example(@ada-example, ada@example.org)')).toBe(false);
    expect(plain('Ada Example (ada-example, ada@example.org)')).toBe(false);
  });
});
