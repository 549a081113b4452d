import type { Finding, Severity } from '../../core/linter/rule';
import type { ProposalsDocument } from '../../core/model/document';
import { lineAt, lineStartsOf } from '../../core/text/lines';

/**
 * A finding for people and programs outside of an editor: lines and UTF-16 columns count from 1, the end is
 * exclusive.
 */
export interface LocatedFinding {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly severity: Severity;
  readonly rule: string;
  readonly message: string;
  readonly fixable: boolean;
}

/** The findings of a document under its displayed path. */
export function located({ text }: ProposalsDocument, path: string, findings: readonly Finding[]): LocatedFinding[] {
  const starts = lineStartsOf(text);
  const place = (offset: number): [line: number, column: number] => {
    const line = lineAt(starts, offset);
    return [line + 1, offset - (starts[line] ?? 0) + 1];
  };
  return findings.map(({ span, severity, rule, message, fixable }) => {
    const [line, column] = place(span.start);
    const [endLine, endColumn] = place(span.end);
    return { path, line, column, endLine, endColumn, severity, rule, message, fixable };
  });
}
