import { wordKey } from '../facts/words';
import type { Part } from '../text/span';
import { hasFields, type ProposalBody } from './proposal';
import type { Section } from './section';

/** A project heading, or another heading between project and proposal. */
export interface Project {
  readonly section: Section;
  /** The trimmed heading, with markup. */
  readonly name: string;
  /** Whether it is in the list of CNCF projects. */
  readonly listed: boolean;
  /** Equal for all headings of the project. */
  readonly key: string;
}

export interface Proposal {
  /** From the proposal's heading to the next proposal, project or other heading of the file. */
  readonly section: Section;
  /** Spans count from `section.start`. */
  readonly body: ProposalBody;
  readonly project: Project | null;
  /** A heading between project and proposal, such as a SIG in Kubernetes. */
  readonly subproject: Project | null;
}

/** A proposal below a sample heading. It does not count as a proposal of the file. */
export type Sample = Pick<Proposal, 'section' | 'body'>;

/** The most frequent level of proposals. Null if there are none. */
export function usualLevel(blocks: readonly Section[], bodies: readonly ProposalBody[]): number | null {
  const counts = new Map<number, number>();
  bodies.forEach((body, i) => {
    const level = blocks[i]?.level ?? 0;
    if (level > 0 && hasFields(body)) counts.set(level, (counts.get(level) ?? 0) + 1);
  });
  let best: number | null = null;
  for (const [level, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = level;
  return best;
}

/** No file has more samples. */
const FEW = 3;

/** What we need to distinguish proposals from projects. */
interface Evidence {
  readonly blocks: readonly Section[];
  readonly bodies: readonly ProposalBody[];
  readonly proposalLevel: number;
}

/** Separates proposals from projects and other headings, and finds the project of each proposal. */
export function proposalsOf({ blocks, bodies, proposalLevel }: Evidence): {
  projects: Project[];
  proposals: Proposal[];
  samples: Sample[];
} {
  const samples: Sample[] = [];
  const projects: Project[] = [];
  const proposals: Proposal[] = [];
  /** The headings above the current section that are not proposals, outermost first. */
  let open: Project[] = [];
  let sampleLevel = 0;
  const lastWithFields = bodies.findLastIndex(hasFields);
  for (let i = 0; i < blocks.length; i++) {
    const section = blocks[i];
    const body = bodies[i];
    if (!section || !body || section.level === 0) continue;
    if (sampleLevel > 0 && section.level <= sampleLevel) sampleLevel = 0;
    if (body.role === 'template' && !hasFields(body)) continue;
    if (body.role === 'sample' && sampleLevel === 0) {
      sampleLevel = holdsSamples(i) ? section.level : 0;
      open = open.filter((project) => project.section.level < section.level);
      continue;
    }
    if (sampleLevel > 0) {
      if (hasFields(body)) samples.push({ section, body });
      continue;
    }
    if (hasFields(body) || isBareProposal(i, body)) {
      const { project, subproject } = projectOf(section, body, open);
      proposals.push({ section, body, project, subproject });
      continue;
    }
    // "### Kgateway", "## kgateway": the second heading repeats the first at a wrong level.
    const last = open.at(-1);
    if (last && section.level < last.section.level && last.name.toLowerCase() === body.title.text.toLowerCase())
      continue;
    open = open.filter((each) => each.section.level < section.level);
    if (body.role === 'structure') continue;
    const project = { section, name: body.title.text, listed: body.listed, key: body.key };
    open.push(project);
    projects.push(project);
  }
  const used = new Set(proposals.map(({ project }) => project));
  return { projects: projects.filter((project) => used.has(project) || project.listed), proposals, samples };

  /**
   * Whether a heading is a proposal without fields: at the proposals' level, below a project, without deeper headings.
   */
  function isBareProposal(index: number, { role, listed }: ProposalBody): boolean {
    if (blocks[index]?.level !== proposalLevel || listed || role !== 'other') return false;
    return (
      open.some((project) => project.section.level === proposalLevel - 1) &&
      !((blocks[index + 1]?.level ?? 0) > proposalLevel)
    );
  }

  /**
   * Whether everything below a sample heading is a sample: there are few proposals, and the file's own proposals follow.
   * Some people add their proposals below the sample heading. Then nothing below it counts as a sample.
   */
  function holdsSamples(sample: number): boolean {
    const level = blocks[sample]?.level ?? 0;
    let end = sample + 1;
    let count = 0;
    for (; (blocks[end]?.level ?? 0) > level; end++) {
      const body = bodies[end];
      if (body && hasFields(body)) count++;
    }
    return count <= FEW && end <= lastWithFields;
  }

  function projectOf(
    section: Section,
    body: ProposalBody,
    above: readonly Project[],
  ): { project: Project | null; subproject: Project | null } {
    // The program name states the project, so a heading below that project is only a part of it.
    const named = above.find(
      ({ name, section: { level } }) => level < section.level && isNamed(name, body.programName),
    );
    if (named) {
      const part = above.findLast(({ section: { level } }) => named.section.level < level && level < section.level);
      return { project: named, subproject: part ?? null };
    }
    const inner =
      above.findLast((each) => each.section.level < Math.max(section.level, proposalLevel) || each.listed) ?? null;
    if (inner === null) return { project: null, subproject: null };
    const outer = above.findLast((each) => each !== inner && each.section.level < inner.section.level) ?? null;
    if (outer && (inner.section.level >= proposalLevel || outer.listed) && !inner.listed)
      return { project: outer, subproject: inner };
    return { project: inner, subproject: null };
  }
}

/** Whether the program name "CNCF - Kubernetes: title (2026 Term 1)" contains the project in a heading. */
function isNamed(heading: string, line: Part | null): boolean {
  const name = /^CNCF\s{0,4}[-–—:]\s{0,4}([^:]{1,100}):/.exec(line?.text ?? '')?.[1];
  return name !== undefined && wordKey(name) === wordKey(heading);
}
