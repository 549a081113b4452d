import { type FieldId, fieldFact } from '../facts/fields';
import { isLfxProgram } from '../facts/lfx';
import { wordKey } from '../facts/words';
import type { GivenProgram } from './given-template';
import type { ProposalBody } from './proposal';
import type { Proposal } from './structure';
import type { Template } from './template';
import type { Term } from './term';

/**
 * What a program asks for beside the fields of its template. A rule that looks after one of these is silent where the
 * program does not ask for it:
 *
 * - `fields`: a value for each field;
 * - `layout`: labels, their form and order, heading levels, and text inside its field;
 * - `projects`: proposals below headings of projects, spelled as CNCF lists them, in alphabetical order;
 * - `mentors`: each mentor with name, handle and e-mail address, and how many there are;
 * - `upstream`: one upstream issue for each proposal, as a plain URL of an issue;
 * - `lfx`: the limits, names and addresses of LFX Mentorship;
 * - `terms`: the dates, status and quotas of a term, and a complete table of contents.
 */
export type Demand = 'fields' | 'layout' | 'projects' | 'mentors' | 'upstream' | 'lfx' | 'terms';

/** Who takes the proposals of a document, and what they ask for. */
export interface Program {
  readonly id: string;
  /** As people call it; null where nobody has said. */
  readonly name: string | null;
  readonly demands: ReadonlySet<Demand>;
}

/** The name of the program that takes the proposals of a document; null where nothing says it. */
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

/** CNCF's programs ask for all of it. Their name depends on the term. */
export const cncf: Program = {
  id: 'cncf',
  name: null,
  demands: new Set(['fields', 'layout', 'projects', 'mentors', 'upstream', 'lfx', 'terms']),
};

/** A list that shows its own habit asks for nothing beside it. */
export const ownHabit: Program = { id: 'habit', name: null, demands: new Set() };

/** The program of a file that is not CNCF's. It asks for the fields of its template, if that is more than a habit. */
export function programWith(given: GivenProgram | null, template: Template | null): Program {
  const isAsked = template !== null && template.source !== 'habit';
  const name = given?.name ?? null;
  if (name === null && !isAsked) return ownHabit;
  return { id: JSON.stringify(['repository', name, isAsked]), name, demands: new Set(isAsked ? ['fields'] : []) };
}

/** Where CNCF keeps its files. */
const cncfPath =
  /(?:^|\/)(?:lfx-mentorship|communitybridge|programs\/summerofcode|mentoring\/(?:[^/]+\/)*summerofcode)\//i;

/** Labels that only CNCF's templates have. */
const ownLabels: readonly FieldId[] = ['recommended-skills', 'mentors', 'upstream-issue', 'lfx-url'];

/** What tells that a document follows CNCF's template. */
export interface Evidence {
  readonly path: string;
  readonly template: Template | null;
  readonly proposals: readonly Proposal[];
}

/** Whether a document is one of CNCF's: it lies where CNCF keeps its files, or shows its template, names or addresses. */
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

/** "Upstream Issue", or three labels letter by letter as CNCF writes them in a list, one of them its own. */
function hasOwnLabels({ fields }: ProposalBody): boolean {
  const written = fields.filter(({ label, id }) => label !== null && id !== null);
  if (
    written.some(({ id, label }) => id === 'upstream-issue' && wordKey(label?.text ?? '').startsWith('upstreamissue'))
  )
    return true;
  const exact = written.filter(({ id, label }) => id !== null && label?.text === fieldFact(id).label);
  return exact.length >= 3 && exact.some(({ id }) => id !== null && ownLabels.includes(id));
}
