import { describe, expect, test } from 'vitest';
import { completionsAt } from '../../server/src/core/features/completion/completion';
import { CompletionMemory } from '../../server/src/core/features/completion/memory';
import { knownFileOf } from '../../server/src/core/known/file';
import type { Known } from '../../server/src/core/known/known';
import { read } from './marks';
import { accepted, drafts, files, head, labels, offered, template } from './offered';
import { knownFrom } from './rules/known-from';

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
    ['in the first column', '- Mentor(s):\n  @gr$0', `  - ${whole}`],
    ['in a paragraph of its own', '- Mentor(s):\n\n  @gr$0', `  - ${whole}`],
    ['in the first column, by name', '- Mentor(s):\n  gr$0', `  - ${whole}`],
    ['below others in a list at the margin', `- Mentor(s):\n  - ${ada}\n  - @gr$0`, `- ${whole}`],
    ['on an empty item of a list at the margin', `- Mentor(s):\n  - ${ada}\n  - $0`, `- ${whole}`],
    ['below a heading', '##### Mentors\n\n  - Mentors:\n    - gr$0', `  - ${whole}`],
  ])('%s', (_, source, expected) => {
    expect(accepted(`${head}  - Description: x\n  ${source}\n`, one)).toBe(expected);
  });

  test.each([
    ['below nested ones', `- Mentor(s):\n    - ${ada}\n  - $0`],
    ['below some in the line of the label', `- Mentor(s): ${ada}\n  - $0`],
  ])('none in an item at the margin %s, where the next label stands', (_, source) => {
    expect(labels(offered(`${head}  - Description: x\n  ${source}\n`))).not.toContain(one);
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

test('who is known by an address alone is offered under it', () => {
  const known = knownFrom({
    [drafts]: '### Jaeger\n\n#### T\n\n- Description: d\n- Mentor(s):\n  - only@example.org\n- Upstream Issue: x\n',
  });
  const { document, caret } = read(`${head}  - Mentor(s):\n    - only$0\n`);
  expect(completionsAt(document, caret, known).items.map(({ label }) => label)).toEqual(['only@example.org']);
});
