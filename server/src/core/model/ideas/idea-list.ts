import type { ProjectList } from '../../facts/projects';
import { wordKey } from '../../facts/words';
import { ownCopy, type Part, type Span, shift, sliceOf } from '../../text/span';
import type { GivenProgram } from '../given-template';
import { idsOf, type ProposalBody } from '../proposal';
import { type Section, titleOf } from '../section';
import type { Project, Proposal } from '../structure';
import type { Template } from '../template';
import { findIdeas, type IdeaPlace, isNumbered } from './find-ideas';
import { type FrontMatter, frontMatterOf } from './front-matter';
import { groupHeadings } from './group-headings';
import { movedLabels } from './idea-body';
import { type IdeaLabel, isLabelOf } from './idea-label';
import { type IdeaReading, type IdeaReadings, ideaReading, noIdeaReadings, sectionNotes } from './idea-readings';
import { type LabelledIdea, learnedTemplate } from './learned-template';
import { entriesIn, type PageEntry } from './list-page';
import type { SectionNotes } from './section-notes';
import { isIdeaList, isSingleIdea } from './single-idea';
import { ideasInRows, ideasInTables, type TableIdea } from './table-ideas';
import { titleBelow, withTitleLines } from './title-lines';
import { headingsFrom, withUnderlined } from './underlined';
import { withWritten } from './written-template';

/** A list of ideas, read by the labels that the ideas share. */
export interface IdeaList {
  /** All sections in order. An idea and its headings are one section. */
  readonly sections: readonly Section[];
  readonly proposals: readonly Proposal[];
  readonly projects: readonly Project[];
  readonly template: Template;
  /** Whether the proposals are the entries of a list page, which is never asked for fields. */
  readonly isListPage: boolean;
  readonly readings: IdeaReadings;
}

/** A text cut at its headings. */
export interface IdeaText {
  readonly text: string;
  readonly path: string;
  readonly sections: readonly Section[];
  readonly projects: ProjectList;
  /** What the repository's configuration says about this file. */
  readonly given: GivenProgram | null;
}

/**
 * Reads a list of ideas that follows no known template, by the labels that its ideas share. Null if the text is no such
 * list. Never throws.
 */
export function readIdeaList(of: IdeaText, previous: IdeaReadings = noIdeaReadings): IdeaList | null {
  const { text } = of;
  const front = frontMatterOf(text);
  const from = front?.span.end ?? 0;
  const headed = withUnderlined(text, headingsFrom(of.sections, from), from);
  const { projects } = of;
  const known: IdeaReadings = previous.projects === projects ? previous : { ...previous, projects, bodies: new Map() };
  const readWith = (sections: readonly Section[]) => {
    const notes = sections.map((section) => sectionNotes(text, section, known));
    return { sections, notes, ...new IdeaReader({ ...of, sections }, front, notes, known).read() };
  };
  const read = readWith(headed);
  // One idea below a heading may be the newest of a list whose titles are no headings.
  const titled = read.ideas.length <= 1 && front === null ? withTitleLines(text, headed, from) : null;
  const more = titled && readWith(titled);
  const { sections, notes, ideas, source } = more && more.ideas.length > 1 && more.source === 'labels' ? more : read;
  if (ideas.length === 0) return null;
  const proposals = ideas.map(({ proposal }) => proposal);
  // Each row of a table has the same columns, so no row lacks a field.
  const isPage = source !== 'labels';
  return {
    sections: blocksOf(sections, proposals),
    proposals,
    projects: distinct(proposals.map(({ project }) => project)),
    template: templateOf(of.given, withWritten(learnedTemplate(ideas, isPage), notes), isPage),
    isListPage: source === 'links',
    readings: {
      projects: of.projects,
      notes: new Map(notes.map((note) => [note.text, note])),
      bodies: new Map(ideas.map(({ read }) => [read.body.text, read])),
    },
  };
}

/**
 * The template to use. If nobody has configured the given one, at least half of its labels must occur in the ideas.
 */
function templateOf(given: GivenProgram | null, learned: Template, isPage: boolean): Template {
  const template = given?.template;
  if (!given || !template || isPage) return learned;
  const habit = new Set(learned.fields.map(({ label }) => wordKey(label)));
  const shared = template.fields.filter(({ label }) => habit.has(wordKey(label))).length;
  return given.isConfigured || shared * 2 >= template.fields.length ? template : learned;
}

interface FoundIdea extends LabelledIdea {
  readonly proposal: Proposal;
  readonly read: IdeaReading;
}

/** The ideas of a text, and what they were read from. */
interface FoundIdeas {
  readonly ideas: readonly FoundIdea[];
  readonly source: 'labels' | 'rows' | 'links';
}

const noIdeas: FoundIdeas = { ideas: [], source: 'labels' };

/** What `found` reads. */
type Found = Pick<TableIdea, 'section' | 'title' | 'labels'> & Partial<Pick<PageEntry, 'address'>>;

class IdeaReader {
  /** Keys of the labels in the repository's template. */
  private readonly asked: ReadonlySet<string>;

  constructor(
    private readonly of: IdeaText,
    private readonly front: FrontMatter | null,
    private readonly notes: readonly SectionNotes[],
    private readonly known: IdeaReadings,
  ) {
    const { isConfigured = false, template = null } = of.given ?? {};
    this.asked = new Set(isConfigured ? template?.fields.map(({ label }) => wordKey(label)) : []);
  }

  read(): FoundIdeas {
    const { path, sections } = this.of;
    const { front, notes } = this;
    const inTables = ideasInTables(sections, notes);
    const held = new Set(inTables.map(({ at }) => at));
    const { ideas, isLabel, parents } = findIdeas({ sections, notes, asked: this.asked, held });
    const [only] = ideas;
    const count = ideas.length + inTables.length;
    const isSingle = (first: number, own: FrontMatter | null) =>
      this.asked.size > 0 || isSingleIdea({ path, notes, front: own, first });
    if (count === 1 && only && !isSingle(only.first, null)) return noIdeas;
    if (count > 1 && this.asked.size === 0 && !isIdeaList(path, notes)) return noIdeas;
    if (count > 0) {
      const groups = groupHeadings(
        parents,
        [...ideas.map(({ first }) => first), ...inTables.map(({ at }) => at)],
        groupsIn(inTables),
      );
      const group = (i: number) => this.projectAt(groups[i] ?? null);
      const found = [
        ...ideas.map((place, i) => this.ideaAt(place, isLabel, group(i))),
        ...inTables.map((idea, i) => this.found(idea, group(ideas.length + i))),
      ];
      return { ideas: found.sort((a, b) => a.proposal.section.start - b.proposal.section.start), source: 'labels' };
    }
    if (front && isSingle(0, front)) {
      const whole = this.wholeFile(front);
      if (whole) return { ideas: [whole], source: 'labels' };
    }
    const entries = entriesIn({ path, text: this.of.text, sections, notes, parents });
    const rows = entries.length > 0 ? entries : ideasInRows(sections, notes);
    const groups = groupHeadings(
      parents,
      rows.map(({ at }) => at),
      groupsIn(rows),
    );
    return {
      ideas: rows.map((idea, i) => this.found(idea, this.projectAt(groups[i] ?? null))),
      source: entries.length > 0 ? 'links' : 'rows',
    };
  }

  private ideaAt(place: IdeaPlace, isLabel: readonly boolean[], project: Project | null): FoundIdea {
    const { text, sections } = this.of;
    const first = sections[place.first];
    const last = sections[place.last];
    if (!first || !last) throw new RangeError('an idea outside of its text');
    const section = { ...first, end: last.end };
    const title = partAt(text, { start: first.titleStart, end: first.titleEnd }, first.start);
    const labels = this.labelsIn(place, isLabel);
    const own = isNumbered(title.text) ? titleBelow(text.slice(section.start, section.end), labels) : null;
    return this.found({ section, title: own ?? title, labels }, project);
  }

  /** Reads a file that is a single idea, with its title in the front matter or as its first heading. */
  private wholeFile(front: FrontMatter): FoundIdea | null {
    const { text, sections } = this.of;
    const heading = sections.find(({ level, titleStart, titleEnd }) => level === 1 && titleEnd > titleStart);
    const title = front.title ?? (heading && partAt(text, { start: heading.titleStart, end: heading.titleEnd }, 0));
    if (!title) return null;
    const section = { start: 0, end: text.length, level: 1, titleStart: title.span.start, titleEnd: title.span.end };
    const labels = this.labelsIn(
      { first: 0, last: sections.length - 1 },
      this.notes.map(({ heading }) => heading !== null && heading.topic !== null),
    ).filter(({ start }) => start >= front.span.end);
    const found = this.found({ section, title, labels }, null);
    const { body } = found;
    const fields = [...front.fields, ...body.fields.filter(({ span }) => span.start >= front.span.end)];
    const whole: ProposalBody = {
      ...body,
      fields,
      ids: idsOf(fields),
      mentors: [...front.mentors, ...body.mentors],
    };
    return { ...found, body: whole, proposal: { ...found.proposal, body: whole } };
  }

  private found({ section, title, labels, address }: Found, project: Project | null): FoundIdea {
    const own = this.of.text.slice(section.start, section.end);
    const read = ideaReading({ text: own, title, labels, address }, this.known);
    const { body } = read;
    return {
      level: section.level,
      body,
      labels: read.labels,
      read,
      proposal: { section, body, project, subproject: null },
    };
  }

  /** The labels of an idea and of the headings below it. Offsets count from the start of the idea. */
  private labelsIn({ first, last }: IdeaPlace, isLabel: readonly boolean[]): IdeaLabel[] {
    const { sections } = this.of;
    const start = sections[first]?.start ?? 0;
    const labels: IdeaLabel[] = [];
    for (let i = first; i <= last; i++) {
      const note = this.notes[i];
      const section = sections[i];
      if (!note || !section) continue;
      const heading = i > first && isLabel[i] && note.heading ? [note.heading] : [];
      const own = note.labels.filter((label) => isLabelOf(label, this.asked));
      for (const label of movedLabels([...heading, ...own], section.start - start)) labels.push(label);
    }
    return labels;
  }

  /** A heading that groups ideas, given by the index of its section. */
  private projectAt(index: number | null): Project | null {
    const { text, sections, projects } = this.of;
    const section = index === null ? undefined : sections[index];
    if (!section) return null;
    const name = titleOf(text, section);
    return { section, name, listed: projects.find(name) !== null, key: wordKey(name) };
  }
}

/** The sections whose heading groups the ideas in their text. */
function groupsIn(ideas: readonly TableIdea[]): ReadonlySet<number> {
  return new Set(ideas.flatMap(({ at, isHeaded }) => (isHeaded ? [] : [at])));
}

function partAt(text: string, span: Span, by: number): Part {
  return { text: ownCopy(sliceOf(text, span)), span: shift(span, -by) };
}

function distinct(projects: readonly (Project | null)[]): Project[] {
  const byStart = new Map<number, Project>();
  for (const project of projects) if (project) byStart.set(project.section.start, project);
  return [...byStart.values()].sort((a, b) => a.section.start - b.section.start);
}

/** Cuts the sections at the ideas, so that each idea is one section that includes its headings. */
function blocksOf(sections: readonly Section[], proposals: readonly Proposal[]): Section[] {
  const blocks: Section[] = [];
  let next = 0;
  for (const section of sections) {
    let { start } = section;
    // Headings inside an idea are part of it. An idea in a table leaves the text before and after it as sections.
    for (let idea = proposals[next]?.section; idea && idea.start < section.end; idea = proposals[next]?.section) {
      if (idea.start > start) blocks.push({ ...section, start, end: idea.start });
      if (idea.start >= section.start) blocks.push(idea);
      start = Math.max(start, Math.min(idea.end, section.end));
      if (idea.end > section.end) break;
      next++;
    }
    if (start < section.end || (start === section.end && section.level === 0 && section.start === section.end))
      blocks.push({ ...section, start });
  }
  return blocks;
}
