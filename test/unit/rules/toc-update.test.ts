/** "Update Table of Contents": the list that it makes, and what many findings at once look like. */
import { describe, expect, test } from 'vitest';
import { updatedContents } from '../../../server/src/core/features/actions/arrange';
import { readDocument } from '../../../server/src/core/model/document';
import { applyEdits } from '../../../server/src/core/text/edit';
import { findingsOfRule } from '../findings-of-rule';

const path = 'programs/lfx-mentorship/2025/01-Mar-May/README.md';
const fields = '- Description: d\n- Mentor(s): Ada Example (@ada-example)\n\n';
const proposal = (title: string) => `#### ${title}\n\n${fields}`;

/** The list after the update. */
function updated(list: string, rest: string): string {
  const text = `## TOC\n\n${list}\n${rest}`;
  const answer = updatedContents(readDocument(text, path));
  if (!('edits' in answer)) throw new Error(JSON.stringify(answer));
  const after = applyEdits(text, answer.edits);
  expect(after.endsWith(rest)).toBe(true);
  return after.slice('## TOC\n\n'.length, -rest.length - 1);
}

describe('the updated table of contents', () => {
  test('gets missing entries in the style of the others', () => {
    const rest = `### Jaeger\n${proposal('A')}${proposal('[B](https://example.org)')}### Kyverno\n${proposal('C')}${proposal('D')}`;
    const list = (more: string) =>
      `* [Jaeger](#jaeger)\n    * [A](#a)\n${more}* [Kyverno](#kyverno)\n    * [C](#c)\n    * [D](#d)\n`;
    expect(updated(list(''), rest)).toBe(list('    * [B](#b)\n'));
  });

  test('keeps lines that are no entries below the entry above them, and links elsewhere at the head', () => {
    const rest = `<a name="top"></a>\n\n### Jaeger\n${proposal('A')}${proposal('B')}`;
    const list = '- [Top](#top)\n- [Jaeger](#jaeger)\n  - [B](#b)\n    <!-- the newest -->\n  - [A](#a)\n';
    expect(updated(list, rest)).toBe(
      '- [Top](#top)\n- [Jaeger](#jaeger)\n  - [A](#a)\n  - [B](#b)\n    <!-- the newest -->\n',
    );
  });

  test('by name keeps its order: a new proposal comes after the one before it', () => {
    const rest = `### Kyverno\n${proposal('K1')}${proposal('K2')}### Argo\n${proposal('A1')}### Jaeger\n${proposal('J1')}`;
    const list =
      '- [Argo](#argo)\n  - [A1](#a1)\n- [Jaeger](#jaeger)\n  - [J1](#j1)\n- [Kyverno](#kyverno)\n  - [K1](#k1)\n';
    expect(updated(list, rest)).toBe(`${list}  - [K2](#k2)\n`);
  });

  test('lists the proposals of a part of a project deeper', () => {
    const part = '##### Own\n\n- Description: d\n- Mentor(s): Ada Example (@ada-example)\n\n';
    const rest = `### Kubernetes\n\n#### SIG Docs\n\n${['Own', 'Other', 'Third'].map((title) => part.replace('Own', title)).join('')}`;
    const list = '- [Kubernetes](#kubernetes)\n  - [SIG Docs](#sig-docs)\n    - [Own](#own)\n    - [Other](#other)\n';
    expect(updated(list, rest)).toBe(`${list}    - [Third](#third)\n`);
  });

  test('loses entries of headings that are gone, and entries that are there twice', () => {
    const rest = `### Jaeger\n${proposal('A')}`;
    const list = '- [Jaeger](#jaeger)\n  - [A](#a)\n  - [Gone](#gone)\n  - [A](#a)\n';
    expect(updated(list, rest)).toBe('- [Jaeger](#jaeger)\n  - [A](#a)\n');
  });
});

describe('very many findings in one table of contents are one', () => {
  const titles = Array.from({ length: 40 }, (_, n) => `Idea ${String(n).padStart(2, '0')}`);
  const rest = `\n### Jaeger\n${titles.map(proposal).join('')}`;
  const entry = (title: string) => `  - [${title}](#${title.toLowerCase().replaceAll(' ', '-')})\n`;
  const found = (entries: readonly string[]) =>
    findingsOfRule('toc', `## TOC\n- [Jaeger](#jaeger)\n${entries.join('')}${rest}`, { path }).map(
      ([, message]) => message,
    );

  test('for missing headings', () => {
    expect(found(titles.slice(0, 27).map(entry))).toEqual(['Add 13 missing headings to the table of contents.']);
  });

  test('for entries without a heading', () => {
    const gone = titles.map((title) => entry(`Gone ${title}`));
    expect(found([...titles.map(entry), ...gone])).toEqual([
      '40 entries in the table of contents have no heading. Remove them.',
    ]);
  });

  test('for broken links', () => {
    const broken = titles.map((title) => entry(title).replace('(#idea', '(#Idea-'));
    expect(found(broken)).toEqual(['40 links in the table of contents are broken.']);
  });

  test('for entries out of order', () => {
    const swapped = titles.map((_, n) => entry(titles[n % 2 === 0 ? n + 1 : n - 1] ?? ''));
    expect(found(swapped)).toEqual(['20 entries in the table of contents are out of order.']);
  });
});
