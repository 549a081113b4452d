import fc from 'fast-check';

/** Lines that real files are made of, and lines that break them. */
export const anyLine: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '### Jaeger',
      '#### Faster queries',
      '### Harbor',
      '##### Details',
      '## Accepted Projects',
      '# One',
      '### Sample',
      '## Template',
    ),
  },
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      '- Description: It is slow.',
      '- Expected Outcome:',
      '  - faster',
      '- Recommended Skills: Go',
      '- Mentor(s):',
      '  - Ada Example (@ada-example, ada@example.org)',
      '  - Bob Sample(@bob)',
      '- Mentor(s): Ada Example (@ada-example), Bob Sample (bob@example.org)',
      '- Upstream Issue: https://github.com/example/example/issues/1',
      '- **LFX URL**: <https://mentorship.lfx.linuxfoundation.org/project/00000000-0000-0000-0000-000000000000>',
      'CNCF - Jaeger: Faster queries (2025 Term 1)',
    ),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '',
      '```',
      '~~~',
      '<!--',
      '-->',
      '> # quoted',
      '> - Description: quoted',
      '    # code',
      '---',
      '\ttab',
      '- ```yaml',
      'text 😀 文字',
    ),
  },
  {
    weight: 1,
    arbitrary: fc.string({
      maxLength: 12,
      unit: fc.constantFrom(
        'a',
        ' ',
        '#',
        '`',
        '~',
        '>',
        '-',
        '*',
        ':',
        '@',
        '(',
        ')',
        '[',
        ']',
        '<',
        '\u00a0',
        '，',
        '😀',
      ),
    }),
  },
);

/** A document of such lines, with line ends of either kind. */
export const anyDocument: fc.Arbitrary<string> = fc
  .array(fc.tuple(anyLine, fc.constantFrom('\n', '\n', '\n', '\r\n')), { maxLength: 40 })
  .map((lines) => lines.map(([line, end]) => line + end).join(''));

/** An edit as a person makes it: at a place (a share of the text), taking some away, putting something in. */
export interface Change {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

export const anyChange: fc.Arbitrary<Change> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  remove: fc.oneof({ weight: 4, arbitrary: fc.nat(3) }, { weight: 1, arbitrary: fc.nat(400) }),
  insert: fc.oneof(
    fc.constantFrom('', 'a', '#', '\n', '`', ' ', '- ', '\r\n'),
    anyLine.map((line) => `\n${line}\n`),
    anyDocument,
  ),
});

/** `text` after a change. */
export function changed(text: string, { at, remove, insert }: Change): string {
  const start = Math.floor(at * text.length);
  return text.slice(0, start) + insert + text.slice(start + remove);
}
