import { describe, expect, test } from 'vitest';
import { actionsAt } from '../../../server/src/core/features/actions/code-actions';
import { nothingKnown } from '../../../server/src/core/known/known';
import { findingsOf } from '../../../server/src/core/linter/run';
import { readDocument } from '../../../server/src/core/model/document';
import { applyEdits } from '../../../server/src/core/text/edit';
import { checkRule } from '../marks';
import { noRealFiles, realFiles } from '../real-files';

const path = 'programs/lfx-mentorship/2025/01-Mar-May/README.md';
const fields = '- Description: d\n- Mentor(s): Ada Example (@ada-example)\n\n';
const proposal = (title: string) => `#### ${title}\n\n${fields}`;
const check = (source: string) => checkRule('toc', source, { path });

describe('a table of contents', () => {
  test('may leave headings out that are neither projects nor proposals, and may have them', () => {
    check(
      `## Table of Contents\n\n- [Timeline](#timeline)\n- [Jaeger](#jaeger)\n  - [A](#a)\n\n## Timeline\n\n## Notes\n\n### Jaeger\n\n${proposal('A')}`,
    );
  });

  test('that lists projects alone need not list proposals', () => {
    check(
      `## Contents\n* [Jaeger](#jaeger)\n* [Kyverno](#kyverno)\n\n### Jaeger\n${proposal('A')}### Kyverno\n${proposal('B')}`,
    );
  });

  test('leads elsewhere where GitHub makes another anchor', () => {
    check(
      `## TOC\n\n- [Jaeger](#jaeger)\n  - [A & \`b\`](#a-b)\n     ^^^^^^^ This link is broken. Change it to "#a--b".\n\n### Jaeger\n${proposal('A & `b`')}`,
    );
  });

  test('gets the anchor of GitHub for a broken link by a choice', () => {
    const text = `## TOC\n\n- [Jaeger](#jaeger)\n  - [A & \`b\`](#a-b)\n\n### Jaeger\n${proposal('A & `b`')}`;
    const at = text.indexOf('A & `b`');
    const [first] = actionsAt(readDocument(text, path), { start: at, end: at }, nothingKnown, {});
    expect(first).toMatchObject({ title: 'Change the link to "#a--b"', kind: 'choice', preferred: true });
    expect(applyEdits(text, first?.edits ?? [])).toBe(text.replace('(#a-b)', '(#a--b)'));
  });

  test('distinguishes headings with the same text by their numbers', () => {
    const list = (anchor: string) =>
      `## TOC\n- [Jaeger](#jaeger)\n  - [Docs](#docs)\n- [Kyverno](#kyverno)\n  - [Docs](#${anchor})\n`;
    const rest = `\n### Jaeger\n${proposal('Docs')}### Kyverno\n${proposal('Docs')}`;
    check(list('docs-1') + rest);
    check(`${list('docs')}     ^^^^ This link is broken. Change it to "#docs-1".\n${rest}`);
  });

  test('may shorten a title, and may lead to a place in HTML', () => {
    check(
      `## TOC\n- [Top](#top)\n- [Jaeger](#jaeger)\n  - [Short](#a-long-title)\n\n<a name="top"></a>\n\n### Jaeger\n${proposal('A long title')}`,
    );
  });

  test('lacks a heading, and has one that is gone', () => {
    check(
      `## TOC\n- [Jaeger](#jaeger)\n  - [A](#a)\n  - [B](#b)\n  - [Gone](#gone)\n     ^^^^ This entry has no heading in this file. Update or remove it.\n\n### Jaeger\n${proposal('A')}${proposal('B')}#### New\n     ^^^ Add this heading to the table of contents.\n\n${fields}`,
    );
  });

  test('has a part in another place than its headings: one finding for a project with its proposals', () => {
    check(
      `## TOC\n- [Kyverno](#kyverno)\n   ^^^^^^^ Move this entry after "C".\n  - [B](#b)\n- [Jaeger](#jaeger)\n  - [A](#a)\n  - [C](#c)\n\n### Jaeger\n${proposal('A')}${proposal('C')}### Kyverno\n${proposal('B')}`,
    );
  });

  test('may be alphabetical where its file is not', () => {
    const part = (name: string) => `### ${name}\n${proposal(`${name} idea`)}`;
    check(
      `## TOC\n- [Dapr](#dapr)\n- [Envoy](#envoy)\n- [Jaeger](#jaeger)\n\n${part('Jaeger')}${part('Dapr')}${part('Envoy')}`,
    );
  });

  test('with one cause for many broken links says it once', () => {
    const titles = ['A & b', 'C & d', 'E & f', 'G & h'];
    const entries = titles.map((title) => `  - [${title}](#${title.toLowerCase().replace(' & ', '-')})\n`).join('');
    check(
      `## Table of Contents\n   ^^^^^^^^^^^^^^^^^ 4 links in the table of contents are broken.\n- [Jaeger](#jaeger)\n${entries}\n### Jaeger\n${titles.map(proposal).join('')}`,
    );
  });
});

/** A text after "Update table of contents". */
function updated(text: string, at = path): string {
  const document = readDocument(text, at);
  const span = findingsOf(document, nothingKnown, {}).find(({ rule }) => rule === 'toc')?.span;
  const action = span && actionsAt(document, span, nothingKnown, {}).find(({ kind }) => kind === 'action');
  if (!action) throw new Error('nothing to update');
  expect([action.title, action.kind]).toEqual(['Update table of contents', 'action']);
  return applyEdits(text, action.edits);
}

describe('"Update table of contents"', () => {
  test('keeps marker, indentation, other entries and lines that are none, and touches the list alone', () => {
    const rest = `\n## Timeline\n\n### Jaeger\n${proposal('A & b')}${proposal('New [x](https://example.org)')}### Kyverno\n${proposal('B')}`;
    expect(
      updated(
        `## TOC\n\n* [Timeline](#timeline)\n<!-- projects -->\n* [Kyverno](#kyverno)\n    * [B](#b)\n* [Jaeger](#jaeger)\n    * [A & b](#a-b)\n    * [Gone](#gone)\n${rest}`,
      ),
    ).toBe(
      `## TOC\n\n* [Timeline](#timeline)\n<!-- projects -->\n* [Jaeger](#jaeger)\n    * [A & b](#a--b)\n    * [New x](#new-x)\n* [Kyverno](#kyverno)\n    * [B](#b)\n${rest}`,
    );
  });

  test('keeps CRLF', () => {
    const text = `## TOC\n- [Jaeger](#jaeger)\n  - [A](#a)\n  - [B](#b)\n\n### Jaeger\n${proposal('A')}${proposal('B')}${proposal('C')}`;
    expect(updated(text.replaceAll('\n', '\r\n'))).toBe(
      text.replace('(#b)\n', '(#b)\n  - [C](#c)\n').replaceAll('\n', '\r\n'),
    );
  });

  test('keeps an alphabetical list alphabetical', () => {
    const part = (name: string) => `### ${name}\n${proposal(`${name} idea`)}`;
    const rest = `\n${['Jaeger', 'Flux', 'Dapr', 'Envoy'].map(part).join('')}`;
    const entry = (name: string) => `- [${name}](#${name.toLowerCase()})\n`;
    expect(updated(`## TOC\n${['Dapr', 'Envoy', 'Jaeger'].map(entry).join('')}${rest}`)).toBe(
      `## TOC\n${['Dapr', 'Envoy', 'Flux', 'Jaeger'].map(entry).join('')}${rest}`,
    );
  });

  test.skipIf(noRealFiles)(
    `leaves nothing to report and nothing else changed, in every real file${noRealFiles}`,
    { tags: 'slow' },
    () => {
      const own = (text: string, at: string) =>
        findingsOf(readDocument(text, at), nothingKnown, {}).filter(({ rule }) => rule === 'toc');
      for (const { path: at, text } of realFiles()) {
        if (own(text, at).length === 0) continue;
        const after = updated(text, at);
        expect(own(after, at), at).toEqual([]);
        const bodies = (of: string) => readDocument(of, at).proposals.map(({ body }) => body.text);
        expect(bodies(after), at).toEqual(bodies(text));
      }
    },
  );
});
