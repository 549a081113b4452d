import type { FieldId } from '../facts/fields';
import { isStructuralHeading } from '../facts/headings';
import { readBody } from './body';
import { noLabels, type TemplateLabels } from './fields';
import type { ProposalBody } from './proposal';
import { type Section, titleOf } from './section';
import { sameLabels } from './template';

/** What has been read of the sections of one version, to be taken over by the next. */
export interface Readings {
  readonly labels: TemplateLabels;
  readonly bodies: readonly ProposalBody[];
  /** Bodies of proposals with headings inside, by their text. */
  readonly joined: ReadonlyMap<string, ProposalBody>;
}

/** Nothing read yet. */
export const noReadings: Readings = { labels: noLabels, bodies: [], joined: new Map() };

/** Bodies of all sections: taken over from the earlier version from both ends inward, as far as the texts agree. */
export function readSections(
  text: string,
  sections: readonly Section[],
  labels: TemplateLabels,
  previous: Readings | undefined,
): Readings {
  const old = previous && sameLabels(previous.labels, labels) ? previous : null;
  const bodies: ProposalBody[] = new Array(sections.length);
  let front = 0;
  let back = sections.length;
  if (old) {
    const shared = Math.min(sections.length, old.bodies.length);
    const taken = (index: number, body: ProposalBody | undefined): boolean => {
      const section = sections[index];
      if (
        !section ||
        !body ||
        body.text.length !== section.end - section.start ||
        !text.startsWith(body.text, section.start)
      )
        return false;
      bodies[index] = body;
      return true;
    };
    while (front < shared && taken(front, old.bodies[front])) front++;
    while (
      back > front &&
      sections.length - back < shared - front &&
      taken(back - 1, old.bodies[old.bodies.length - (sections.length - back) - 1])
    )
      back--;
  }
  for (let i = front; i < back; i++) {
    const section = sections[i];
    if (section) bodies[i] = readSection(text, section, labels);
  }
  return { labels: old?.labels ?? labels, bodies, joined: old?.joined ?? new Map() };
}

function readSection(text: string, section: Section, labels: TemplateLabels): ProposalBody {
  const heading = { titleStart: section.titleStart - section.start, titleEnd: section.titleEnd - section.start };
  return readBody(detached(text.slice(section.start, section.end)), labels, heading);
}

/** A copy of its own: a slice would keep the whole text of its version in memory for as long as the body lives. */
function detached(slice: string): string {
  return ` ${slice}`.slice(1);
}

/** Sections of which each proposal is one, with their bodies. */
export interface Blocks {
  readonly blocks: Section[];
  readonly bodies: ProposalBody[];
  readonly joined: Map<string, ProposalBody>;
}

/**
 * A deeper heading that brings no field which its proposal has already ("##### Mentors") is a part of that proposal.
 * `isProject` tells headings that name a project, at whatever level.
 */
export function joinProposals(
  cut: readonly Section[],
  readings: Readings,
  text: string,
  isProject: (title: string) => boolean,
): Blocks {
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
    const whole = readings.joined.get(key) ?? readSection(text, block, readings.labels);
    joined.set(whole.text, whole);
    blocks.push(block);
    bodies.push(whole);
    i = last;
  }
  return { blocks, bodies, joined };

  /** The last section of the proposal that begins at `first`; `first` itself for everything else. */
  function lastPartOf(first: number): number {
    const ids = new Set(fieldIds(readings.bodies[first]));
    if (ids.size === 0) return first;
    let last = first;
    for (let next = cut[last + 1]; next && next.level > (cut[first]?.level ?? 0); next = cut[last + 1]) {
      const title = titleOf(text, next);
      const own = fieldIds(readings.bodies[last + 1]);
      const group =
        own.length === 0 && (cut[last + 2]?.level ?? 0) > next.level && fieldIds(readings.bodies[last + 2]).length > 0;
      const complete = own.length > 0 && ids.has('mentors') && ids.has('upstream-issue');
      if (complete || group || own.some((id) => ids.has(id)) || isStructuralHeading(title) || isProject(title)) break;
      for (const id of own) ids.add(id);
      last++;
    }
    return last;
  }
}

function fieldIds(body: ProposalBody | undefined): FieldId[] {
  return body ? body.fields.flatMap(({ id }) => (id === null ? [] : [id])) : [];
}

/** Whether a text has any field of the program's own: then it is a proposal. */
export function hasFields(body: ProposalBody): boolean {
  return body.fields.some((field) => field.id !== null);
}
