import fc from 'fast-check';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { sectionsOf, titleOf } from '../../server/src/core/model/section';
import { dedent } from './marks';

const titles = (text: string): string[] =>
  sectionsOf(text)
    .filter(({ level }) => level > 0)
    .map((section) => `${section.level} ${titleOf(text, section)}`);

describe('sections', () => {
  test('begin at ATX headings and cover the whole text', () => {
    const text = '\ufeffintro\n# One\n\n###   Two ###\nmore\r\n####\n';
    expect(titles(text)).toEqual(['1 One', '3 Two', '4 ']);
    expect(
      sectionsOf(text)
        .map(({ start, end }) => text.slice(start, end))
        .join(''),
    ).toBe(text);
  });

  test('do not begin in fences, quotes, comments and indented code', () => {
    expect(
      titles(
        dedent(`
          # One
          \`\`\`yaml
          # not
          \`\`\`
          ~~~
          # not
          \`\`\`
          # not
          ~~~
          > # not
          <!--
          # not
          -->
              # not
          #not
          ####### not
          # Two
        `),
      ),
    ).toEqual(['1 One', '1 Two']);
  });

  test('a fence in a list ends with the list', () => {
    expect(titles('- item\n  ```\n  # not\n# One\n')).toEqual(['1 One']);
    expect(titles('- item\n  ```\n  # not\n  ```\n# One\n')).toEqual(['1 One']);
    expect(titles('- ```\n  # not\n  ```\n# One\n')).toEqual(['1 One']);
  });

  test('a heading may be indented by up to three blanks, inside a list too', () => {
    expect(titles('- item\n\n  ### One\n   ### Two\n    ### not\n')).toEqual(['3 One', '3 Two']);
  });

  test('an unclosed fence or comment swallows the rest', () => {
    expect(titles('# One\n```\n# not\n')).toEqual(['1 One']);
    expect(titles('# One\n<!--\n# not\n')).toEqual(['1 One']);
  });

  test('agree with remark on top-level headings of generated text', () => {
    const line = fc.oneof(
      fc.constantFrom(
        '',
        '# A',
        '### B c',
        '#### D ####',
        '#no',
        '- item',
        '  more',
        '- - x',
        '> # quote',
        '```',
        '~~~~',
        '~~~',
        'text',
        '    # code',
        '1. one',
        '<!-- a -->',
        '   # E',
        '+ x',
        '# `f`',
      ),
      fc.string({ maxLength: 8, unit: fc.constantFrom('a', ' ', '#', '`', '~', '>', '-', '\t') }),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 14 }), (lines) => {
        const text = lines.join('\n');
        const tree = unified().use(remarkParse).parse(text);
        const wanted = tree.children.flatMap((node) =>
          node.type === 'heading' && isAtx(text, node.position?.start.offset ?? 0)
            ? [node.position?.start.line ?? 0]
            : [],
        );
        const headings = new Set(
          sectionsOf(text)
            .filter(({ level }) => level > 0)
            .map(({ start }) => text.slice(0, start).split('\n').length),
        );
        for (const each of wanted) expect(headings, JSON.stringify(text)).toContain(each);
      }),
      { numRuns: 500 },
    );
  });
});

/** Underlined headings are none of ours: mentors do not write proposals under them. */
function isAtx(text: string, offset: number): boolean {
  return /^#{1,6}(?:[ \t]|$)/.test(text.slice(offset).split('\n')[0] ?? '');
}
