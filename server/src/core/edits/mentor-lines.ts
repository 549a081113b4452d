import type { Page } from '../linter/rule';
import type { Proposal } from '../model/document';
import { labelAt } from '../model/label';
import { linesOf } from '../model/lines';
import type { Field, Mentor, ProposalBody } from '../model/proposal';
import type { Edit } from '../text/edit';
import { lineEndOf } from '../text/lines';
import type { Span } from '../text/span';
import { entryText, fieldAround, isOnlyParts, markedSpan, partTexts, readsAs, roleBehind } from './mentor-entry';

/** A line of a proposal and its mentors. */
export interface MentorLine {
  readonly line: Span;
  readonly mentors: readonly Mentor[];
}

/** Text between two entries that carries no information. */
const separator = /^[\s,;，；、&|+/.)）\]]*(?:\band\b[\s,;，；、&|+/.]*)?$/i;

/**
 * The edit that gives each mentor of a line their own line. Null if something would be lost. Offsets count from the
 * start of the proposal. A nested list uses the file's usual marker and indentation.
 */
export function splitLine(
  { line, mentors }: MentorLine,
  { body }: { readonly body: ProposalBody },
  page: Page & { readonly proposals?: readonly Proposal[] },
): Edit | null {
  const { text } = body;
  const [first, last] = [mentors[0], mentors.at(-1)];
  const field = first ? fieldAround(body, first) : null;
  if (!first || !last || !field?.label) return null;
  const entries = mentors.map((mentor) => entryOf(body, mentor, page));
  if (entries.some((entry) => entry === null) || last.span.end > line.end) return null;
  for (const [i, mentor] of mentors.entries()) {
    const following = mentors[i + 1];
    const next = following ? markedSpan(text, following).start : line.end;
    if (!separator.test(text.slice(markedSpan(text, mentor).end, next))) return null;
  }
  const end = line.start + text.slice(line.start, line.end).trimEnd().length;
  const lineEnd = lineEndOf(text);
  if (field.label.span.start >= line.start) {
    const behindLabel = text.slice(field.label.span.end, markedSpan(text, first).start);
    if (!/^[\s:：*_\\]*$/.test(behindLabel)) return null;
    const start = field.label.span.end + behindLabel.trimEnd().length;
    const prefix = nestedPrefix(body, field, page);
    return { span: { start, end }, text: entries.map((entry) => lineEnd + prefix + entry).join('') };
  }
  const before = text.slice(line.start, markedSpan(text, first).start);
  if (!/^[ \t]*(?:[-*+•][ \t]+)?$/.test(before)) return null;
  const prefix = /\S/.test(before) ? before : nestedPrefix(body, field, page);
  return { span: { start: line.start, end }, text: entries.map((entry) => prefix + entry).join(lineEnd) };
}

/** The rewritten entry. Null if something would be lost, also because it would be read as a label in its own line. */
function entryOf({ text }: ProposalBody, mentor: Mentor, { template }: Page): string | null {
  const parts = partTexts(mentor);
  const entry = entryText(parts.name, parts.handle, parts.email, parts.lfid);
  const item = `- ${entry}`;
  const [line] = linesOf(item);
  if (line && labelAt(item, line, template.labels.extra)) return null;
  return isOnlyParts(text, mentor) && readsAs(entry, parts) ? entry + roleBehind(text, mentor) : null;
}

/** Indentation and marker of a list item below a label. */
function nestedPrefix(body: ProposalBody, field: Field, page: { readonly proposals?: readonly Proposal[] }): string {
  const start = field.span.start;
  const labelAt = field.label?.span.start ?? start;
  const [, indent = '', marker = '', gap = ''] =
    /^([ \t]*)([-*+•]|\d+[.)])?([ \t]*)/.exec(body.text.slice(start, labelAt)) ?? [];
  // An item is nested if it is indented to the column of its parent's text. After a tab, one tab is enough.
  const own = gap.includes('\t') ? `${indent}\t` : indent + ' '.repeat(marker === '' ? 2 : marker.length + gap.length);
  const usual = usualPrefix(body, page);
  if (usual === null) return `${own}${/^[-*+]$/.test(marker) ? marker : '-'} `;
  const [, usualIndent = '', usualMarker = '-', usualGap = ' '] = /^([ \t]*)([-*+•])([ \t]+)$/.exec(usual) ?? [];
  const fits = !/\t/.test(own + usualIndent) && usualIndent.length >= own.length && usualIndent.length < own.length + 4;
  return `${fits ? usualIndent : own}${usualMarker}${usualGap}`;
}

/**
 * The most common prefix of nested mentors, in the same proposal if possible, otherwise in the document. Null if there
 * are none.
 */
function usualPrefix(body: ProposalBody, { proposals }: { readonly proposals?: readonly Proposal[] }): string | null {
  const counts = new Map<string, number>();
  for (const each of [body, ...(proposals ?? []).map((proposal) => proposal.body)]) {
    for (const { span } of each.mentors) {
      const before = each.text.slice(each.text.lastIndexOf('\n', span.start) + 1, span.start);
      if (/^[ \t]+[-*+•][ \t]+$/.test(before)) counts.set(before, (counts.get(before) ?? 0) + 1);
    }
    if (each === body && counts.size > 0) break;
  }
  let best: string | null = null;
  for (const [prefix, count] of counts) if (count > (counts.get(best ?? '') ?? 0)) best = prefix;
  return best;
}
