import { optionsOf } from '../../linter/options';
import { type RuleSettings, viewOf } from '../../linter/rule';
import { short, strong } from '../../markdown/write';
import type { Proposal, ProposalsDocument } from '../../model/document';
import { programNameOf } from '../../model/program-name';
import { programName } from '../../rules/lfx/program-name';

/** The future program name of a proposal and how many characters are left. Null if it gets no program name. */
export function proposalHover(proposal: Proposal, document: ProposalsDocument, settings: RuleSettings): string | null {
  const name = programNameOf(viewOf(proposal, document));
  if (name === null) return null;
  const { max } = optionsOf(programName, settings);
  return `${strong(short(name, 200))}\n\n${name.length} of ${max} characters for the program name`;
}
