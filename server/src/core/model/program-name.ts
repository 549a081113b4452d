import { programName } from '../facts/lfx';
import type { ProposalBody } from './proposal';
import type { Term } from './term';

/** The parts of a proposal that determine the name of its program. */
export interface Named {
  readonly body: Pick<ProposalBody, 'programName' | 'title'>;
  readonly project: string | null;
  readonly page: { readonly term: Term | null };
}

/**
 * The name of a proposal's program on LFX Mentorship: as written, otherwise built from project, title and term. Null if
 * there is none, as in Summer of Code and before the third term of 2024.
 */
export function programNameOf({ body, project, page }: Named): string | null {
  if (body.programName) return body.programName.text;
  const term = lfxTerm(page.term);
  if (!term || project === null || term.year * 10 + term.number < 20_243) return null;
  return programName(project, body.title.text, term);
}

/** The year and number of an LFX Mentorship term. Null for other terms. */
export function lfxTerm(term: Term | null): { year: number; number: number } | null {
  if (!term || term.program === 'summerofcode' || term.year === null || term.number === null) return null;
  return { year: term.year, number: term.number };
}
