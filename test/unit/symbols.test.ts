import { expect, test } from 'vitest';
import { type DocumentSymbol, symbolsOf } from '../../server/src/core/features/symbols/document-symbols';
import { readDocument } from '../../server/src/core/model/document';
import { realisticText } from '../bench/text';

const path = 'programs/lfx-mentorship/2025/01-Mar-May/project_ideas.md';

const lines = (symbols: readonly DocumentSymbol[], indent = ''): string[] =>
  symbols.flatMap(({ kind, name, detail, children }) => [
    `${indent}${kind} ${name}${detail ? ` (${detail})` : ''}`,
    ...lines(children, `${indent}  `),
  ]);

/** Every symbol holds its name and its children, as editors demand. */
function expectNested(symbols: readonly DocumentSymbol[], text: string): void {
  for (const { span, nameSpan, children } of symbols) {
    expect(span.start <= nameSpan.start && nameSpan.end <= span.end && span.end <= text.length).toBe(true);
    for (const child of children) expect(span.start <= child.span.start && child.span.end <= span.end).toBe(true);
    expectNested(children, text);
  }
}

test('the outline of a document: projects, proposals with their mentors, fields', () => {
  const text =
    '## Ideas\n### Jaeger\n#### One\n- Description: d\n- Mentor(s): Ada (@ada)\n#### Two\n- Mentor(s): @bob\n### Harbor\n';
  const symbols = symbolsOf(text, () => readDocument(text, path));
  expect(lines(symbols)).toEqual([
    'project Jaeger',
    '  proposal One (Ada)',
    '    field Description',
    '    field Mentor(s)',
    '  proposal Two (bob)',
    '    field Mentor(s)',
  ]);
  expectNested(symbols, text);
});

test('a very large file is not read for its outline', () => {
  const text = realisticText(500_000);
  const symbols = symbolsOf(text, () => {
    throw new Error('read');
  });
  expectNested(symbols, text);
  const shape = (each: readonly DocumentSymbol[]) =>
    each.map(({ name, children }) => ({ name, proposals: children.map((child) => child.name) }));
  const small = text.slice(0, 60_000);
  const read = symbolsOf(small, () => readDocument(small, path));
  expect(shape(symbols).slice(0, read.length - 1)).toEqual(shape(read).slice(0, -1));
});

test('a very large file has the same outline once it has been read', () => {
  const text = realisticText(500_000);
  const document = readDocument(text, path);
  const edited = text.replace('#### ', '#### A ');
  const next = readDocument(edited, path, { previous: document });
  expect(symbolsOf(edited, () => next, true)).toEqual(symbolsOf(edited, () => null));
});
