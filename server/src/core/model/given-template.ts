import { type BundledProgram, bundledPrograms } from '../facts/programs';
import type { ProposalForm } from '../facts/proposal-form';
import { noLabels } from './fields';
import { frontMatterOf } from './ideas/front-matter';
import { type IdeaLabel, isLabelOf } from './ideas/idea-label';
import { fieldOfTopic } from './ideas/idea-topics';
import { writingOf } from './ideas/learned-template';
import { notesOf, type SectionNotes } from './ideas/section-notes';
import type { Section } from './section';
import { sectionsOf } from './section';
import { type LabelWriting, type Template, type TemplateField, templateFence, withUniqueIds } from './template';

/** The program that takes the proposals of a file, as far as its repository or its path tells. */
export interface GivenProgram {
  /** What people call it. Null for a template that was found by its file name. */
  readonly name: string | null;
  /** Whether the repository's configuration says so. Otherwise the file has to show that it follows the template. */
  readonly isConfigured: boolean;
  /** Null if the configuration names no template. Then the file's own habit applies. */
  readonly template: Template | null;
}

/** The bundled program whose files lie at such a path; null for none. The same object for the same program. */
export function bundledProgramAt(path: string, programs = bundledPrograms): GivenProgram | null {
  const program = programs.find((each) => each.path.test(path));
  if (!program) return null;
  const known = given.get(program);
  if (known) return known;
  const writing = { shape: 'bold', before: '**', after: ':**', alone: false } as const;
  const template = templateFrom({ source: 'facts', path: null, level: 3, writing, fields: program.fields });
  const made: GivenProgram = { name: program.name, isConfigured: false, template };
  given.set(program, made);
  return made;
}

const given = new Map<BundledProgram, GivenProgram>();

/** No program has more fields. */
const MOST_FIELDS = 60;

/**
 * Reads a template from a Markdown file: the labels of its first proposal, empty or filled in, inside or outside a
 * fence. Null if it has fewer than two labels. `path` is for display. Never throws.
 */
export function templateOfFile(text: string, path: string): Template | null {
  const fence = templateFence(text, { start: 0, end: text.length });
  return (fence && templateIn(text.slice(fence.start, fence.end), path)) ?? templateIn(text, path);
}

function templateIn(text: string, path: string): Template | null {
  const sections = sectionsOf(text);
  const notes = sections.map((section) => notesOf(text, section));
  const shows = (i: number) => labelsBelow(sections, notes, i, 0).length >= 2;
  const below = notes.findIndex((_, i) => i > 0 && shows(i));
  const front = frontMatterOf(text);
  const first = below < 0 || front?.title ? 0 : below;
  const labels = labelsBelow(sections, notes, first, front?.span.end ?? 0);
  const fields = [
    ...(front?.fields ?? []).map(({ id, label }) => ({ id, label: label?.text ?? '' })),
    ...labels.map(({ label: { topic, label } }) => ({ id: fieldOfTopic(topic), label: label.text })),
  ];
  if (fields.length < 2) return null;
  const level = sections[first]?.level ?? 2;
  const writing = labels[0]
    ? writingOf(text.slice(labels[0].section.start), labels[0].label)
    : { shape: 'line' as const, before: '', after: ':', alone: false };
  return templateFrom({ source: 'file', path, level, writing, fields: withUniqueIds(fields) });
}

/** A label, whose offsets count from the start of its section. */
interface FoundLabel {
  readonly section: Section;
  readonly label: IdeaLabel;
}

/** The labels of a section from an offset on, and those of the headings below it. */
function labelsBelow(
  sections: readonly Section[],
  notes: readonly SectionNotes[],
  first: number,
  from: number,
): FoundLabel[] {
  const own = sections[first];
  if (!own) return [];
  const found = (notes[first]?.labels ?? []).filter((label) => isLabelOf(label) && label.start >= from);
  const labels = found.map((label): FoundLabel => ({ section: own, label }));
  for (let i = first + 1; ; i++) {
    const [section, note] = [sections[i], notes[i]];
    if (!section || section.level <= own.level) return labels;
    if (note?.heading) labels.push({ section, label: note.heading });
    for (const label of note?.labels ?? []) labels.push({ section, label });
  }
}

/** The parts of a template. */
export interface TemplateParts {
  readonly source: 'file' | 'form' | 'facts';
  /** Null for a table of ours. */
  readonly path: string | null;
  readonly form?: ProposalForm;
  readonly level: number;
  readonly writing: LabelWriting;
  readonly fields: readonly (Pick<TemplateField, 'id' | 'label'> & Partial<TemplateField>)[];
}

export function templateFrom({ source, path, form, level, writing, fields }: TemplateParts): Template {
  return {
    source,
    ...(form === undefined ? {} : { form }),
    ...(path === null ? {} : { path }),
    key: JSON.stringify([path, level, writing, fields]),
    projectLevel: Math.max(1, level - 1),
    proposalLevel: level,
    fields: fields.slice(0, MOST_FIELDS).map((field) => ({ body: '', hint: '', ...field })),
    marker: writing.shape === 'item' ? '- ' : '',
    writing,
    labels: noLabels,
  };
}
