import { cncfProjects, type ProjectList } from '../../facts/projects';
import { ownCopy } from '../../text/span';
import type { ProposalBody } from '../proposal';
import type { Section } from '../section';
import { readIdea, type WrittenIdea } from './idea-body';
import type { IdeaLabel } from './idea-label';
import { notesOf, type SectionNotes } from './section-notes';

/** What we read in one version of a file, by text, so that the next version can reuse it. */
export interface IdeaReadings {
  readonly projects: ProjectList;
  readonly notes: ReadonlyMap<string, SectionNotes>;
  readonly bodies: ReadonlyMap<string, IdeaReading>;
}

export interface IdeaReading {
  readonly body: ProposalBody;
  readonly labels: readonly IdeaLabel[];
  /** Together with the text it determines the reading. */
  readonly key: string;
}

export const noIdeaReadings: IdeaReadings = { projects: cncfProjects, notes: new Map(), bodies: new Map() };

/** Reads an idea, or reuses the reading of an earlier version. */
export function ideaReading(idea: WrittenIdea, { projects, bodies }: IdeaReadings): IdeaReading {
  const key = keyOf(idea);
  const last = bodies.get(idea.text);
  if (last?.key === key) return last;
  return { body: readIdea({ ...idea, text: ownCopy(idea.text) }, projects), labels: idea.labels, key };
}

/** The same title may stand elsewhere in the same text, and the names of columns stand above it. */
function keyOf({ title, labels, address }: WrittenIdea): string {
  const parts = [title, ...(address ? [address] : [])].map(({ text, span }) => `${span.start} ${text}`);
  const all = labels.map(
    ({ label, start, valueStart, valueEnd }) => `${start} ${valueStart} ${valueEnd} ${label.text}`,
  );
  return [...parts, ...all].join('\n');
}

/** What is known of a section before the section is read as a part of an idea. */
export function sectionNotes(text: string, section: Section, { notes }: IdeaReadings): SectionNotes {
  return notes.get(text.slice(section.start, section.end)) ?? notesOf(text, section);
}
