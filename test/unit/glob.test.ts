/** Globs, with picomatch as their judge where a pattern is harmless; it reads `[!a]` as two letters and lets `[^a]` be a slash. */
import fc from 'fast-check';
import picomatch from 'picomatch/posix';
import { describe, expect, test } from 'vitest';
import { expanded } from '../../server/src/host/workspace/glob';
import { GlobSet } from '../../server/src/host/workspace/glob-set';

function matches(globs: string | readonly string[], path: string): boolean {
  const set = GlobSet.of([globs].flat());
  if (typeof set === 'string') throw new Error(set);
  return set.matches(path);
}

/** A glob means a folder with all that is in it. */
function judged(globs: readonly string[], path: string): boolean {
  return picomatch(
    globs.flatMap((glob) => [glob, `${glob}/**`]),
    { dot: true, nonegate: true, noextglob: true },
  )(path);
}

describe('a glob', () => {
  test.each([
    ['programs', 'programs/a.md', true],
    ['programs', 'programs2/a.md', false],
    ['**/2019/**', 'programs/2019/b.md', true],
    ['**/2019/**', '2019', true],
    ['a/**/b', 'a/b', true],
    ['a/**/b', 'a/x/y/b', true],
    ['a/**/b', 'a/xb', false],
    ['a/*/b', 'a/x/y/b', false],
    ['**.md', 'a/b.md', true],
    ['a**.md', 'a/b.md', false],
    ['*.md', '.a.md', true],
    ['a/?.md', 'a/b.md', true],
    ['a?b', 'a/b', false],
    ['a/*/**', 'a/b/c', true],
    ['a/*/**', 'a/b', false],
    ['[a-c]x', 'bx', true],
    ['[!a-c]x', 'bx', false],
    ['[^a-c]x', 'dx', true],
    ['a[!b]c', 'a/c', false],
    ['[]]', ']', true],
    ['[a', '[a', true],
    ['[a-]', '-', true],
    ['{a,b/{c,d}}/e', 'b/d/e', true],
    ['{a,b/{c,d}}/e', 'b/e', false],
    ['{a}', '{a}', true],
    ['{a,b', '{a,b', true],
    ['{,.}a', '.a', true],
    ['\\*', '*', true],
    ['\\*', 'a', false],
    ['(a)', '(a)', true],
    ['**', 'a', true],
    ['', 'a', false],
    ['größe/🚀*', 'größe/🚀.md', true],
  ])('%s and %s: %s', (glob, path, is) => {
    expect(matches(glob, path)).toBe(is);
  });

  const part = fc.array(fc.constantFrom('a', 'b', '.', '*', '?', '[ab]', '{a,b}', '{a,.b}'), {
    minLength: 1,
    maxLength: 4,
  });
  const globPart = fc.oneof(
    { weight: 4, arbitrary: part.map((letters) => letters.join('').replace(/\*+/g, '*')) },
    { weight: 1, arbitrary: fc.constant('**') },
  );
  // "." and ".." are no names.
  const isNamed = (text: string) => !text.split('/').some((each) => /^\.*$/.test(each));
  const glob = fc
    .array(globPart, { minLength: 1, maxLength: 4 })
    .map((parts) => parts.join('/'))
    .filter((text) => isNamed(text) && text.split('{').length < 6);
  const path = fc
    .array(fc.stringMatching(/^[ab.]{0,3}[ab]$/), { minLength: 1, maxLength: 4 })
    .map((parts) => parts.join('/'))
    .filter(isNamed);

  test('means what it means to others', { tags: 'slow' }, () => {
    fc.assert(
      fc.property(fc.array(glob, { minLength: 1, maxLength: 3 }), path, (globs, each) => {
        expect(matches(globs, each)).toBe(judged(globs, each));
      }),
      { numRuns: 5_000 },
    );
  });

  test('takes one of many, however many there are before it', () => {
    const globs = Array.from({ length: 200 }, (_, i) => `folder-${i}/*.md`);
    for (const i of [0, 1, 31, 32, 33, 199]) expect(matches(globs, `folder-${i}/a.md`)).toBe(true);
    expect(matches(globs, 'folder-200/a.md')).toBe(false);
  });
});

describe('no glob takes longer than its length', () => {
  const as = 'a'.repeat(4_000);
  const shapes = [
    '([a-z0-9/._-]+)+#',
    '**/*a*a*a*a*a*a*a*a*a*a*b',
    '*'.repeat(1_000),
    '**/'.repeat(333),
    '*a'.repeat(499),
    '?*'.repeat(500),
    '{a,'.repeat(250),
    '{a,'.repeat(200) + '}'.repeat(200),
    '[!'.repeat(500),
    '[[]'.repeat(333),
    '\\'.repeat(1_000),
  ];
  test.each(shapes.map((glob) => [glob.slice(0, 20), glob]))('%s…', (_, glob) => {
    const globs = Array.from({ length: 200 }, () => glob);
    const set = GlobSet.of(globs);
    if (typeof set !== 'string') expect(set.matches(`${as}/${as}c`)).toBe(/^[*]+$/.test(glob));
    else expect(set).toBe('holds more alternatives than anybody could mean');
  });

  test.each([
    [Array.from({ length: 100_000 }, () => 'a'), 'takes at most 200 patterns'],
    [['a'.repeat(1_001)], 'has a pattern longer than 1000 characters'],
    [['{a,b}'.repeat(20)], 'holds more alternatives than anybody could mean'],
  ])('what would is refused', (globs, why) => {
    expect(GlobSet.of(globs)).toBe(why);
  });

  test('choices are counted before they are made', () => {
    expect(expanded('{a,b}'.repeat(200), 1_000)).toBeNull();
    expect(expanded('{a,b}{c,d}', 4)).toEqual(['ac', 'ad', 'bc', 'bd']);
  });
});
