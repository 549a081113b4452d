import { indented } from '../../edits/indent-lines';
import { readsTheSame } from '../../edits/same-reading';
import { counted } from '../../facts/words';
import type { ProposalRule } from '../../linter/rule';
import type { Line } from '../../model/lines';
import { linesOf } from '../../model/lines';
import type { Field, ProposalBody } from '../../model/proposal';
import { type Stray, strayIn } from '../../model/stray';
import type { Template } from '../../model/template';
import type { Edit } from '../../text/edit';
import { shift } from '../../text/span';

export const strayText: ProposalRule = {
  id: 'stray-text',
  scope: 'proposal',
  layout: true,
  summary: 'The text of a field is part of its list item.',
  why: 'After a blank line, or with its own list marker, unindented text is no longer part of the list item: on GitHub and LFX it appears outside its field.',
  source: 'CommonMark 0.31, 5.2: list items',
  severity: 'warning',
  demand: 'layout',
  examples: [
    {
      bad: '### Jaeger\n\n#### Faster queries\n\n- Description: Make them fast.\n\nThey are slow today.\n- Recommended Skills:\n- Go\n- Mentor(s): Ada Example (@ada-example)\n',
      good: '### Jaeger\n\n#### Faster queries\n\n- Description: Make them fast.\n\n  They are slow today.\n- Recommended Skills:\n  - Go\n- Mentor(s): Ada Example (@ada-example)\n',
    },
  ],
  *check({ body, page }) {
    for (const { field, lines, stray } of straysIn(body)) {
      const line = lines[stray.first];
      if (!line || !field.label) continue;
      yield {
        span: { start: line.content, end: Math.min(line.end, wordEnd(body.text, line)) },
        message: `Indent by ${counted(stray.column - line.indent, 'space')} to keep this text in "${field.label.text}".`,
        field: field.label.text,
        fixable: () => !isLong(stray) && editsFor(body, lines, stray, page.template) !== null,
      };
    }
  },
  *help({ span }, { proposal: { body, section }, document }) {
    for (const { field, lines, stray } of straysIn(body)) {
      if (lines[stray.first]?.content !== span.start || !field.label) continue;
      const edits = editsFor(body, lines, stray, document.template);
      if (!edits) return;
      yield {
        title: `Indent the text of "${field.label.text}"`,
        kind: isLong(stray) ? 'choice' : 'fix',
        edits: edits.map((edit) => ({ ...edit, span: shift(edit.span, section.start) })),
        caret: null,
        preferred: true,
      };
    }
  },
};

/** No proposal has more lines. More of them may have been swallowed, so a person should look before they move. */
const MOST_FIXED = 100;

function isLong({ first, last }: Stray): boolean {
  return last - first > MOST_FIXED;
}

/** More lines are not a simple slip, so a person should decide. */
const MOST_LINES = 1_000;

function editsFor(body: ProposalBody, lines: readonly Line[], stray: Stray, template: Template): Edit[] | null {
  if (stray.last - stray.first > MOST_LINES) return null;
  const edits = indented(body.text, lines.slice(stray.first, stray.last + 1), stray.column, 0);
  return readsTheSame(body, edits, template) ? edits : null;
}

function* straysIn(body: ProposalBody): Iterable<{ field: Field; lines: readonly Line[]; stray: Stray }> {
  if (body.fields.length === 0) return;
  const lines = linesOf(body.text);
  for (const field of body.fields) {
    const stray = field.label ? strayIn(body.text, lines, field) : null;
    if (stray && belongs(body.text, field, lines, stray)) yield { field, lines, stray };
  }
}

/**
 * Text after a link does not belong to the link field. A label-like line after a field with a value ("- Duration: …")
 * is a separate field.
 */
function belongs(text: string, field: Field, lines: readonly Line[], stray: Stray): boolean {
  const first = lines[stray.first];
  if (!first) return false;
  // "-Like this" is not a list item in Markdown, but the author meant to start a list below the label.
  const begunBelow =
    /[-*+]/.test(text.charAt(field.value.start)) && text.slice(field.span.start, field.value.start).includes('\n');
  const isBare = field.value.start >= first.start || begunBelow;
  if (field.id === 'upstream-issue' || field.id === 'lfx-url') return isBare;
  if (isBare || first.marker === 0) return true;
  const written = text.slice(first.content + first.marker, first.end);
  if (/^[\s*_]*\p{Lu}[^:.]{1,40}:/u.test(written)) return false;
  // A few words above a nested list ("- Objectives") are a label without a colon.
  const next = lines[stray.first + 1];
  const isAbove = next !== undefined && next.marker > 0 && next.indent > first.indent;
  return !(isAbove && /^[\s*_]*[^.:]{1,30}$/.test(written));
}

function wordEnd(text: string, line: Line): number {
  const from = line.content + line.marker;
  const words = /^\s*\S+(?:[ \t]+\S+){0,3}/.exec(text.slice(from, line.end));
  return from + (words?.[0].length ?? 0);
}
