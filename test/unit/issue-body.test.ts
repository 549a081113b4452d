/** The text of an issue: read, and what was understood written anew. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bodyMarkdown } from '../../server/src/core/features/issue-preview/issue-body';
import { expectSafe, hostile, lettersOf } from './safe-markdown';
import './property-seed';

const body = (text: string, most = 600) => bodyMarkdown(text, { owner: 'example', repo: 'tracer' }, most);

describe('a body', () => {
  test.each([
    ['paragraphs keep their lines', 'One\ntwo\n\nthree', 'One  \ntwo\n\nthree'],
    ['a heading does not shout', '## What *happens*\ntext', '**What happens**\n\ntext'],
    ['an underlined heading is one', 'What\n====\ntext', '**What**\n\ntext'],
    ['lists keep their levels', '- a\n  - b\n    1. c\n- [ ] d\n* [x] e', '- a\n  - b\n    1. c\n- ☐ d\n\n* ☑ e'],
    ['an item goes on', '- one\n  two', '- one  \n  two'],
    ['a quote stays one', '> they said\n> so\n\nno', '> they said  \n> so\n\nno'],
    ['a table is read by rows', '| a | b |\n|---|:-:|\n| c | d |', 'a · b\n\nc · d'],
    ['code stays code', '```go\nx := `<b>`\n```\nthen', '```go\nx := `<b>`\n```\n\nthen'],
    ['code without an end ends', '~~~\n# x', '```\n# x\n```'],
    ['code with a fence in it', '````md\n```\nx\n```\n````', '````md\n```\nx\n```\n````'],
    ['words as code', 'run `a b` or ``c ` d``', 'run `a b` or ``c ` d``'],
    ['no icon out of code', '`$(pwd)` and $(zap)', '`$\u2060(pwd)` and \\$(zap)'],
    ['strong words', 'a **very** big, __old__ one', 'a **very** big, **old** one'],
    ['emphasis is words', 'an *old* ~~new~~ snake_case_name', 'an old new snake\\_case\\_name'],
    ['comments of templates go', '<!-- Please\ntell -->Hello<!-- x --> you<!-- and\nno end', 'Hello you'],
    ['HTML goes, its words stay', '<details><summary>Log</summary>a<br>b</details>', 'Loga  \nb'],
    ['scripts go whole', 'a<script>alert(1)\n</script>b <style>p{}</style>', 'ab'],
    ['a link', '[the docs](https://example.org/a(b)) here', '[the docs](<https://example.org/a(b)>) here'],
    ['a link of a command is words', '[run](command:quit) [x](javascript:alert) [y](#z)', 'run x y'],
    ['an image is a link', '![shot](https://example.org/a.png)', '[shot](<https://example.org/a.png>)'],
    ['an image of nowhere is words', '![shot](file:///a.png)', 'shot'],
    [
      'a badge is one link',
      '[![build](https://example.org/b.svg)](https://example.org/ci)',
      '[build](<https://example.org/ci>)',
    ],
    [
      'an address',
      'see https://www.example.org/a?b=1.',
      'see [example.org/a?b\\=1](<https://www.example.org/a?b=1>)\\.',
    ],
    [
      'an issue by its address',
      '<https://github.com/o/r/issues/3#x>',
      '[o/r\\#3](<https://github.com/o/r/issues/3#x>)',
    ],
    [
      'references',
      'Fixes #12, o/r#3; not a#4',
      'Fixes [\\#12](<https://github.com/example/tracer/issues/12>), [o/r\\#3](<https://github.com/o/r/issues/3>); not a\\#4',
    ],
    [
      'mentions',
      'cc @ada-example, not ada@example.org',
      'cc [\\@ada-example](<https://github.com/ada-example>), not ada\\@example.org',
    ],
    ['a link by reference', '[the docs][d]\n\n[d]: https://example.org/docs', '[the docs](<https://example.org/docs>)'],
    ['an image by reference', '![shot][s]\n\n[s]: https://example.org/a.png', '[shot](<https://example.org/a.png>)'],
    ['an image without words', '![](https://example.org/a.png)', '[image](<https://example.org/a.png>)'],
    ['a break in HTML', 'one<br/>two', 'one  \ntwo'],
    ['a break by a backslash', 'one\\\ntwo', 'one  \ntwo'],
    ['strong words with code in them', 'a **very `big`** one', 'a very `big` one'],
    ['code without words goes', 'a `\u200b` b', 'a b'],
    ['a handle that GitHub cannot have', 'cc @ada--example', 'cc \\@ada--example'],
    ['two halves make no link', 'ht<b>tps://evil.example.org', 'https\u2060://evil.example.org'],
    ['marks that turn the direction go', 'a\u202egnp.exe \u200fb', 'agnp.exe b'],
    ['no icon out of an address', '[a](https://example.org/$(zap))', '[a](<https://example.org/%24(zap)>)'],
    ['escaped signs', '\\*not\\* &lt;b&gt; &amp;', '\\*not\\* \\<\u2060b\\> \\&'],
  ])('%s', (_, text, markdown) => {
    expect(body(text)).toBe(markdown);
  });

  test('with comments alone is empty', () => {
    expect(body('<!-- only this -->\n\n---\n')).toBeNull();
    expect(body('')).toBeNull();
  });

  test('is cut between words, never in a link or in a line of code', () => {
    expect(body('some longer words', 12)).toBe('some longer…');
    expect(body('see [the docs](https://example.org)', 6)).toBe('see …');
    expect(body('```\none\ntwo\nthree\n```\nend', 8)).toBe('```\none\ntwo\n…\n```');
    expect(body('x'.repeat(100_000))).toBe(`${'x'.repeat(599)}…`);
  });

  test('is safe Markdown, whatever was written', { tags: 'slow' }, () => {
    fc.assert(
      fc.property(hostile, fc.integer({ min: 1, max: 60 }), (text, most) => {
        const markdown = body(text, most) ?? '';
        expectSafe(markdown);
        expect(lettersOf(markdown)).toBeLessThanOrEqual(most + 2);
      }),
      { numRuns: 2_000 },
    );
  });

  test('100,000 hostile characters are read at once', () => {
    for (const part of [
      '<script>',
      '[x](',
      '`',
      '**a',
      '![',
      '@a',
      '<!--',
      '- ',
      '> ',
      '\\',
      '(',
      '[[',
      'a/b#',
      '&lt;',
    ])
      expectSafe(body(part.repeat(100_000 / part.length)) ?? '');
  }, 2_000);
});
