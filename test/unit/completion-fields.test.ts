import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../server/src/core/text/edit';
import { accepted, head, labels, offered, template } from './offered';

describe('labels', () => {
  test('those that are missing come in the order of the template', () => {
    expect(labels(offered(`${head}  - Description: x\n  - $0`))).toEqual([
      'Expected Outcome',
      'Recommended Skills',
      'Mentor(s)',
      'Upstream Issue',
    ]);
  });

  test.each([
    ['by its first letters', '- Description: x\n  - exp$0', 'Expected Outcome', '- Expected Outcome: '],
    ['by another word', '- Description: x\n  - out$0', 'Expected Outcome', '- Expected Outcome: '],
    ['with the marker of the others', '* Description: x\n  * exp$0', 'Expected Outcome', '* Expected Outcome: '],
    [
      'with their marker in spite of another',
      '* Description: x\n  - exp$0',
      'Expected Outcome',
      '* Expected Outcome: ',
    ],
    ['bold where they are', '- **Description:** x\n  - **exp$0', 'Expected Outcome', '- **Expected Outcome:** '],
    ['without a marker where they have none', 'Description: x\n\n  Expe$0', 'Expected Outcome', 'Expected Outcome: '],
    ['with the marker that was left out', '- Description: x\n\n  Expe$0', 'Expected Outcome', '- Expected Outcome: '],
    ['on an empty line', '- Description: x\n  $0', 'Expected Outcome', '- Expected Outcome: '],
    ['with a line for the first mentor', '- Description: x\n  - Me$0', 'Mentor(s)', '- Mentor(s):\n  - '],
    ['in place of another spelling', '- Recom$0mend Skill: Go', 'Recommended Skills', '- Recommended Skills: Go'],
    ['before a value', '- Ment$0: Max', 'Mentor(s)', '- Mentor(s): Max'],
    ['above a list', '- Mentor$0(s):\n    - Max (@max)', 'Mentor(s)', '- Mentor(s):'],
    [
      'above a value of more lines',
      '- Expected$0 Outcome:\n    - It is fast.',
      'Expected Outcome',
      '- Expected Outcome:',
    ],
  ])('%s', (_, source, label, expected) => {
    expect(accepted(`${head}  ${source}\n`, label)).toBe(expected);
  });

  test('those of the template alone are offered too', () => {
    expect(labels(offered(`${template}${head}  - Description: x\n  - $0`))).toEqual([
      'Expected Outcome',
      'Recommended Skills',
      'Expected project size',
      'Difficulty',
      'Mentor(s)',
      'Upstream Issue (URL)',
    ]);
  });

  test('what is there already comes last, and only when it is asked for', () => {
    const source = `${head}  - Description: x\n  - Expected Outcome: y\n  - Recommended Skills: z\n  - e$0`;
    expect(labels(offered(source))).toEqual(['Expected Outcome']);
    expect(labels(offered(source.replace('e$0', '$0')))).toEqual(['Mentor(s)', 'Upstream Issue']);
  });

  test.each([
    ['deep in a list', '- Description:\n    - exp$0'],
    ['in a paragraph', '- Description: x\n  more\n  exp$0'],
    ['in the middle of a sentence', '- Description: we exp$0'],
    ['behind one letter without a marker', '- Description: x\n\n  E$0'],
    ['in the blanks of a new line', '- Description: x\n   $0'],
    ['in another word', '- Description: x\n  - expand$0'],
    ['at the beginning of a word of prose', '- Description: x\n\n  Me$0asure it.'],
  ])('none %s', (_, source) => {
    expect(labels(offered(`${head}  ${source}\n`))).toEqual([]);
  });
});

describe('values', () => {
  const small = ['small (~90 hour projects)', 'medium (~175 hour projects)', 'large (~350 hour projects)'];

  test('the template gives the sizes', () => {
    const source = `${template}${head}  - Description: x\n  - Expected project size: $0`;
    expect(labels(offered(source))).toEqual(small);
    expect(accepted(source.replace('$0', 'med$0'), small[1] ?? '')).toBe(`- Expected project size: ${small[1]}`);
    expect(accepted(source.replace('$0', 'la$0rge'), small[2] ?? '')).toBe(`- Expected project size: ${small[2]}`);
  });

  test('the hint that was left in is replaced', () => {
    const hint = '# one of small (~90 hour projects), medium (~175 hour projects) and large (~350 hour projects)';
    const source = `${template}${head}  - Description: x\n  - Expected project size: $0${hint}`;
    expect(accepted(source, small[0] ?? '')).toBe(`- Expected project size: ${small[0]}`);
  });

  test.each([
    ['(Easy, Medium, or Hard)', ['Easy', 'Medium', 'Hard']],
    ['small/medium/large', ['small', 'medium', 'large']],
    ['90 / 175 / 350 hours', ['90 hours', '175 hours', '350 hours']],
    ['(175 or 350 Hours)', ['175 Hours', '350 Hours']],
    ['Say how hard it is, and why you think that this is so for most people', []],
    ['', []],
  ])('of the hint "%s"', (hint, expected) => {
    const own = template.replace('(Easy, Medium, or Hard)', hint);
    expect(labels(offered(`${own}${head}  - Description: x\n  - Difficulty: $0`))).toEqual(expected);
  });
});

describe('project headings', () => {
  test('those of the file come first', () => {
    const source = `  ### Jaeger\n\n  #### Faster\n\n  - Description: x\n\n  ### My Own Thing\n\n  #### Slower\n\n  - Description: x\n\n  ### $0`;
    const { items, whole } = offered(source);
    expect(items.slice(0, 3).map(({ label, detail }) => `${label}, ${detail}`)).toEqual([
      'Jaeger, in this file',
      'My Own Thing, in this file',
      'Aeraki Mesh, sandbox',
    ]);
    expect([items.length, whole]).toEqual([100, false]);
  });

  test.each([
    ['### jae$0', 'Jaeger', '### Jaeger'],
    ['### Ja$0ger', 'Jaeger', '### Jaeger'],
    ['###$0', 'Aeraki Mesh', '### Aeraki Mesh'],
    ['### opa$0', 'Open Policy Agent (OPA)', '### Open Policy Agent (OPA)'],
    ['### goharbor$0', 'Harbor', '### Harbor'],
    ['### Jae$0 ###', 'Jaeger', '### Jaeger ###'],
  ])('%s', (source, label, expected) => {
    expect(
      accepted(`  ### Harbor\n\n  #### Faster\n\n  - Description: x\n  - Mentor(s): Max (@max)\n\n  ${source}`, label),
    ).toBe(expected);
  });

  test('none at another level, in a template and in a title', () => {
    expect(labels(offered(`${head}  - Description: x\n\n  ## jae$0`))).toEqual([]);
    expect(labels(offered(`  ### Harbor\n\n  #### jae$0\n\n  - Description: x\n`))).toEqual([]);
    expect(labels(offered(template.replace('CNCF Project Name', 'jae$0')))).toEqual([]);
  });
});

describe('a whole proposal', () => {
  const inserted = [
    '#### Mentorship project title',
    '',
    '- Description: ',
    '- Expected Outcome: ',
    '- Recommended Skills: ',
    '- Mentor(s):',
    '  - ',
    '- Upstream Issue: https://github.com/jaegertracing/jaeger/issues/',
  ].join('\n');

  test.each([
    ['on an empty line', '### Jaeger\n\n  $0'],
    ['right below the heading', '### Jaeger\n  $0'],
    ['by its name', '### Jaeger\n\n  prop$0'],
    ['by a hash', '### Jaeger\n\n  #$0'],
    ['by a heading', '### Jaeger\n\n  #### $0'],
    ['behind another proposal', '### Jaeger\n\n  #### Faster\n\n  - Description: x\n\n  ####$0'],
  ])('%s', (_, source) => {
    const { document, items } = offered(`  ## Proposals\n\n  ${source}\n`);
    const item = items.find(({ kind }) => kind === 'proposal');
    expect(item?.edit.text.trim()).toBe(inserted);
    const after = applyEdits(document.text, item ? [item.edit] : []);
    expect(after).toContain(`\n\n${inserted}\n`);
    expect(item?.pieces?.filter((piece) => typeof piece !== 'string').map((piece) => piece.stop)).toEqual([
      1, 2, 3, 4, 5, 6,
    ]);
  });

  test('looks as the template does', () => {
    const { items } = offered(`${template}  ### Jaeger\n\n  $0`);
    expect(items[0]?.edit.text).toMatch(/^- Expected project size: small \(~90 hour projects\)$/m);
    expect(items[0]?.edit.text).toMatch(/^- Upstream Issue \(URL\): /m);
  });

  test('has a program name where those of the file have one', () => {
    const other =
      '  ### Argo\n\n  #### A\n\n  CNCF - Argo: A (2025 Term 1)\n\n  - Description: x\n\n  ### Jaeger\n\n  $0';
    expect(offered(other).items[0]?.edit.text).toMatch(/^CNCF - Jaeger: Mentorship project title \(2025 Term 1\)$/m);
  });

  test.each([
    ['above all projects', '## Proposals\n\n  $0\n\n  ### Jaeger'],
    ['in a word of prose', '### Jaeger\n\n  pri$0'],
    ['behind text', '### Jaeger\n\n  About it.\n\n  $0'],
    ['on a heading that has fields', '### Jaeger\n\n  ####$0\n\n  - Description: x\n  - Mentor(s): Max (@max)'],
    ['below another heading', '### Jaeger\n\n  ## Timeline\n\n  ####$0'],
  ])('none %s', (_, source) => {
    expect(offered(`  ${source}\n`).items.filter(({ kind }) => kind === 'proposal')).toEqual([]);
  });
});
