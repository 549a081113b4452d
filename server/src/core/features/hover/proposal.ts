import { longestProgramName } from '../../facts/lfx';
import type { Proposal, ProposalsDocument } from '../../model/document';
import { programNameOf } from '../../rules/program-name';
import { viewOf } from '../../rules/rule';
import { short, strong } from '../markdown';

/** The name of the program that a proposal will be, and how much of it may still be written; null where none is made. */
export function proposalHover(proposal: Proposal, document: ProposalsDocument): string | null {
  const name = programNameOf(viewOf(proposal, document));
  if (name === null) return null;
  return `${strong(short(name, 200))}\n\n${name.length} of ${longestProgramName} characters for the name of the program`;
}
