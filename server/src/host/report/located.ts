import type { Finding, Help, Severity } from '../../core/linter/rule';
import type { ProposalsDocument } from '../../core/model/document';
import { lineAt, lineStartsOf } from '../../core/text/lines';

/** A range for people and programs outside of an editor: lines and UTF-16 columns count from 1, the end is exclusive. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A finding with its place in a file. */
export interface LocatedFinding extends Place {
  readonly path: string;
  readonly severity: Severity;
  readonly rule: string;
  readonly message: string;
  readonly fixable: boolean;
  /** What resolves it, safe without review. Null if it has no fix, or fixes were not asked for. */
  readonly fix: LocatedFix | null;
}

/** A fix as the replacements that it consists of. */
export interface LocatedFix {
  readonly title: string;
  readonly edits: readonly (Place & { readonly text: string })[];
}

/** A file with its findings. */
export interface FileReport {
  /** As a person would write it from where they are. */
  readonly path: string;
  /** From the root of its repository, for programs that know only that. */
  readonly fromRoot: string;
  readonly findings: readonly LocatedFinding[];
  /** The text of a line without its line ending; lines count from 1. */
  lineText(line: number): string;
}

/** What a check has found, for a printer. */
export interface Report {
  /** All files that were checked, with or without findings. */
  readonly files: readonly FileReport[];
  readonly version: string;
  /** The address of the folder of docs of this version; it ends with a slash. */
  readonly pages: string;
  /** A short text for a longer one, the same for the same text only. */
  digest(text: string): string;
}

/** The page of a rule. */
export function rulePage({ pages }: Report, rule: string): string {
  return `${pages}rules/${rule}.md`;
}

/** A file as a printer needs it. `text` is what its findings were located in. */
export function fileReport(
  { path, fromRoot }: Pick<FileReport, 'path' | 'fromRoot'>,
  text: string,
  findings: readonly LocatedFinding[],
): FileReport {
  let starts: readonly number[] | null = null;
  const lineText = (line: number) => {
    // Few formats show lines.
    starts ??= lineStartsOf(text);
    return text.slice(starts[line - 1] ?? 0, starts[line] ?? text.length).replace(/\r?\n?$/, '');
  };
  return { path, fromRoot, findings, lineText };
}

/** The findings of a document under its displayed path, with their fixes where those are given. Plain data. */
export function located(
  { text }: ProposalsDocument,
  path: string,
  findings: readonly Finding[],
  fixes: ReadonlyMap<Finding, Help> = new Map(),
): LocatedFinding[] {
  const starts = lineStartsOf(text);
  const place = (offset: number): [line: number, column: number] => {
    const line = lineAt(starts, offset);
    return [line + 1, offset - (starts[line] ?? 0) + 1];
  };
  const placeOf = ({ start, end }: Finding['span']): Place => {
    const [line, column] = place(start);
    const [endLine, endColumn] = place(end);
    return { line, column, endLine, endColumn };
  };
  const fixOf = (finding: Finding): LocatedFix | null => {
    const fix = fixes.get(finding);
    if (!fix) return null;
    return { title: fix.title, edits: fix.edits.map(({ span, text }) => ({ ...placeOf(span), text })) };
  };
  return findings.map((finding) => {
    const { span, severity, rule, message } = finding;
    const fixable = finding.isFixable();
    return { path, ...placeOf(span), severity, rule, message, fixable, fix: fixOf(finding) };
  });
}
