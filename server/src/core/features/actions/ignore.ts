import { type Directive, type DirectiveKind, directivesIn, InertText } from '../../linter/directives';
import type { Action, Finding } from '../../linter/rule';
import type { ProposalsDocument } from '../../model/document';
import type { Edit } from '../../text/edit';
import { lineEndOf } from '../../text/lines';

/** "Ignore here" and "Ignore in this file", once per rule. Empty if the document has a merge conflict. */
export function ignoreActions(document: ProposalsDocument, findings: readonly Finding[]): readonly Action[] {
  if (document.conflicts.length > 0) return [];
  const byRule = new Map(findings.map((finding) => [finding.rule, finding]));
  return [...byRule.values()].flatMap((finding) => {
    const { rule } = finding;
    const here = ignoreHere(document, finding);
    return [
      ...(here ? [actionFor(rule, `Ignore "${rule}" here`, here)] : []),
      actionFor(rule, `Ignore "${rule}" in this file`, ignoreInFile(document, finding)),
    ];
  });
}

function actionFor(rule: string, title: string, edit: Edit): Action {
  return { rule, title, kind: 'choice', edits: [edit], caret: null, preferred: false };
}

/**
 * Inserts a comment above the finding's line with the same indentation. Null if it would not be read as a comment or
 * would split a table.
 */
function ignoreHere(document: ProposalsDocument, { rule, span }: Finding): Edit | null {
  const { text } = document;
  const start = text.lastIndexOf('\n', span.start - 1) + 1;
  const above = directivesIn(document).find(
    ({ kind, line, ids }) => kind === 'disable-next-line' && ids.length > 0 && line.start === start,
  );
  if (above) return named(above, rule);
  const indent = /[ \t]*/y;
  indent.lastIndex = start;
  const blanks = indent.exec(text)?.[0] ?? '';
  if (text.charAt(start + blanks.length) === '|' || new InertText(document).contains(start)) return null;
  return insertion(start, `${blanks}${commentOf('disable-next-line', rule)}${lineEndOf(text)}`);
}

/** Inserts a comment at the start of the file, after the front matter. */
function ignoreInFile(document: ProposalsDocument, { rule }: Finding): Edit {
  const { text } = document;
  const above = directivesIn(document).find(({ kind, ids }) => kind === 'disable-file' && ids.length > 0);
  if (above) return named(above, rule);
  const matter = /^---[ \t]*\r?\n(?:(?!---).*\n){0,200}---[ \t]*\r?\n/.exec(text.slice(0, 20_000))?.[0].length ?? 0;
  return insertion(matter, `${commentOf('disable-file', rule)}${lineEndOf(text)}`);
}

function named({ ids, span }: Directive, rule: string): Edit {
  return insertion(ids.at(-1)?.span.end ?? span.end, ` ${rule}`);
}

function commentOf(kind: DirectiveKind, rule: string): string {
  return `<!-- proposals-${kind} ${rule} -->`;
}

function insertion(at: number, text: string): Edit {
  return { span: { start: at, end: at }, text };
}
