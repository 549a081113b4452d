import { wordKey } from '../../facts/words';
import { type Part, type Span, shift, sliceOf } from '../../text/span';
import type { Section } from '../section';
import { movedLabels } from './idea-body';
import { type IdeaLabel, labelFrom, plainForm } from './idea-label';
import type { SectionNotes } from './section-notes';
import type { Table } from './table';
import { labelText, type Row, titleColumn } from './table-use';

/** An idea in a table, or in one row of it. */
export interface TableIdea {
  /** The index of the section that contains the table. */
  readonly at: number;
  readonly section: Section;
  /** Spans of the title and the labels count from the start of the section. */
  readonly title: Part;
  readonly labels: readonly IdeaLabel[];
  /** Whether the section's heading is the title as well, so that it groups no ideas. */
  readonly isHeaded: boolean;
}

/**
 * The ideas in tables that each describe one, with its title. Empty unless several stand below one heading, because a
 * heading with one such table is an idea itself.
 */
export function ideasInTables(sections: readonly Section[], notes: readonly SectionNotes[]): TableIdea[] {
  const titled = notes.map((note) =>
    isOwn(note) ? note.tables.filter(({ title, labels }) => title !== null && labels.length >= 2) : [],
  );
  if (titled.every((tables) => tables.length < 2)) return [];
  return titled.flatMap((tables, at) => {
    const section = sections[at];
    const own = notes[at]?.text ?? '';
    if (!section) return [];
    const isHeaded = tables.length === 1 && isTitle(own, section, tables[0]?.title ?? null);
    const starts = tables.map((table) => (isHeaded ? 0 : startOf(own, table)));
    return tables.map((table, i): TableIdea => {
      const span = { start: starts[i] ?? 0, end: starts[i + 1] ?? own.length };
      return { at, ...ideaOf(own, section, span, table.title ?? table.span, table.labels), isHeaded };
    });
  });
}

/** The ideas in tables with one idea per row. */
export function ideasInRows(sections: readonly Section[], notes: readonly SectionNotes[]): TableIdea[] {
  const ideas: TableIdea[] = [];
  notes.forEach((note, at) => {
    const section = sections[at];
    if (!section || !isOwn(note)) return;
    // A table can have more rows than a call has arguments.
    for (const table of note.tables)
      if (table.use === 'page') for (const idea of rowIdeas(note.text, section, table)) ideas.push({ at, ...idea });
  });
  return ideas.length >= 2 ? ideas : [];
}

function isTitle(own: string, { start, titleStart, titleEnd }: Section, title: Span | null): boolean {
  const heading = own.slice(titleStart - start, titleEnd - start);
  return title !== null && wordKey(heading) !== '' && wordKey(heading) === wordKey(sliceOf(own, title));
}

function isOwn({ role }: SectionNotes): boolean {
  return role !== 'template' && role !== 'sample';
}

/** Where the idea of a table begins: with its title, if that stands above, or with its first row. */
function startOf(own: string, { title, span }: Table): number {
  return own.lastIndexOf('\n', Math.min(title?.start ?? span.start, span.start) - 1) + 1;
}

function rowIdeas(own: string, section: Section, { rows: [head = [], ...rows] }: Table): Omit<TableIdea, 'at'>[] {
  const names = head.map((cell) => labelText(own, cell));
  const titleAt = Math.max(0, titleColumn(names));
  return rows.flatMap((row) => {
    const title = row[titleAt];
    // A row that links to a heading of the same file belongs to a table of contents.
    if (!title || title.start === title.end || /\]\(#/.test(sliceOf(own, title))) return [];
    return [ideaOf(own, section, lineAround(own, title), title, cellLabels(names, row, titleAt))];
  });
}

/** The cells of a row as labels, with the names of the columns. Their spans are empty, because the names stand above. */
export function cellLabels(names: readonly string[], row: Row, titleAt: number): IdeaLabel[] {
  return row.flatMap((cell, i) => {
    const text = names[i];
    if (i === titleAt || text === undefined) return [];
    const { start, end } = cell;
    const span = { start, end: start };
    return labelFrom({ text, start, span, shape: 'column', form: plainForm, valueStart: start, valueEnd: end }) ?? [];
  });
}

/** The line that contains a span, with its line ending. */
export function lineAround(text: string, { start, end }: Span): Span {
  const lineEnd = text.indexOf('\n', end);
  return { start: text.lastIndexOf('\n', start - 1) + 1, end: lineEnd < 0 ? text.length : lineEnd + 1 };
}

/** An idea in a part of a section. All spans count from the start of the section's text, `own`. */
export function ideaOf(
  own: string,
  section: Section,
  span: Span,
  title: Span,
  labels: readonly IdeaLabel[],
): Omit<TableIdea, 'at'> {
  const inDocument = shift(span, section.start);
  return {
    section: {
      ...inDocument,
      level: section.level + 1,
      titleStart: section.start + title.start,
      titleEnd: section.start + title.end,
    },
    title: { text: sliceOf(own, title), span: shift(title, -span.start) },
    labels: movedLabels(labels, -span.start),
    isHeaded: false,
  };
}
