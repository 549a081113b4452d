import { isSampleHeading, isStructuralHeading, isTemplateHeading } from '../facts/headings';
import { bundledProjects, type ProjectList } from '../facts/projects';
import { noLabels, readBody, type TemplateLabels } from './body';
import type { ProposalBody } from './proposal';
import { type Section, sectionsOf, titleOf } from './section';
import { sameLabels, type Template, templateByFacts, templateIn } from './template';
import { type Term, termOf } from './term';

/** A project heading, or another heading between project and proposal. */
export interface Project {
  readonly section: Section;
  /** The heading as written, trimmed, markup kept. */
  readonly name: string;
}

export interface Proposal {
  /** From the proposal's heading to the next proposal, project or other heading of the file. */
  readonly section: Section;
  /** Spans in it count from `section.start`. */
  readonly body: ProposalBody;
  readonly project: Project | null;
  /** A real level between project and proposal, such as a SIG under Kubernetes. */
  readonly subproject: Project | null;
}

/** accepted: a term README or list of selected projects; proposed: anything that takes proposals. */
export type DocumentKind = 'accepted' | 'proposed';

/** One version of a text, understood. Offsets count from the start of the text. */
export interface ProposalsDocument {
  readonly text: string;
  /** With `/` between its parts; from a workspace folder on where there is one. */
  readonly path: string;
  /** Null where the text is no proposals document: then it has neither sections nor proposals. */
  readonly kind: DocumentKind | null;
  readonly term: Term | null;
  readonly template: Template;
  /** All sections in order. A proposal with headings of its own inside is one section. */
  readonly sections: readonly Section[];
  readonly projects: readonly Project[];
  readonly proposals: readonly Proposal[];
  readonly readings: Readings;
}

/** What has been read of the sections of one version, to be taken over by the next. */
export interface Readings {
  readonly labels: TemplateLabels;
  /** The cut before headings inside proposals are joined to them. */
  readonly sections: readonly Section[];
  readonly bodies: readonly ProposalBody[];
  /** Bodies of proposals with headings inside, by their text. */
  readonly joined: ReadonlyMap<string, ProposalBody>;
}

/** Everything else that decides how a document is read. */
export interface ReadOptions {
  readonly projects?: ProjectList;
  /** An earlier version of the same document: what has not changed is taken over. The answer is the same without. */
  readonly previous?: ProposalsDocument;
}

/**
 * Reads a document. Never throws, on any text.
 *
 * `path` only helps to tell what kind of document it is and which term it belongs to; without a telling path the
 * content decides. What is no proposals document comes back with `kind` null and nothing in it.
 */
export function readDocument(text: string, path: string, options: ReadOptions = {}): ProposalsDocument {
  const byPath = kindByPath(path);
  if (byPath === null && !/mentor/i.test(text)) return nothing(text, path);
  const cut = sectionsOf(text);
  const own = templateIn(text, cut);
  const readings = readSections(text, cut, own?.labels ?? noLabels, options.previous?.readings);
  const { blocks, bodies, joined } = joinProposals(cut, readings, text);
  const proposalLevel = own?.proposalLevel ?? usualLevel(blocks, bodies) ?? 4;
  const term = termOf(path, text);
  const projects = options.projects ?? fallbackProjects();
  const found = proposalsOf({ text, blocks, bodies, proposalLevel, projects });
  const kind = byPath ?? kindByContent(own, found.proposals, term);
  if (kind === null) return nothing(text, path);
  return {
    text,
    path,
    kind,
    term,
    template: own ?? templateByFacts(kind, term, proposalLevel),
    sections: blocks,
    ...found,
    readings: { ...readings, joined },
  };
}

/** The proposal whose section holds `offset`, null elsewhere. */
export function proposalAt(document: ProposalsDocument, offset: number): Proposal | null {
  let low = 0;
  let high = document.proposals.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const section = document.proposals[middle]?.section;
    if (section && section.end <= offset) low = middle + 1;
    else high = middle;
  }
  // At the end of the text the caret still stands in the last proposal.
  const proposal = document.proposals[low] ?? (offset === document.text.length ? document.proposals.at(-1) : undefined);
  return proposal && proposal.section.start <= offset && offset <= proposal.section.end ? proposal : null;
}

let bundled: ProjectList | undefined;
/** The bundled list is a constant that is expensive to build: made once, when first asked for. */
function fallbackProjects(): ProjectList {
  bundled ??= bundledProjects();
  return bundled;
}

function nothing(text: string, path: string): ProposalsDocument {
  const readings: Readings = { labels: noLabels, sections: [], bodies: [], joined: new Map() };
  return { text, path, kind: null, term: null, template: templateByFacts('proposed', null, 4), sections: [], projects: [], proposals: [], readings };
}

/** Bodies of all sections: taken over from the earlier version from both ends inward, as far as the texts agree. */
function readSections(text: string, sections: readonly Section[], labels: TemplateLabels, previous: Readings | undefined): Readings {
  const old = previous && sameLabels(previous.labels, labels) ? previous : null;
  const bodies: ProposalBody[] = new Array(sections.length);
  let front = 0;
  let back = sections.length;
  if (old) {
    const shared = Math.min(sections.length, old.bodies.length);
    const taken = (index: number, body: ProposalBody | undefined): boolean => {
      const section = sections[index];
      if (!section || !body || body.text.length !== section.end - section.start || !text.startsWith(body.text, section.start)) return false;
      bodies[index] = body;
      return true;
    };
    while (front < shared && taken(front, old.bodies[front])) front++;
    while (back > front && sections.length - back < shared - front && taken(back - 1, old.bodies[old.bodies.length - (sections.length - back) - 1])) back--;
  }
  for (let i = front; i < back; i++) {
    const section = sections[i];
    if (section) bodies[i] = readSection(text, section, labels);
  }
  return { labels: old?.labels ?? labels, sections, bodies, joined: old?.joined ?? new Map() };
}

function readSection(text: string, section: Section, labels: TemplateLabels): ProposalBody {
  const heading = { titleStart: section.titleStart - section.start, titleEnd: section.titleEnd - section.start };
  return readBody(detached(text.slice(section.start, section.end)), labels, heading);
}

/** A copy of its own: a slice would keep the whole text of its version in memory for as long as the body lives. */
function detached(slice: string): string {
  return ` ${slice}`.slice(1);
}

interface Blocks {
  readonly blocks: Section[];
  readonly bodies: ProposalBody[];
  readonly joined: Map<string, ProposalBody>;
}

/** A deeper heading that brings no field which its proposal has already ("##### Mentors") is a part of that proposal. */
function joinProposals(cut: readonly Section[], readings: Readings, text: string): Blocks {
  const blocks: Section[] = [];
  const bodies: ProposalBody[] = [];
  const joined = new Map<string, ProposalBody>();
  for (let i = 0; i < cut.length; i++) {
    const section = cut[i];
    const body = readings.bodies[i];
    if (!section || !body) continue;
    let block = section;
    let whole = body;
    while (hasFields(whole)) {
      const next = cut[i + 1];
      const nextBody = readings.bodies[i + 1];
      if (!next || !nextBody || next.level <= section.level || !continues(whole, nextBody, titleOf(text, next))) break;
      block = { ...section, end: next.end };
      const key = text.slice(block.start, block.end);
      whole = readings.joined.get(key) ?? readSection(text, block, readings.labels);
      joined.set(whole.text, whole);
      i++;
    }
    blocks.push(block);
    bodies.push(whole);
  }
  return { blocks, bodies, joined };
}

function continues(body: ProposalBody, next: ProposalBody, title: string): boolean {
  if (isStructuralHeading(title)) return false;
  const ids = new Set(body.fields.map((field) => field.id));
  return next.fields.every((field) => field.id === null || !ids.has(field.id)) && !(ids.has('mentors') && ids.has('upstream-issue'));
}

function hasFields(body: ProposalBody): boolean {
  return body.fields.some((field) => field.id !== null);
}

/** The level of most proposals, null where there are none. */
function usualLevel(blocks: readonly Section[], bodies: readonly ProposalBody[]): number | null {
  const counts = new Map<number, number>();
  bodies.forEach((body, i) => {
    const level = blocks[i]?.level ?? 0;
    if (level > 0 && hasFields(body)) counts.set(level, (counts.get(level) ?? 0) + 1);
  });
  let best: number | null = null;
  for (const [level, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = level;
  return best;
}

interface Assembly {
  readonly text: string;
  readonly blocks: readonly Section[];
  readonly bodies: readonly ProposalBody[];
  readonly proposalLevel: number;
  readonly projects: ProjectList;
}

/** Tells proposals from projects and other headings, and says which project each proposal belongs to. */
function proposalsOf({ text, blocks, bodies, proposalLevel, projects: list }: Assembly): { projects: Project[]; proposals: Proposal[] } {
  const projects: Project[] = [];
  const proposals: Proposal[] = [];
  /** The headings above the current place that are no proposals, outermost first. */
  let open: Project[] = [];
  let sampleLevel = 0;
  for (let i = 0; i < blocks.length; i++) {
    const section = blocks[i];
    const body = bodies[i];
    if (!section || !body || section.level === 0) continue;
    const title = titleOf(text, section);
    if (sampleLevel > 0 && section.level <= sampleLevel) sampleLevel = 0;
    if (isTemplateHeading(title) && !hasFields(body)) continue;
    if (isSampleHeading(title)) {
      sampleLevel = hasSiblingAbove(blocks, bodies, i) ? section.level : 0;
      open = open.filter((project) => project.section.level < section.level);
      continue;
    }
    if (sampleLevel > 0) continue;
    const known = list.find(title) !== null;
    if (hasFields(body) || isBareProposal(section, title, known)) {
      const { project, subproject } = projectOf(section, open);
      proposals.push({ section, body, project, subproject });
      continue;
    }
    // "### Kgateway", "## kgateway": the second is the first once more, at a wrong level.
    const last = open.at(-1);
    if (last && section.level < last.section.level && last.name.toLowerCase() === title.toLowerCase()) continue;
    open = open.filter((each) => each.section.level < section.level);
    if (isStructuralHeading(title)) continue;
    const project = { section, name: title };
    open.push(project);
    projects.push(project);
  }
  return { projects: projects.filter((project) => proposals.some((proposal) => proposal.project === project) || isKnown(project)), proposals };

  function isKnown(project: Project): boolean {
    return list.find(project.name) !== null;
  }

  /** A heading at the proposals' own level, under a project, that has no field yet. */
  function isBareProposal(section: Section, title: string, known: boolean): boolean {
    if (section.level !== proposalLevel || known || isStructuralHeading(title)) return false;
    return open.some((project) => project.section.level === proposalLevel - 1) && !leadsDeeper(section);
  }

  /** Whether deeper headings with fields follow: then the heading stands above proposals. */
  function leadsDeeper(section: Section): boolean {
    const at = blocks.indexOf(section);
    const next = blocks[at + 1];
    return next !== undefined && next.level > section.level;
  }

  function projectOf(section: Section, above: readonly Project[]): { project: Project | null; subproject: Project | null } {
    const inner = above.findLast((each) => each.section.level < Math.max(section.level, proposalLevel) || isKnown(each)) ?? null;
    if (inner === null) return { project: null, subproject: null };
    const outer = above.findLast((each) => each !== inner && each.section.level < inner.section.level) ?? null;
    if (outer && (inner.section.level >= proposalLevel || isKnown(outer)) && !isKnown(inner)) return { project: outer, subproject: inner };
    return { project: inner, subproject: null };
  }
}

/** Whether proposals stand outside the sample as well: otherwise the file keeps all of them under that heading. */
function hasSiblingAbove(blocks: readonly Section[], bodies: readonly ProposalBody[], sample: number): boolean {
  const level = blocks[sample]?.level ?? 0;
  let inside = true;
  for (let i = sample + 1; i < blocks.length; i++) {
    const block = blocks[i];
    const body = bodies[i];
    if (block && block.level <= level) inside = false;
    if (!inside && body && hasFields(body)) return true;
  }
  return false;
}

function kindByPath(path: string): DocumentKind | null {
  if (/(?:^|\/)selected_projects\.md$/i.test(path)) return 'accepted';
  if (/(?:^|\/)project_ideas\.md$/i.test(path)) return 'proposed';
  if (/(?:^|\/)(?:summerofcode|gsoc)\/20\d\d[^/]*\.md$/i.test(path)) return 'proposed';
  if (/(?:^|\/)20\d\d\/(?:q\d[^/]*|\d\d-[^/]+)\/README\.md$/i.test(path)) return 'accepted';
  return null;
}

function kindByContent(template: Template | null, proposals: readonly Proposal[], term: Term | null): DocumentKind | null {
  // Two fields alone may be the prose of any guide; a person or an issue makes it a proposal.
  const full = proposals.filter(({ body }) => {
    const ids = new Set(body.fields.map((field) => field.id).filter((id) => id !== null));
    const named = body.mentors.some((mentor) => mentor.handle || mentor.email) || body.upstream.length > 0 || body.lfxUrl !== null;
    return ids.size >= 2 && named;
  });
  if (full.length === 0) return template?.source === 'document' ? 'proposed' : null;
  const accepted = full.filter(({ body }) => body.lfxUrl !== null).length;
  return term?.status !== undefined && term?.status !== null && template === null ? 'accepted' : accepted * 2 > full.length ? 'accepted' : 'proposed';
}
