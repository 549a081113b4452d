import { looksLikeProposals, mayTakePeople } from '../../recognize';
import { draftFieldOf } from '../facts/draft-fields';
import { cncfProjects, type ProjectList } from '../facts/projects';
import { firstWhere } from '../text/first-where';
import { type Assembly, assemble, frontsOf, noAssembly, type SectionFront } from './assembly';
import { type Conflict, conflictsAgain, conflictsIn, type Side, sideOf } from './conflict';
import { cutAgain } from './cut';
import { noLabels } from './fields';
import { bundledProgramAt, type GivenProgram } from './given-template';
import { readIdeaList } from './ideas/idea-list';
import { type IdeaReadings, noIdeaReadings } from './ideas/idea-readings';
import { type DocumentKind, kindByPath } from './kind';
import { cncf, isCncf, type Program, programWith } from './program';
import { noReadings, type Readings, readingsInParts, readSections } from './readings';
import { type Section, sectionsOf } from './section';
import type { Project, Proposal, Sample } from './structure';
import { type Template, templateByFacts, templateIn } from './template';
import { type Term, termOf } from './term';

export type { Project, Proposal, Sample };

/** The model of one version of a text. Offsets count from the start of the text. */
export interface ProposalsDocument {
  readonly text: string;
  /** With `/` as separator. Relative to the workspace folder if there is one. */
  readonly path: string;
  /** Null if the text is not a proposals document. Then it has no sections and no proposals. */
  readonly kind: DocumentKind | null;
  /** Merge conflicts, also in texts that are no proposals documents. We never edit a file with a conflict. */
  readonly conflicts: readonly Conflict[];
  readonly term: Term | null;
  /** Who accepts the proposals, and what they require. */
  readonly program: Program;
  readonly template: Template;
  /** All sections in order. A proposal with inner headings is one section. */
  readonly sections: readonly Section[];
  readonly projects: readonly Project[];
  readonly proposals: readonly Proposal[];
  /** Proposals under a sample heading, in a file that also has real ones. */
  readonly samples: readonly Sample[];
  readonly fronts: readonly SectionFront[];
  readonly readings: Readings;
  readonly assembly: Assembly;
  readonly ideas: IdeaReadings;
}

/** What we know about a document from its surroundings. */
export interface ReadOptions {
  readonly projects?: ProjectList;
  /**
   * What the repository says about this file. Compared by identity: another object means that the document is read
   * again.
   */
  readonly program?: GivenProgram | null;
  /** An earlier version of the same document. Unchanged parts are reused. Affects only speed, not the result. */
  readonly previous?: ProposalsDocument;
}

/**
 * Reads a document. Never throws, on any text.
 *
 * `path` helps to recognize the kind of document and its term. If it says nothing, the content decides. A text that is
 * not a proposals document has `kind` null and no content.
 */
export function readDocument(text: string, path: string, options: ReadOptions = {}): ProposalsDocument {
  const byPath = kindByPath(path);
  if (byPath === null && !options.program && !mayTakePeople(text)) return nothing(text, path);
  const before = options.previous?.readings;
  const cut = before ? cutAgain(text, before) : { sections: sectionsOf(text), front: 0, back: 0 };
  const own = templateIn(text, cut.sections, options.previous?.template);
  const context = { labels: own?.labels ?? noLabels, projects: options.projects ?? cncfProjects };
  const readings = readSections(text, cut, context, before);
  const assembly = assemble(readings, options.previous, own?.proposalLevel ?? null);
  const { blocks, projects, proposals, samples, fronts, proposalLevel } = assembly;
  const term = termOf(path, text);
  const conflicts = conflictsAgain(text, cut, options.previous?.conflicts ?? []);
  const given = own ? null : (options.program ?? bundledProgramAt(path));
  const named = given?.isConfigured ? given : null;
  const isOwn = named === null && isCncf({ path, template: own, proposals });
  const ideas = { text, path, sections: cut.sections, projects: context.projects, given };
  // What has no labels of a proposal need not be looked at line by line.
  const mayBeList = !isOwn && (given !== null || looksLikeProposals(text));
  const list = mayBeList ? readIdeaList(ideas, options.previous?.ideas) : null;
  const kind =
    byPath ??
    (isOwn ? kindByContent(own, proposals, term) : null) ??
    (list || named?.template ? 'proposed' : kindOfSides(text, path, conflicts, context.projects));
  if (kind === null) return nothing(text, path);
  const shared = { text, path, conflicts, term, readings, assembly };
  if (list)
    return {
      ...shared,
      kind: list.isListPage ? 'index' : 'proposed',
      program: programWith(given, list.template),
      template: list.template,
      sections: list.sections,
      projects: list.projects,
      proposals: list.proposals,
      samples: [],
      fronts: frontsOf(cut.sections, readings.bodies),
      ideas: list.readings,
    };
  return {
    ...shared,
    kind,
    program: named ? programWith(named, named.template) : cncf,
    template: own ?? named?.template ?? templateByFacts(kind, term, proposalLevel),
    sections: blocks,
    projects,
    proposals,
    samples,
    fronts,
    ideas: noIdeaReadings,
  };
}

/** The same document as `readDocument` reads, in small parts: a caller can pause after each, and do other things. */
export function* readInParts(
  text: string,
  path: string,
  options: Omit<ReadOptions, 'previous'> = {},
): Generator<void, ProposalsDocument> {
  const sections = sectionsOf(text);
  yield;
  const labels = templateIn(text, sections)?.labels ?? noLabels;
  const readings = yield* readingsInParts(text, sections, { labels, projects: options.projects ?? cncfProjects });
  return readDocument(text, path, { ...options, previous: { ...nothing('', path), readings } });
}

/** The proposal whose section contains `offset`. Null if there is none. */
export function proposalAt(document: ProposalsDocument, offset: number): Proposal | null {
  const at = firstWhere(document.proposals, ({ section }) => section.end > offset);
  // A caret at the end of the text belongs to the last proposal.
  const proposal = document.proposals[at] ?? (offset === document.text.length ? document.proposals.at(-1) : undefined);
  return proposal && proposal.section.start <= offset && offset <= proposal.section.end ? proposal : null;
}

function nothing(text: string, path: string): ProposalsDocument {
  return {
    text,
    path,
    kind: null,
    conflicts: conflictsIn(text),
    term: null,
    template: templateByFacts('proposed', null, 4),
    sections: [],
    projects: [],
    proposals: [],
    samples: [],
    fronts: [],
    program: cncf,
    readings: noReadings,
    assembly: noAssembly,
    ideas: noIdeaReadings,
  };
}

/**
 * Whether a proposal of CNCF is a draft although it names neither a person nor an issue: below a term's heading or with a
 * label of the form, or because it has most fields of the template. So a draft is checked whatever it lacks.
 */
function isDraft({ body: { ids, fields } }: Proposal, term: Term | null): boolean {
  if (ids.has('upstream-issue') && ids.has('mentors') && ids.size >= 4) return true;
  const isForTerm = term?.program === 'lfx-mentorship' && term.number !== null;
  return (
    ids.size >= 2 && (isForTerm || fields.some(({ label }) => label !== null && draftFieldOf(label.text) !== null))
  );
}

/**
 * The kind of the text with one side of its conflicts, because a fence that both sides open may hide everything below.
 */
function kindOfSides(
  text: string,
  path: string,
  conflicts: readonly Conflict[],
  projects: ProjectList,
): DocumentKind | null {
  if (conflicts.length === 0) return null;
  const kindOf = (side: Side) => readDocument(sideOf(text, conflicts, side), path, { projects }).kind;
  return kindOf('ours') ?? kindOf('theirs');
}

function kindByContent(
  template: Template | null,
  proposals: readonly Proposal[],
  term: Term | null,
): DocumentKind | null {
  // Two fields alone may be prose in any guide. A person or an issue makes it a proposal.
  const full = proposals.filter(({ body }) => {
    const named =
      body.mentors.some((mentor) => mentor.handle || mentor.email) || body.upstream.length > 0 || body.lfxUrl !== null;
    return body.ids.size >= 2 && named;
  });
  if (full.length === 0)
    return template?.source === 'document' || proposals.some((each) => isDraft(each, term)) ? 'proposed' : null;
  const accepted = full.filter(({ body }) => body.lfxUrl !== null).length;
  const isTerm = template === null && (term?.status ?? null) !== null;
  return isTerm || accepted * 2 > full.length ? 'accepted' : 'proposed';
}
