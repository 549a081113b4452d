import { firstWhere } from '../text/first-where';
import { type Front, noFront } from './front';
import type { ProposalBody } from './proposal';
import { isSameButForWords, type ProseEdit, proseEdit } from './prose-edit';
import { isSameContext, joinProposals, type Readings, readSection } from './readings';
import { moved, type Section } from './section';
import { type Project, type Proposal, proposalsOf, type Sample, usualLevel } from './structure';

/** What the sections of a version are: which of them are proposals, and of which project. */
export interface Assembly {
  /** The level of proposals as a template gives it. Null if it is found out. */
  readonly givenLevel: number | null;
  readonly proposalLevel: number;
  /** All sections in order. A proposal with inner headings is one section. */
  readonly blocks: readonly Section[];
  readonly bodies: readonly ProposalBody[];
  /** Bodies of proposals with inner headings, by text. */
  readonly joined: ReadonlyMap<string, ProposalBody>;
  readonly projects: readonly Project[];
  readonly proposals: readonly Proposal[];
  readonly samples: readonly Sample[];
  readonly fronts: readonly SectionFront[];
}

/** The content of a section without proposals. Spans count from the start of the section. */
export interface SectionFront {
  readonly section: Section;
  readonly front: Front;
}

export const noAssembly: Assembly = {
  givenLevel: null,
  proposalLevel: 4,
  blocks: [],
  bodies: [],
  joined: new Map(),
  projects: [],
  proposals: [],
  samples: [],
  fronts: [],
};

interface Assembled {
  readonly readings: Readings;
  readonly assembly: Assembly;
}

/** Assembles what was read. `before` is an earlier version, which affects only speed. */
export function assemble(readings: Readings, before: Assembled | undefined, givenLevel: number | null): Assembly {
  const last = before && isSameContext(before.readings.context, readings.context) ? before.assembly : noAssembly;
  const edit = before && last.givenLevel === givenLevel ? proseEdit(before.readings, readings) : null;
  const same = edit && afterEdit(last, edit, readings);
  if (same) return same;
  const { blocks, bodies, joined } = joinProposals(readings, last.joined);
  const proposalLevel = givenLevel ?? usualLevel(blocks, bodies) ?? 4;
  const found = proposalsOf({ blocks, bodies, proposalLevel });
  return { givenLevel, proposalLevel, blocks, bodies, joined, ...found, fronts: frontsOf(blocks, bodies) };
}

export function frontsOf(sections: readonly Section[], bodies: readonly ProposalBody[]): readonly SectionFront[] {
  return sections.flatMap((section, i) => {
    const body = bodies[i];
    return body && body.front !== noFront ? [{ section, front: body.front }] : [];
  });
}

/** The assembly after an edit of words: only offsets and one body differ. Null if there is more to it. */
function afterEdit(last: Assembly, edit: ProseEdit, readings: Readings): Assembly | null {
  const at = firstWhere(last.blocks, ({ end }) => end > edit.span.start);
  const [block, before] = [last.blocks[at], last.bodies[at]];
  if (!block || !before || edit.span.end > block.end) return null;
  const edited = { ...block, end: block.end + edit.by };
  const only = firstWhere(readings.sections, ({ end }) => end > edited.start);
  const isJoined = readings.sections[only]?.end !== edited.end;
  const body = isJoined ? readSection(readings.text, edited, readings.context) : readings.bodies[only];
  if (!body || !isSameButForWords(before, body)) return null;
  const blocks = [
    ...last.blocks.slice(0, at),
    edited,
    ...last.blocks.slice(at + 1).map((each) => moved(each, edit.by)),
  ];
  const bodies = last.bodies.with(at, body);
  return {
    ...last,
    blocks,
    bodies,
    // Only proposals with inner headings are in there, which most are not.
    joined: isJoined ? joinedAfter(last.joined, before, body, bodies) : last.joined,
    ...inPlace(last, at, blocks, body),
  };
}

/** `before` stays where another proposal has the same text. */
function joinedAfter(
  last: Assembly['joined'],
  before: ProposalBody,
  body: ProposalBody,
  bodies: readonly ProposalBody[],
): Assembly['joined'] {
  const joined = new Map(last).set(body.text, body);
  if (!bodies.some(({ text }) => text === before.text)) joined.delete(before.text);
  return joined;
}

/** What is in the blocks, of which those from `at` on have moved, and the first of these has another body. */
function inPlace(last: Assembly, at: number, blocks: readonly Section[], body: ProposalBody) {
  const places = new Map(blocks.slice(at).map((block, i) => [last.blocks[at + i], block]));
  const placed = <T extends { readonly section: Section }>(each: T): T => {
    const section = places.get(each.section);
    return section ? { ...each, section } : each;
  };
  const projects = new Map<Project, Project>();
  const projectOf = (project: Project) => {
    const known = projects.get(project) ?? placed(project);
    projects.set(project, known);
    return known;
  };
  const proposalOf = <T extends Sample>(each: T): T => {
    const now = placed(each);
    return now.section === blocks[at] ? { ...now, body } : now;
  };
  return {
    projects: last.projects.map(projectOf),
    proposals: last.proposals.map((each) => {
      const proposal = proposalOf(each);
      if (proposal === each) return each;
      const { project, subproject } = each;
      return {
        ...proposal,
        project: project && projectOf(project),
        subproject: subproject && projectOf(subproject),
      };
    }),
    samples: last.samples.map(proposalOf),
    fronts: last.fronts.map(placed),
  };
}
