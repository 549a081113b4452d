import { wordKey } from '../../facts/words';
import type { Part, Span } from '../../text/span';
import { shift, sliceOf } from '../../text/span';
import type { Section } from '../section';
import { movedLabels } from './idea-body';
import { type IdeaLabel, labelFrom, plainForm } from './idea-label';
import type { SectionNotes } from './section-notes';
import { labelText, type Table } from './table';

/** An idea in a table, or in one row of it. */
export interface TableIdea {
  readonly section: Section;
  /** Spans of the title and the labels count from the start of the section. */
  readonly title: Part;
  readonly labels: readonly IdeaLabel[];
}

/** Columns in tables about students rather than ideas. */
const studentColumn = /student|contributor|mentee|intern|participant|status|report|blog/i;

/** Finds tables that describe an idea and tables with one idea per row. Use only if no heading is an idea. */
export function ideasInTables(sections: readonly Section[], notes: readonly SectionNotes[]): TableIdea[] {
  const ideas: TableIdea[] = [];
  notes.forEach(({ tables, role, text: own }, i) => {
    const section = sections[i];
    if (!section || role === 'template' || role === 'sample') return;
    for (const table of tables) {
      if (table.use === 'pairs') ideas.push(...pairsIdea(own, section, table));
      // A table can have more rows than a call has arguments.
      if (table.use === 'page') for (const idea of rowIdeas(own, section, table)) ideas.push(idea);
    }
  });
  return ideas.length >= 2 ? ideas : [];
}

/** The idea in a table of labels and values. Its "Title" row contains the title. */
function pairsIdea(own: string, section: Section, table: Table): TableIdea[] {
  const row = table.rows.find(
    ([label]) => label && /^(?:title|project|idea|name|projecttitle|projectname)$/.test(wordKey(labelText(own, label))),
  );
  const title = row?.[1];
  if (!title || title.start === title.end) return [];
  return [ideaOf(own, section, table.span, title, table.labels)];
}

/** The ideas in a table with one idea per row. Each row needs a title. A table about students has none. */
function rowIdeas(own: string, section: Section, table: Table): TableIdea[] {
  const [head = [], ...rows] = table.rows;
  const names = head.map((cell) => labelText(own, cell));
  if (names.some((name) => studentColumn.test(name))) return [];
  const titleAt = Math.max(
    0,
    names.findIndex((name) => /title|^(?:project|idea|name|topic)s?(?: name)?$/i.test(name)),
  );
  return rows.flatMap((row) => {
    const title = row[titleAt];
    // A row that links to a heading of the same file belongs to a table of contents.
    if (!title || title.start === title.end || /\]\(#/.test(sliceOf(own, title))) return [];
    const lineStart = own.lastIndexOf('\n', title.start) + 1;
    const lineEnd = own.indexOf('\n', title.end);
    const span = { start: lineStart, end: lineEnd < 0 ? own.length : lineEnd + 1 };
    const labels = row.flatMap((cell, i) => {
      const name = names[i];
      if (i === titleAt || name === undefined || cell === undefined) return [];
      const label = labelFrom({
        text: name,
        start: cell.start,
        span: { start: cell.start, end: cell.start },
        shape: 'column',
        form: plainForm,
        valueStart: cell.start,
        valueEnd: cell.end,
      });
      return label ? [label] : [];
    });
    return [ideaOf(own, section, span, title, labels)];
  });
}

function ideaOf(own: string, section: Section, span: Span, title: Span, labels: readonly IdeaLabel[]): TableIdea {
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
  };
}
