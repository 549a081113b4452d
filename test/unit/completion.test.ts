/** Completion as documents with marks: `$0` is the caret; what is compared is the text around it once one is accepted. */
import { describe, expect, test } from 'vitest';
import { type Completion, type Completions, completionsAt } from '../../server/src/core/features/completion';
import { CompletionMemory } from '../../server/src/core/features/completion/memory';
import { knownFileOf } from '../../server/src/core/known/file';
import type { Known } from '../../server/src/core/known/known';
import { applyEdits } from '../../server/src/core/text/edit';
import { read } from './marks';
import { knownFrom } from './rules/known-from';

const drafts = 'programs/lfx-mentorship/2025/01-Mar-May/project_ideas.md';

const earlier = `
  ### Jaeger

  #### Older storage

  - Description: Store it.
  - Recommended Skills: Go, ClickHouse, some patience (a lot of it, really)
  - Mentor(s):
    - Grace Sample (@grace-sample, grace@example.org)
    - José Muster (@jmuster, jose@example.org)
  - Upstream Issue: https://github.com/jaegertracing/jaeger/issues/17

  #### Newer storage

  - Description: Store it anew.
  - Recommended Skills: Go; SQL
  - Mentor(s):
    - Grace Sample (@grace-sample, grace@example.org)
  - Upstream Issue: https://github.com/jaegertracing/jaeger-ui/issues/9

  ### Harbor

  #### Copy less

  - Description: Copy.
  - Mentor(s):
    - Bo Sample (@bo-sample, bo@example.org)
    - Greta Probe (@greta, greta@example.org)
    - Ada Example (@ada-example, ada@example.org)
`;
const files = {
  'programs/lfx-mentorship/2024/03-Sep-Nov/README.md': earlier,
  'programs/lfx-mentorship/2024/01-Mar-May/README.md': `
    ### Harbor

    #### Copy nothing

    - Description: Copy.
    - Mentor(s):
      - Bo Sample (@bo-sample, bo@old.example.org)
      - Olga Sample (@olga, olga@example.org)
  `,
};

function offered(source: string, path = drafts, more: Readonly<Record<string, string>> = files) {
  const { document, caret } = read(source, path);
  const known = knownFrom({ ...more, [path]: document.text });
  const answer = completionsAt(document, caret, known, new CompletionMemory());
  return { document, caret, known, ...answer };
}

const labels = ({ items }: Pick<Completions, 'items'>) => items.map(({ label }) => label);

/** The lines around the caret once an item is accepted. */
function accepted(source: string, label: string, path = drafts): string {
  const { document, caret, items } = offered(source, path);
  const item = items.find((each) => each.label === label);
  expect(item, `${label} among ${items.map((each) => each.label).join(' | ')}`).toBeDefined();
  if (!item) return '';
  fits(item, document.text, caret);
  const after = applyEdits(document.text, [item.edit]);
  const from = after.lastIndexOf('\n', item.edit.span.start - 1) + 1;
  const end = item.edit.span.start + item.edit.text.length;
  const feed = after.indexOf('\n', end);
  return after.slice(from, feed < 0 ? after.length : feed);
}

/** What every client needs: one line, around the caret, and a text to filter by that goes on as what is typed. */
function fits({ edit: { span }, filterText }: Completion, text: string, caret: number): void {
  expect(span.start).toBeLessThanOrEqual(caret);
  expect(span.end).toBeGreaterThanOrEqual(caret);
  expect(text.slice(span.start, span.end)).not.toContain('\n');
  const typed = text.slice(span.start, caret).toLowerCase();
  let at = 0;
  for (const letter of typed.replace(/\s/g, '')) {
    at = filterText.toLowerCase().normalize('NFC').indexOf(letter, at) + 1;
    expect(at, `"${typed}" in "${filterText}"`).toBeGreaterThan(0);
  }
}

const template = `
  ## Template

  \`\`\`
  ### CNCF Project Name

  #### Mentorship project title

  - Description:
  - Expected Outcome:
  - Recommended Skills:
  - Expected project size: # one of small (~90 hour projects), medium (~175 hour projects) and large (~350 hour projects)
  - Difficulty: (Easy, Medium, or Hard)
  - Mentor(s):
    - Jane Doe (@jane-github, jane@email.address)
  - Upstream Issue (URL):
  \`\`\`

  ## Ideas

`;
const head = '  ### Jaeger\n\n  #### Faster queries\n\n';

describe('mentors', () => {
  const whole = 'Grace Sample (@grace-sample, grace@example.org)';
  const one = 'Grace Sample (@grace-sample)';
  const ada = 'Ada Example (@ada-example, ada@example.org)';

  test.each([
    ['by handle', '- Mentor(s):\n    - @gr$0', `  - ${whole}`],
    ['by the at sign', '- Mentor(s):\n    - @$0', `  - ${whole}`],
    ['by name', '- Mentor(s):\n    - Gra$0', `  - ${whole}`],
    ['by surname', '- Mentor(s):\n    - sam$0', `  - ${whole}`],
    ['by name and surname', '- Mentor(s):\n    - grace s$0', `  - ${whole}`],
    ['by e-mail', '- Mentor(s):\n    - grace@e$0', `  - ${whole}`],
    ['right behind a list marker', '- Mentor(s):\n    -$0', `  - ${whole}`],
    ['on an empty item', '- Mentor(s):\n    - $0', `  - ${whole}`],
    ['on the line of the label', '- Mentor(s): @gr$0', `- Mentor(s): ${whole}`],
    ['right behind the colon', '- Mentor(s):$0', `- Mentor(s): ${whole}`],
    ['below a bold label', '**Mentor(s):** gr$0', `**Mentor(s):** ${whole}`],
    ['below a label in the list', '- Mentor(s):\n    - Primary Mentor: gr$0', `  - Primary Mentor: ${whole}`],
    ['behind a comma', `- Mentor(s): ${ada}, @gr$0`, `- Mentor(s): ${ada}, ${whole}`],
    ['behind "and"', `- Mentor(s): ${ada} and gr$0`, `- Mentor(s): ${ada} and ${whole}`],
    ['behind a semicolon', `- Mentor(s): ${ada};gr$0`, `- Mentor(s): ${ada};${whole}`],
    ['between two', `- Mentor(s): Max (@max), @gr$0, ${ada}`, `- Mentor(s): Max (@max), ${whole}, ${ada}`],
    ['in the middle of a word', '- Mentor(s):\n    - @gra$0ce', `  - ${whole}`],
    [
      'in the middle of an entry',
      '- Mentor(s):\n    - Grace Sample (@gra$0ce, g@x.org) - primary',
      `  - ${whole} - primary`,
    ],
    ['in brackets that are still open', '- Mentor(s):\n    - Grace Sample (@gr$0', `  - ${whole}`],
    ['behind a name and a comma', '- Mentor(s):\n    - Grace Sample, @gr$0', `  - ${whole}`],
    ['before a role', '- Mentor(s):\n    - gr$0 - primary', `  - ${whole} - primary`],
    ['without a marker of its own', `- Mentor(s):\n    - ${ada}\n    gr$0`, `  - ${whole}`],
    ['at the margin below others', `- Mentor(s):\n    - ${ada}\n  @gr$0`, `  - ${whole}`],
    ['in a list at the margin', '- Mentor(s):\n  - @gr$0', `- ${whole}`],
    ['below a heading', '##### Mentors\n\n  - Mentors:\n    - gr$0', `  - ${whole}`],
  ])('%s', (_, source, expected) => {
    expect(accepted(`${head}  - Description: x\n  ${source}\n`, one)).toBe(expected);
  });

  test('accents need not be typed', () => {
    const entry = '  - José Muster (@jmuster, jose@example.org)';
    expect(accepted(`${head}  - Mentor(s):\n    - jos$0`, 'José Muster (@jmuster)')).toBe(entry);
  });

  test('accents that are typed are what a client goes on comparing', () => {
    const { items } = offered(`${head}  - Mentor(s):\n    - grá$0`);
    expect(items.map(({ filterText }) => filterText.slice(0, 4))).toEqual(['grá ']);
  });

  test('those of the project come first, then those of recent terms, then the busiest', () => {
    const found = labels(offered(`${head}  - Mentor(s):\n    - $0`));
    expect(found).toEqual([
      'Grace Sample (@grace-sample)',
      'José Muster (@jmuster)',
      'Bo Sample (@bo-sample)',
      'Ada Example (@ada-example)',
      'Greta Probe (@greta)',
      'Olga Sample (@olga)',
    ]);
  });

  test('the address is that of the newest term', () => {
    const source = '  ### Harbor\n\n  #### Copy\n\n  - Mentor(s):\n    - bo$0';
    expect(accepted(source, 'Bo Sample (@bo-sample)')).toBe('  - Bo Sample (@bo-sample, bo@example.org)');
  });

  test('who is listed already is left out, by handle, address or bare name', () => {
    const source = `${head}  - Mentor(s):\n    - Grace (@GRACE-sample)\n    - Bo <bo@old.example.org>\n    - Olga Sample\n    - $0\n`;
    expect(labels(offered(source))).toEqual([
      'José Muster (@jmuster)',
      'Ada Example (@ada-example)',
      'Greta Probe (@greta)',
    ]);
  });

  test('what is being typed is nobody, and no news about anybody', () => {
    const source = `${head}  - Mentor(s):\n    - Grace Sample (@grace-sample, grace@example.o$0`;
    expect(accepted(source, one)).toBe(`  - ${whole}`);
    expect(labels(offered(`${head}  - Mentor(s):\n    - @gretchen$0`))).toEqual([]);
  });

  test('where the template asks for no e-mail there is none', () => {
    const noMail = template.replace('Jane Doe (@jane-github, jane@email.address)', 'Full Name (@handle)');
    expect(accepted(`${noMail}${head}  - Mentor(s):\n    - gr$0`, one)).toBe('  - Grace Sample (@grace-sample)');
    const old = 'programs/lfx-mentorship/2021/01-Spring/project_ideas.md';
    expect(accepted(`${head}  - Mentor(s): gr$0`, one, old)).toBe('- Mentor(s): Grace Sample (@grace-sample)');
  });

  test.each([
    ['in a sentence', '- Mentor(s):\n    - please write to gr$0'],
    ['in a paragraph behind the field', '- Mentor(s):\n    - Max (@max)\n\n  Gr$0'],
    ['in a fence', '- Mentor(s):\n\n  ```\n  - @gr$0\n  ```'],
    ['in a comment', '- Mentor(s):\n  <!--\n  - @gr$0\n  -->'],
    ['in a description', '- Description: gr$0'],
    ['in a bullet of a description', '- Description:\n    - gr$0'],
    ['on the line of a label with a list below', '- Mentor(s):$0\n    - Max (@max)'],
    ['behind the mentors', '- Mentor(s):\n    - Max (@max)\n  - Upstream Issue: gr$0'],
  ])('nobody %s', (_, source) => {
    expect(labels(offered(`${head}  ${source}\n`))).toEqual([]);
  });

  test('of very many the first hundred are offered, and the client is to ask again', () => {
    const crowd = Array.from({ length: 150 }, (_, n) => `    - Person Number${n} (@person-${n}, p${n}@example.org)`);
    const more = {
      'programs/lfx-mentorship/2023/01-Mar-May/README.md': `### Argo\n\n#### Many\n\n- Mentor(s):\n${crowd.join('\n')}\n`,
    };
    const many = offered(`${head}  - Mentor(s):\n    - p$0`, drafts, more);
    expect([many.items.length, many.whole]).toEqual([100, false]);
    const few = offered(`${head}  - Mentor(s):\n    - person-14$0`, drafts, more);
    expect([few.items.length, few.whole]).toEqual([11, true]);
  });

  test('an open document is not remembered as it was', () => {
    const memory = new CompletionMemory();
    const first = read(`${head}  - Mentor(s):\n    - gr$0`);
    const file = knownFileOf('file:///x', first.document);
    expect(file).not.toBeNull();
    const ask = (known: Known) => labels(completionsAt(first.document, first.caret, known, memory));
    expect(ask(knownFrom(files))).toContain(one);
    expect(ask(knownFrom({}))).toEqual([]);
  });
});

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

describe('the table of contents', () => {
  const source = `
    ## Table of Contents

    - [Jaeger](#jaeger)
      - [Faster queries](#faster-queries)
      - $0
    - [Harbor](#harbor)

    ### Jaeger

    #### Faster queries

    - Description: x
    - Mentor(s): Max (@max)

    #### Slower & safer writes

    - Description: y

    ### Harbor

    #### Copy less

    - Description: z
  `;

  test('lacks what is offered, from the entry above on', () => {
    expect(labels(offered(source))).toEqual(['Slower & safer writes', 'Copy less']);
  });

  test.each(['', 'sl', '[Sl', 'safer'])('"%s" becomes an entry', (typed) => {
    const text = source.replace('$0', `${typed}$0`);
    expect(accepted(text, 'Slower & safer writes')).toBe('  - [Slower & safer writes](#slower--safer-writes)');
  });

  test('right behind its marker an entry begins with a blank', () => {
    const text = source.replace('- $0', '-$0');
    expect(accepted(text, 'Slower & safer writes')).toBe('  - [Slower & safer writes](#slower--safer-writes)');
  });

  test('an empty one may have every heading', () => {
    const empty = source.replace(/- \[Jaeger[\s\S]*#harbor\)/, '- $0');
    expect(labels(offered(empty))).toEqual([
      'Jaeger',
      'Faster queries',
      'Slower & safer writes',
      'Harbor',
      'Copy less',
    ]);
  });

  test.each(['- $0[Jaeger](#jaeger)', '- [Jae$0ger](#jaeger)'])('"%s" leads where it should and stays', (entry) => {
    expect(labels(offered(source.replace('$0', '').replace('- [Jaeger](#jaeger)', entry)))).toEqual([]);
  });

  test('an entry that leads nowhere is replaced', () => {
    const gone = source.replace('$0', '').replace('[Faster queries](#faster-queries)', '[$0Gone](#gone)');
    expect(accepted(gone, 'Faster queries')).toBe('  - [Faster queries](#faster-queries)');
  });

  test('anchors are left to the editor', () => {
    expect(labels(offered(source.replace('$0', '[Slower](#sl$0')))).toEqual([]);
  });
});

describe('skills', () => {
  test.each([
    ['- Recommended Skills: $0', ['Go', 'ClickHouse', 'SQL']],
    ['- Recommended Skills: go, c$0', ['ClickHouse']],
    ['- Recommended Skills: Go, $0', ['ClickHouse', 'SQL']],
    ['- Recommended Skills:\n    - SQL\n    - $0', ['Go', 'ClickHouse']],
    ['- Recommended Skills: knowledge of c$0', []],
    ['- Recommended Skills: Kub$0', []],
  ])('%s', (source, expected) => {
    expect(labels(offered(`${head}  ${source}\n`))).toEqual(expected);
  });

  test('replace the word at the caret', () => {
    const source = `${head}  - Recommended Skills: Rust, cl$0ick, SQL\n`;
    expect(accepted(source, 'ClickHouse')).toBe('- Recommended Skills: Rust, ClickHouse, SQL');
  });

  test('of more words are replaced whole where they stand already', () => {
    const path = 'programs/lfx-mentorship/2023/01-Mar-May/README.md';
    const more = { [path]: earlier.replace('Go; SQL', 'Git and GitHub workflow') };
    const { document, items } = offered(
      `${head}  - Recommended Skills: Rust, g$0it and github workflow, SQL\n`,
      drafts,
      more,
    );
    const item = items.find(({ label }) => label === 'Git and GitHub workflow');
    expect(item && applyEdits(document.text, [item.edit])).toContain('Rust, Git and GitHub workflow, SQL\n');
  });
});

describe('upstream issues', () => {
  test('the repositories of the project come before what it had earlier', () => {
    expect(labels(offered(`${head}  - Upstream Issue: $0`))).toEqual([
      'jaegertracing/jaeger/issues/',
      'jaegertracing/jaeger-ui/issues/',
      'jaegertracing/jaeger#17',
      'jaegertracing/jaeger-ui#9',
    ]);
  });

  test('that of the same proposal elsewhere is the first', () => {
    const source = '  ### Jaeger\n\n  #### Newer Storage\n\n  - Upstream Issue: $0';
    expect(labels(offered(source))[0]).toBe('jaegertracing/jaeger-ui#9');
  });

  const ui = 'https://github.com/jaegertracing/jaeger-ui/issues/9';
  test.each([
    ['https://git$0', 'jaegertracing/jaeger-ui#9', ui],
    ['jaegertracing/jaeger-u$0', 'jaegertracing/jaeger-ui#9', ui],
    ['#9$0', 'jaegertracing/jaeger-ui#9', ui],
    ['jaeger$0', 'jaegertracing/jaeger/issues/', 'https://github.com/jaegertracing/jaeger/issues/'],
    ['<https://github.com/ja$0eger>', 'jaegertracing/jaeger-ui#9', `<${ui}>`],
    ['[#9](https://git$0)', 'jaegertracing/jaeger-ui#9', `[#9](${ui})`],
    ['https://github.com/a/b/issues/1, #9$0', 'jaegertracing/jaeger-ui#9', `https://github.com/a/b/issues/1, ${ui}`],
  ])('%s', (written, label, expected) => {
    expect(accepted(`${head}  - Upstream Issue: ${written}`, label)).toBe(`- Upstream Issue: ${expected}`);
  });

  test('what is listed is not offered again', () => {
    const source = `${head}  - Upstream Issue:\n    - ${ui}\n    - $0`;
    expect(labels(offered(source))).not.toContain('jaegertracing/jaeger-ui#9');
    expect(labels(offered(source))).toContain('jaegertracing/jaeger#17');
  });

  test('nothing in a sentence', () => {
    expect(labels(offered(`${head}  - Upstream Issue: we will open one in d$0`))).toEqual([]);
  });
});

test('nothing in a document that holds no proposals', () => {
  expect(labels(offered('  # Notes\n\n  - @gr$0\n', 'notes.md'))).toEqual([]);
});

test('carriage returns stay where they are', () => {
  const { document, caret } = read(`${head}  - Description: x\n  - Me$0\n`);
  const crlf = read(document.text.replaceAll('\n', '\r\n'));
  const at = caret + (document.text.slice(0, caret).match(/\n/g)?.length ?? 0);
  const [item] = completionsAt(crlf.document, at, knownFrom(files)).items;
  expect(item?.edit.text).toBe('- Mentor(s):\r\n  - ');
});
