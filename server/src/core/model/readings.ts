import { cncfProjects } from '../facts/projects';
import { ownCopy } from '../text/span';
import { type ReadContext, readBody } from './body';
import { Contents } from './contents';
import type { Cut } from './cut';
import { noLabels } from './fields';
import { hasFields, type ProposalBody } from './proposal';
import type { Section } from './section';
import { sameLabels } from './template';

/** What we read in one version of a document, for reuse in the next version. */
export interface Readings {
  readonly text: string;
  readonly context: ReadContext;
  readonly sections: readonly Section[];
  readonly bodies: readonly ProposalBody[];
  readonly swallowed: Swallowed;
  /** The cached links of the table of contents. */
  readonly contents: Contents;
}

/** Bodies that disappeared in a single edit. A fence that is just being opened swallows them until it is closed. */
interface Swallowed {
  readonly context: ReadContext;
  readonly byText: ReadonlyMap<string, ProposalBody>;
}

const plainContext: ReadContext = { labels: noLabels, projects: cncfProjects };

/** For a document without an earlier version. */
export const noReadings: Readings = {
  text: '',
  context: plainContext,
  sections: [{ start: 0, end: 0, level: 0, titleStart: 0, titleEnd: 0 }],
  bodies: [],
  swallowed: { context: plainContext, byText: new Map() },
  contents: new Contents(),
};

/** If more bodies than this disappear at once, they may soon come back. */
const MANY = 20;

/** The bodies of all sections of `text`. Reuses those of the earlier version that `Cut` reports as unchanged. */
export function readSections(
  text: string,
  { sections, front, back }: Cut,
  context: ReadContext,
  previous: Readings | undefined,
): Readings {
  const old = previous && isSameContext(previous.context, context) ? previous : null;
  const swallowed = previous?.swallowed ?? noReadings.swallowed;
  const known = isSameContext(swallowed.context, context) ? swallowed.byText : noReadings.swallowed.byText;
  const bodies = old?.bodies.slice(0, front) ?? [];
  const kept = old && back > 0 ? old.bodies.slice(-back) : [];
  for (let i = bodies.length; i < sections.length - kept.length; i++) {
    const section = sections[i];
    if (!section) continue;
    const same = known.size > 0 ? known.get(text.slice(section.start, section.end)) : undefined;
    bodies.push(same ?? readSection(text, section, context));
  }
  const gone = previous?.bodies.slice(old ? front : 0, previous.bodies.length - kept.length) ?? [];
  for (const body of kept) bodies.push(body);
  return {
    text,
    context,
    sections,
    bodies,
    swallowed: gone.length > MANY && previous ? swallowedOf(previous.context, gone) : swallowed,
    contents: old && old !== noReadings ? old.contents : new Contents(),
  };
}

/** The readings of no text, after which a version with these sections need not read them again. */
export function* readingsInParts(
  text: string,
  sections: readonly Section[],
  context: ReadContext,
): Generator<void, Readings> {
  const bodies: ProposalBody[] = [];
  for (const section of sections) {
    bodies.push(readSection(text, section, context));
    yield;
  }
  return { ...noReadings, swallowed: swallowedOf(context, bodies), contents: new Contents() };
}

function swallowedOf(context: ReadContext, bodies: readonly ProposalBody[]): Swallowed {
  return { context, byText: new Map(bodies.map((body) => [body.text, body])) };
}

export function isSameContext(a: ReadContext, b: ReadContext): boolean {
  return a.projects === b.projects && sameLabels(a.labels, b.labels);
}

export function readSection(text: string, section: Section, context: ReadContext): ProposalBody {
  const heading = { titleStart: section.titleStart - section.start, titleEnd: section.titleEnd - section.start };
  return readBody(ownCopy(text.slice(section.start, section.end)), context, heading);
}

/** Sections and their bodies, where each proposal is a single section. */
export interface Blocks {
  readonly blocks: Section[];
  readonly bodies: ProposalBody[];
  /** Those of several sections, by text. */
  readonly joined: Map<string, ProposalBody>;
}

/**
 * Joins each proposal with its deeper headings ("##### Mentors"), unless such a heading repeats one of its fields. `known`
 * are bodies that were joined before, by text.
 */
export function joinProposals(readings: Readings, known: ReadonlyMap<string, ProposalBody>): Blocks {
  const { text, sections: cut } = readings;
  const blocks: Section[] = [];
  const bodies: ProposalBody[] = [];
  const joined = new Map<string, ProposalBody>();
  for (let i = 0; i < cut.length; i++) {
    const section = cut[i];
    const body = readings.bodies[i];
    if (!section || !body) continue;
    const last = lastPartOf(i);
    if (last === i) {
      blocks.push(section);
      bodies.push(body);
      continue;
    }
    const block = { ...section, end: cut[last]?.end ?? section.end };
    const key = text.slice(block.start, block.end);
    const whole = known.get(key) ?? readSection(text, block, readings.context);
    joined.set(whole.text, whole);
    blocks.push(block);
    bodies.push(whole);
    i = last;
  }
  return { blocks, bodies, joined };

  /**
   * The last section of the proposal that starts at `first`. Returns `first` if it is no proposal or has no other
   * parts.
   */
  function lastPartOf(first: number): number {
    const level = cut[first]?.level ?? 0;
    const own = readings.bodies[first]?.ids;
    if (!own || own.size === 0 || readings.bodies[first]?.listed || (cut[first + 1]?.level ?? 0) <= level) return first;
    const ids = new Set(own);
    let last = first;
    for (let next = cut[last + 1]; next && next.level > level; next = cut[last + 1]) {
      const body = readings.bodies[last + 1];
      if (body?.role !== 'other' || body.listed) break;
      const below = readings.bodies[last + 2];
      const group = !hasFields(body) && (cut[last + 2]?.level ?? 0) > next.level && below && hasFields(below);
      // Text without a label is a description in a proposal, but not in a part of one.
      const labelled = body.fields.flatMap(({ id, label }) => (id !== null && label ? [id] : []));
      if (group || labelled.some((id) => ids.has(id))) break;
      for (const id of labelled) ids.add(id);
      last++;
    }
    return last;
  }
}
