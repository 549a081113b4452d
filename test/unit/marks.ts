import { expect } from 'vitest';
import { type Known, nothingKnown } from '../../server/src/core/known/known';
import { findingsOf } from '../../server/src/core/linter/run';
import { type ProposalsDocument, readDocument } from '../../server/src/core/model/document';

/** A text with its marks: the place of the caret, and the message that is expected at each span. */
export interface Marked {
  readonly text: string;
  /** The offset of `$0`; -1 without one. */
  readonly caret: number;
  readonly expected: readonly { readonly start: number; readonly end: number; readonly message: string }[];
}

/**
 * Reads a document with marks: `$0` is the caret, and a line of `^^^ message` says what is expected at the text above
 * it. The indentation that all lines share is taken away.
 */
export function marked(source: string): Marked {
  const lines = dedent(source).split('\n');
  const expected: { start: number; end: number; message: string }[] = [];
  const kept: string[] = [];
  let offset = 0;
  let above = 0;
  for (const line of lines) {
    const mark = /^(\s*)(\^+) (.*)$/.exec(line);
    if (mark) {
      const start = above + (mark[1] ?? '').length;
      expected.push({ start, end: start + (mark[2] ?? '').length, message: mark[3] ?? '' });
      continue;
    }
    kept.push(line);
    above = offset;
    offset += line.replace('$0', '').length + 1;
  }
  const text = kept.join('\n');
  const caret = text.indexOf('$0');
  return { text: text.replace('$0', ''), caret, expected };
}

/** `source` without its first line break and without the indentation that its lines share. */
export function dedent(source: string): string {
  const lines = source
    .replace(/^\n/, '')
    .replace(/\n[ \t]*$/, '\n')
    .split('\n');
  const indents = lines
    .filter((line) => line.trim() !== '' && !/^\s*\^+ /.test(line))
    .map((line) => line.length - line.trimStart().length);
  const shared = indents.length > 0 ? Math.min(...indents) : 0;
  return lines.map((line) => line.slice(shared)).join('\n');
}

/** A marked document, read as the drafts file of a term unless another path is given. */
export function read(
  source: string,
  path = 'programs/lfx-mentorship/2025/01-Mar-May/project_ideas.md',
): { document: ProposalsDocument; caret: number } {
  const { text, caret } = marked(source);
  return { document: readDocument(text, path), caret };
}

/** Compares the findings of one rule in a marked document with its marks. */
export function checkRule(id: string, source: string, options: { path?: string; known?: Known } = {}): void {
  const { text, expected } = marked(source);
  const document = readDocument(text, options.path ?? 'programs/lfx-mentorship/2025/01-Mar-May/project_ideas.md');
  const findings = findingsOf(document, options.known ?? nothingKnown, {}).filter((finding) => finding.rule === id);
  expect(
    findings.map(({ span, message }) => ({ at: text.slice(span.start, span.end), offset: span.start, message })),
  ).toEqual(expected.map(({ start, end, message }) => ({ at: text.slice(start, end), offset: start, message })));
}
