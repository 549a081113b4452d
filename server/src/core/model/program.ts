import { type FieldId, fieldFact } from '../facts/fields';
import { isLfxProgram } from '../facts/lfx';
import { wordKey } from '../facts/words';
import type { GivenProgram } from './given-template';
import type { ProposalBody } from './proposal';
import type { Proposal } from './structure';
import type { Template } from './template';
import type { Term } from './term';

/**
 * What a program requires in addition to the fields of its template. A rule that checks one of these is silent if the
 * program does not require it:
 *
 * - `fields`: a value for each field;
 * - `layout`: labels, their form and order, heading levels, and text inside its field;
 * - `projects`: proposals below project headings, with CNCF's spelling, in alphabetical order;
 * - `mentors`: name, handle and e-mail address of each mentor, and the number of mentors;
 * - `upstream`: one upstream issue per proposal, as the plain URL of an issue;
 * - `lfx`: the limits, names and URLs of LFX Mentorship;
 * - `terms`: the dates, status and quotas of a term, and a complete table of contents.
 */
export type Demand = 'fields' | 'layout' | 'projects' | 'mentors' | 'upstream' | 'lfx' | 'terms';

/** Who accepts the proposals of a document, and what they require. */
export interface Program {
  readonly id: string;
  /** The display name. Null if unknown. */
  readonly name: string | null;
  readonly demands: ReadonlySet<Demand>;
}

/** The name of the program that accepts the proposals of a document. Null if unknown. */
export function programNameIn({
  program,
  term,
}: {
  readonly program: Program;
  readonly term: Term | null;
}): string | null {
  if (program.name !== null) return program.name;
  if (term?.program === 'summerofcode') return 'Google Summer of Code';
  return program === cncf ? 'LFX Mentorship' : null;
}

/** CNCF's programs require everything. Their name depends on the term. */
export const cncf: Program = {
  id: 'cncf',
  name: null,
  demands: new Set(['fields', 'layout', 'projects', 'mentors', 'upstream', 'lfx', 'terms']),
};

/** For a list that follows only its own habit, which requires nothing else. */
export const ownHabit: Program = { id: 'habit', name: null, demands: new Set() };

/**
 * The program of a file that is not CNCF's. It requires the fields of its template, unless the template is only a
 * habit.
 */
export function programWith(given: GivenProgram | null, template: Template | null): Program {
  const isAsked = template !== null && template.proposals === undefined;
  const name = given?.name ?? null;
  if (name === null && !isAsked) return ownHabit;
  return { id: JSON.stringify(['repository', name, isAsked]), name, demands: new Set(isAsked ? ['fields'] : []) };
}

/** Paths of CNCF's files. */
const cncfPath =
  /(?:^|\/)(?:lfx-mentorship|communitybridge|programs\/summerofcode|mentoring\/(?:[^/]+\/)*summerofcode)\//i;

/** Labels that only CNCF's templates have. */
const ownLabels: readonly FieldId[] = ['recommended-skills', 'mentors', 'upstream-issue', 'lfx-url'];

/** What shows whether a document follows CNCF's template. */
export interface Evidence {
  readonly path: string;
  readonly template: Template | null;
  readonly proposals: readonly Proposal[];
}

/** Whether a document belongs to CNCF: by its path, its template, or the names and URLs in it. */
export function isCncf({ path, template, proposals }: Evidence): boolean {
  if (template !== null || cncfPath.test(path)) return true;
  return proposals.some(
    ({ body, project }) =>
      body.programName !== null ||
      isLfxProgram(body.lfxUrl?.text ?? '') ||
      (project?.listed === true && body.ids.size >= 2) ||
      hasOwnLabels(body),
  );
}

/** "Upstream Issue", or three labels exactly as in CNCF's list, one of which only CNCF has. */
function hasOwnLabels({ fields }: ProposalBody): boolean {
  const written = fields.flatMap(({ label, id }) => (label === null || id === null ? [] : [{ id, text: label.text }]));
  if (written.some(({ id, text }) => id === 'upstream-issue' && wordKey(text).startsWith('upstreamissue'))) return true;
  const exact = written.filter(({ id, text }) => text === fieldFact(id).label);
  return exact.length >= 3 && exact.some(({ id }) => ownLabels.includes(id));
}
