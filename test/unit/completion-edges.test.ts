/** Completion where people, links and lists are incomplete or stand in unusual places. */
import { describe, expect, test } from 'vitest';
import { completionsAt, upstreamSearchAt } from '../../server/src/core/features/completion/completion';
import { CompletionMemory } from '../../server/src/core/features/completion/memory';
import { readDocument } from '../../server/src/core/model/document';
import { read } from './marks';
import { accepted, drafts, files, head, labels, offered } from './offered';
import { knownFrom } from './rules/known-from';

describe('mentors', () => {
  const odd = {
    'programs/lfx-mentorship/2024/03-Sep-Nov/README.md': `
      ### Harbor

      #### Copy less

      - Mentor(s):
        - @quinn-only
        - Quentin Mail (quentin@example.org)
        - Quilla Whole (@quilla, quilla@example.org)
        - Quirin Nameonly
    `,
    'project_ideas.md': '#### Alone\n\n- Mentor(s): Quax Undated (@quax)\n',
  };
  const at = (written: string) => offered(`${head}  - Mentor(s):\n    - ${written}`, undefined, odd);

  test('with name and handle come before others; people with a name alone cannot be added', () => {
    expect(labels(at('qu$0'))).toEqual([
      'Quilla Whole (@quilla)',
      'Quax Undated (@quax)',
      '@quinn-only',
      'Quentin Mail',
    ]);
  });

  test('are described by project and term, as far as they are known', () => {
    const details = Object.fromEntries(at('qu$0').items.map(({ label, detail }) => [label, detail]));
    expect(details['Quilla Whole (@quilla)']).toBe('Harbor, 2024 Term 3 (Sep-Nov)');
    expect(details['Quax Undated (@quax)']).toBeNull();
  });

  test('without a handle are written with their address, and without a name by the handle', () => {
    const text = (label: string) => at('qu$0').items.find((each) => each.label === label)?.edit.text;
    expect(text('Quentin Mail')).toBe('Quentin Mail (quentin@example.org)');
    expect(text('@quinn-only')).toBe('@quinn-only');
  });

  test('letters with others between them find somebody where nothing begins so', () => {
    expect(labels(at('qlla$0'))).toEqual(['Quilla Whole (@quilla)']);
  });

  const grace = 'Grace Sample (@grace-sample, grace@example.org)';

  test.each([
    ['a list at the margin goes on', '- Mentor(s):\n  - Max (@max)\n  - gr$0', `- ${grace}`],
    [
      'a line without a marker gets that of the others',
      '- Mentor(s):\n    * Max (@max)\n    gr$0',
      `    * ${grace}`.slice(2),
    ],
    ['the first line gets a marker', '- Mentor(s):\n    gr$0', `  - ${grace}`],
    ['the marker is that of the label', '* Mentor(s):\n    gr$0', `  * ${grace}`],
    ['a label that is no list item gets no list', 'Mentor(s):\n  gr$0', grace],
  ])('%s', (_, source, expected) => {
    const text = `${head}  - Description: x\n  ${source}\n`;
    expect(accepted(text, 'Grace Sample (@grace-sample)')).toBe(expected);
  });

  test('are offered to nobody on a heading or a blank line at the margin', () => {
    expect(labels(offered(`${head}  - Mentor(s):\n    - Max (@max)\n  $0\n`))).not.toContain(
      'Grace Sample (@grace-sample)',
    );
  });
});

describe('upstream issues', () => {
  const uses = {
    'programs/lfx-mentorship/2024/03-Sep-Nov/README.md': `
      ### Our Own Tool

      #### Older

      - Upstream Issue: https://github.com/example/tool/pull/1, https://github.com/example/tool/discussions/2
    `,
  };
  const own = '  ### Our Own Tool\n\n  #### Newer\n\n  - Upstream Issue: ';

  test('of pull requests and discussions keep their addresses', () => {
    const { items } = offered(`${own}$0`, undefined, uses);
    expect(items.map(({ edit }) => edit.text)).toEqual([
      'https://github.com/example/tool/issues/',
      'https://github.com/example/tool/pull/1',
      'https://github.com/example/tool/discussions/2',
    ]);
  });

  test('on an indented line below the label', () => {
    const { items } = offered(`${own}\n    exam$0`, undefined, uses);
    expect(items.map(({ label }) => label)).toContain('example/tool#1');
  });

  test('are not offered behind a word, nor for a project of which nothing is known', () => {
    expect(labels(offered(`${own}see also $0`, undefined, uses))).toEqual([]);
    expect(labels(offered(`${own}$0`, undefined, {}))).toEqual([]);
    const { document, caret } = read(`${own}$0`);
    expect(upstreamSearchAt(document, caret, knownFrom({}))).toBeNull();
  });
});

describe('a heading that nothing tells from a proposal yet', () => {
  test('is offered the fields of one', () => {
    const source = '  ### Jaeger\n\n  #### One\n\n  - Description: d\n\n  #### Two\n\n  $0\n';
    expect(labels(offered(source))).toContain('Description');
  });

  test('is offered nothing where it stands at another level', () => {
    const source = '  ### Jaeger\n\n  #### One\n\n  - Description: d\n\n  ## Questions\n\n  $0\n';
    expect(labels(offered(source))).not.toContain('Description');
  });
});

test('a project without a name is offered to no heading', () => {
  const source = '###\n\n#### One\n\n- Description: d\n\n### $0\n\n#### Two\n\n- Description: d\n';
  const { items } = offered(source);
  expect(items.length).toBeGreaterThan(0);
  expect(labels({ items })).not.toContain('');
});

test('a label is replaced as far as the caret, also where no colon ends it', () => {
  const { document } = read('#### A\n\n- Description: d\n- Upstream Issue https://example.org\n', drafts);
  const offset = document.text.indexOf('https');
  for (const { edit } of completionsAt(document, offset, knownFrom({})).items)
    expect(edit.span.end, edit.text).toBeGreaterThanOrEqual(offset);
  const text = '# Template\n```\n#\ns\n-Issue URL\n```\n*Issue http://g';
  const { items } = completionsAt(readDocument(text, drafts), text.indexOf('http'), knownFrom({}));
  expect(items.map(({ edit }) => edit.span.end)).toEqual([text.indexOf('http')]);
});

test('labels are offered within the text where a line of a list of ideas is a heading that is none to Markdown', () => {
  const idea = '**Project length****Difficulty:*\n**High**\n';
  const text = `**Small**\n${idea}${idea}Mentor\n`;
  for (let offset = 0; offset <= text.length; offset++)
    for (const { edit } of completionsAt(readDocument(text, 'gsoc/ideas.md'), offset, knownFrom({})).items)
      expect([edit.span.start <= offset, edit.span.end >= offset && edit.span.end <= text.length]).toEqual([
        true,
        true,
      ]);
});

test('nothing is offered between the two characters of a line end', () => {
  const text = '### Jaeger\n\r';
  expect(completionsAt(readDocument(text, drafts), text.length, knownFrom({})).items).toEqual([]);
});

test('the memory of completion is used again for the same people', () => {
  const memory = new CompletionMemory();
  const known = knownFrom(files);
  const { document, caret } = read(`${head}  - Mentor(s):\n    - gr$0`);
  const once = labels(completionsAt(document, caret, known, memory));
  expect(labels(completionsAt(document, caret, known, memory))).toEqual(once);
});
