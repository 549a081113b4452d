import { longestProgramName } from '../../facts/limits';
import { viewOf } from '../../linter/rule';
import { short, strong } from '../../markdown/write';
import type { Proposal, ProposalsDocument } from '../../model/document';
import { programNameOf } from '../../model/program-name';

/** The name of the program that a proposal will be, and how much of it may still be written; null where none is made. */
export function proposalHover(proposal: Proposal, document: ProposalsDocument): string | null {
  const name = programNameOf(viewOf(proposal, document));
  if (name === null) return null;
  return `${strong(short(name, 200))}\n\n${name.length} of ${longestProgramName} characters for the program name`;
}
