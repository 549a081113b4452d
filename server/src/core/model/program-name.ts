import { programName } from '../facts/lfx';
import type { ProposalBody } from './proposal';
import type { Term } from './term';

/** As much of a proposal as its program is named by. */
export interface Named {
  readonly body: Pick<ProposalBody, 'programName' | 'title'>;
  readonly project: string | null;
  readonly page: { readonly term: Term | null };
}

/**
 * The name of a proposal's program on LFX Mentorship: the one that is written, else the one that is made of project,
 * title and term; null where none is made, as for Summer of Code and for terms before the third one of 2024.
 */
export function programNameOf({ body, project, page }: Named): string | null {
  if (body.programName) return body.programName.text;
  const term = lfxTerm(page.term);
  if (!term || project === null || term.year * 10 + term.number < 20_243) return null;
  return programName(project, body.title.text, term);
}

/** Year and number of a term of LFX Mentorship; null for every other. */
export function lfxTerm(term: Term | null): { year: number; number: number } | null {
  if (!term || term.program === 'summerofcode' || term.year === null || term.number === null) return null;
  return { year: term.year, number: term.number };
}
