import { describe, expect, test } from 'vitest';
import { completionsAt } from '../../server/src/core/features/completion/completion';
import { applyEdits } from '../../server/src/core/text/edit';
import { goodProposal, goodTemplate } from '../good';
import { read } from './marks';
import { accepted, drafts, earlier, files, head, labels, offered } from './offered';
import { knownFrom } from './rules/known-from';

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

describe('behind a proposal', () => {
  const whole = `### Jaeger\n\n${goodProposal('Faster queries')}`;

  test.each(['', 'prop', 'Prop', '- ', '-'])('that lacks nothing, "%s" becomes another one', (typed) => {
    const source = `${goodTemplate}${whole}\n${typed}$0\n`;
    expect(labels(offered(source))[0]).toBe('New proposal');
    const text = accepted(source, 'New proposal');
    expect(text).toMatch(/^#### /);
    expect(text).toContain('- Description:');
  });

  test('above a line or another proposal, too', () => {
    expect(labels(offered(`${goodTemplate}${whole}\n$0\n\n---\n`))[0]).toBe('New proposal');
    const between = `${goodTemplate}${whole}\nprop$0\n\n${goodProposal('Smaller index')}`;
    expect(accepted(between, 'New proposal')).toMatch(/\n\n$|\n$/);
  });

  test.each([
    ['a field is missing', `${goodTemplate}### Jaeger\n\n${goodProposal('T', { without: ['Description'] })}\n$0\n`],
    ['it is the last line of a value', `${goodTemplate}${whole}$0\n`],
    [
      'a paragraph follows',
      `${goodTemplate}${whole.replace('What is to be done.', 'What is to be done.\n\n$0\n\n  More.')}`,
    ],
    ['it is another word', `${goodTemplate}${whole}\npropo-tion$0\n`],
  ])('not where %s', (_, source) => {
    expect(labels(offered(source))).not.toContain('New proposal');
  });
});
