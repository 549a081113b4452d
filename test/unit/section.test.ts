import fc from 'fast-check';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { sectionsOf, titleOf } from '../../server/src/core/model/section';
import { lineAt, lineStartsOf } from '../../server/src/core/text/lines';
import { anyLine } from './generated';
import { dedent } from './marks';
import { noRealFiles, realFiles } from './real-files';

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
});

describe('remark, the oracle,', () => {
  test('agrees on which lines are headings, in generated text', { tags: 'slow' }, () => {
    const line = fc.oneof(
      { weight: 4, arbitrary: anyLine },
      {
        weight: 3,
        arbitrary: fc.constantFrom(
          '# A',
          '#### D ####',
          '#no',
          '- item',
          '  more',
          '- - x',
          '1. one',
          '   # E',
          '+ x',
          '```',
          '~~~~',
          '> ```',
          '<!-- a -->',
          '- > q',
          '# `f`',
          '  ```',
          '    ```',
        ),
      },
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 14 }), (lines) => expectAgreement(`${lines.join('\n')}\n`)),
      { numRuns: 1500 },
    );
  });

  test.skipIf(noRealFiles)(`agrees on every real file${noRealFiles}`, { tags: 'slow' }, () => {
    for (const { text } of realFiles()) expectAgreement(text);
  });
});

/**
 * Holds the headings that we find against remark's. Where the two differ on purpose, both are brought to the same:
 * underlined headings are none of ours; a heading in a list or quote is ours only where its line looks like one.
 */
function expectAgreement(text: string): void {
  const lines = text.split('\n');
  const atx = (line: number) => /^ {0,3}#{1,6}(?:[ \t\r]|$)/.test(lines[line - 1] ?? '');
  const wanted = new Set<number>();
  visit(unified().use(remarkParse).parse(text), (line) => {
    if (atx(line)) wanted.add(line);
  });
  const starts = lineStartsOf(text);
  const found = sectionsOf(text)
    .filter(({ level }) => level > 0)
    .map(({ start }) => lineAt(starts, start) + 1);
  expect(found, JSON.stringify(text.slice(0, 600))).toEqual([...wanted].sort((a, b) => a - b));
}

interface Node {
  readonly type: string;
  readonly children?: readonly Node[];
  readonly position?: { readonly start: { readonly line: number } };
}

function visit(node: Node, heading: (line: number) => void): void {
  if (node.type === 'heading' && node.position) heading(node.position.start.line);
  for (const child of node.children ?? []) visit(child, heading);
}
