import { labelTopic, tellingCount } from '../../facts/idea-labels';
import { isIdeaPath, isListHeading, isOtherHeading } from '../../facts/idea-pages';
import { withoutMarkup } from '../../facts/words';
import type { Part, Span } from '../../text/span';
import { sliceOf } from '../../text/span';
import type { Section } from '../section';
import { titleOf } from '../section';
import { type EntryLink, linkIn } from './entry-link';
import { itemsIn } from './list-items';
import type { SectionNotes } from './section-notes';
import { isByStudent } from './single-idea';
import type { Table } from './table';
import { cellLabels, ideaOf, lineAround, type TableIdea } from './table-ideas';
import { hasStudentColumn, labelText, type Row, titleColumn } from './table-use';

/** A row or list item of a list page. An issue or file that it links to describes the idea. */
export interface PageEntry extends TableIdea {
  /** The target of the link. Its span counts from the start of the section. */
  readonly address: Part;
}

/** A text of which we ask whether it is a list page. */
export interface PageText {
  readonly path: string;
  readonly text: string;
  readonly sections: readonly Section[];
  readonly notes: readonly SectionNotes[];
  /** Per section, the index of its parent section. 0 if it has none. */
  readonly parents: readonly number[];
}

/** Fewer list items may be any list of links. */
const FEWEST_ITEMS = 3;
const FEWEST_ROWS = 2;

/** The entries of a list page. Empty if the text is none. */
export function entriesIn(page: PageText): PageEntry[] {
  const rows: PageEntry[] = [];
  const items: PageEntry[] = [];
  if (isByStudent(page.notes, 0)) return [];
  const kinds = listKinds(page);
  page.notes.forEach((note, at) => {
    const section = page.sections[at];
    const below = kinds[at] ?? null;
    if (!section || below === null || below === 'other') return;
    for (const table of note.tables)
      for (const entry of rowEntries(note.text, section, table)) rows.push({ at, ...entry });
    for (const entry of itemEntries(note, section, below)) items.push({ at, ...entry });
    for (const entry of headingEntry(note, section)) items.push({ at, ...entry, isHeaded: true });
  });
  if (rows.length < FEWEST_ROWS) return items.length >= FEWEST_ITEMS ? items : [];
  return [...rows, ...(items.length >= FEWEST_ITEMS ? items : [])].sort((a, b) => a.section.start - b.section.start);
}

/**
 * What each section may list: `ideas` if a heading above it says so, `projects` if a heading speaks of projects or
 * proposals, or the path. `other` if a heading says something else, such as the projects of past years.
 */
type ListKind = 'ideas' | 'projects' | 'other' | null;

function listKinds({ path, text, sections, parents, notes }: PageText): readonly ListKind[] {
  const kinds: ListKind[] = [];
  sections.forEach((section, i) => {
    const above = i > 0 ? (kinds[parents[i] ?? 0] ?? null) : isIdeaPath(path) ? 'projects' : null;
    const role = notes[i]?.role;
    const title = section.level > 0 ? withoutMarkup(titleOf(text, section)) : '';
    if (above === 'other' || role === 'template' || role === 'sample' || isOtherHeading(title)) kinds.push('other');
    else if (above === 'ideas' || /\bideas?\b/i.test(title)) kinds.push('ideas');
    else kinds.push(isListHeading(title) ? 'projects' : above);
  });
  return kinds;
}

function rowEntries(own: string, section: Section, { rows: all, use }: Table): Omit<PageEntry, 'at'>[] {
  const [head = [], ...rows] = all;
  const names = head.map((cell) => labelText(own, cell));
  if (use === 'pairs' || use === 'people' || hasStudentColumn(names)) return [];
  const links = rows.map((row) => row.map((cell) => linkIn(own, cell)));
  const column = fullestColumn(links);
  const linked = links.filter((row) => row[column] != null).length;
  if (linked === 0 || linked * 3 < rows.length * 2) return [];
  const titleAt = titleColumnOf(names, rows, column, own);
  if (titleAt === null || (titleAt !== column && saysAll(names))) return [];
  return rows.flatMap((row, i) => {
    const cell = row[titleAt];
    const link = links[i]?.[column] ?? null;
    const title = (titleAt === column ? link?.label : null) ?? cell;
    if (!cell || !title || title.start === title.end) return [];
    const span = lineAround(own, cell);
    const idea = ideaOf(own, section, span, title, cellLabels(names, row, titleAt));
    return link ? [{ ...idea, address: addressOf(link, span.start) }] : [];
  });
}

/** Whether a table has so many columns that its rows are proposals, which name an issue as one of their fields. */
function saysAll(names: readonly string[]): boolean {
  const topics = new Set(names.map((name) => labelTopic(name)));
  return topics.has('mentors') && (topics.has('description') || tellingCount(topics) >= 3);
}

/** The column with the most links. The first one of several. */
function fullestColumn(links: readonly (readonly (EntryLink | null)[])[]): number {
  const counts: number[] = [];
  for (const row of links)
    row.forEach((link, i) => {
      counts[i] = (counts[i] ?? 0) + (link === null ? 0 : 1);
    });
  return counts.reduce((best, count, i) => (count > (counts[best] ?? 0) ? i : best), 0);
}

/** The column with the titles: by its name, else that of the links if they have words, else the first one with words. */
function titleColumnOf(names: readonly string[], rows: readonly Row[], links: number, own: string): number | null {
  const named = titleColumn(names);
  if (named >= 0) return named;
  const first = rows[0] ?? [];
  const order = [links, ...first.map((_, i) => i)];
  const hasWords = (i: number) => {
    const cell = first[i];
    const text = cell && (linkIn(own, cell)?.label ?? cell);
    return text !== undefined && /\p{L}{3}/u.test(sliceOf(own, text)) && !/^(?:https?:|\[)/.test(sliceOf(own, text));
  };
  return order.find(hasWords) ?? null;
}

function itemEntries(note: SectionNotes, section: Section, below: 'ideas' | 'projects'): Omit<PageEntry, 'at'>[] {
  const items = itemsIn(note.text);
  const entries = items.flatMap(({ span, title, link, labels }): Omit<PageEntry, 'at'>[] => {
    // A file below a heading "Projects" may be anything. An issue is something to do.
    if (!title || !link || (below === 'projects' && link.kind === 'file')) return [];
    return [{ ...ideaOf(note.text, section, span, title, labels), address: addressOf(link, span.start) }];
  });
  return entries.length * 3 >= items.length * 2 ? entries : [];
}

/** The entry whose heading is a link, with the text below it. */
function headingEntry({ text, labels }: SectionNotes, section: Section): Omit<PageEntry, 'at'>[] {
  const title = { start: section.titleStart - section.start, end: section.titleEnd - section.start };
  const link = section.level > 1 ? linkIn(text, title) : null;
  if (!link?.label || link.span.start !== title.start || link.span.end !== title.end) return [];
  const known = labels.filter(({ topic }) => topic !== null);
  const { section: own, ...idea } = ideaOf(text, section, { start: 0, end: text.length }, link.label, known);
  return [{ ...idea, section: { ...own, level: section.level }, address: addressOf(link, 0) }];
}

function addressOf({ target }: EntryLink, by: number): Part {
  const { start, end }: Span = target.span;
  return { text: target.text, span: { start: start - by, end: end - by } };
}
