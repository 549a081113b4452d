import { keepsProposals } from '../../edits/safe-edits';
import type { DocumentRule, Report } from '../../linter/rule';
import type { Proposal, ProposalsDocument } from '../../model/document';
import { followsItsProject, type Levels, levelsOf, relevelled } from '../../model/levels';
import type { Edit } from '../../text/edit';

export const proposalLevel: DocumentRule = {
  id: 'proposal-level',
  scope: 'document',
  summary: 'Proposal headings have the level of the template.',
  why: 'At the project level, a proposal looks like a project; deeper, it looks like part of the proposal above. Either way it is overlooked when proposals are accepted.',
  source: 'The template at the top of the file, or the level of most headings',
  severity: 'error',
  demand: 'layout',
  examples: [
    {
      bad: `### Jaeger\n\n### Faster queries\n\n- Description: Make them fast.\n- Mentor(s): Ada Example (@ada-example, ada@example.org)\n`,
      good: `### Jaeger\n\n#### Faster queries\n\n- Description: Make them fast.\n- Mentor(s): Ada Example (@ada-example, ada@example.org)\n`,
    },
  ],
  *check({ document }) {
    const levels = levelsOf(document);
    for (const proposal of document.proposals) {
      if (isRight(proposal, levels)) continue;
      const { section, body } = proposal;
      const { start, end } = body.title.span;
      yield {
        span: { start: section.start + (start < end ? start : 0), end: section.start + end },
        message: `Proposal headings here use ${marks(levels.proposal)}.`,
        fixable: editsFor(document, proposal, levels) !== null,
      };
    }
  },
  *help(report, { document }) {
    const levels = levelsOf(document);
    const proposal = proposalOf(document, report);
    const edits = proposal && !isRight(proposal, levels) ? editsFor(document, proposal, levels) : null;
    if (!edits || !keepsProposals(document, edits)) return;
    yield {
      title: `Change the heading to ${marks(levels.proposal)}`,
      kind: 'fix',
      edits,
      caret: null,
      preferred: true,
    };
  },
};

/** Fields directly below a project heading have no proposal heading whose level could be wrong. */
function isRight(proposal: Proposal, levels: Levels): boolean {
  return (
    (proposal.body.listed && proposal.section.level === levels.project) ||
    proposal.section.level === levels.proposal ||
    proposal.subproject !== null ||
    followsItsProject(proposal, levels)
  );
}

/** In a file with a sample, levels mark the end of the sample, so a person should decide. */
function editsFor({ text, samples }: ProposalsDocument, { section }: Proposal, levels: Levels): Edit[] | null {
  return samples.length > 0 ? null : relevelled(text, section, levels.proposal - section.level);
}

function proposalOf({ proposals }: ProposalsDocument, { span }: Report): Proposal | null {
  return proposals.find(({ section }) => section.start <= span.start && span.start < section.end) ?? null;
}

function marks(level: number): string {
  return `"${'#'.repeat(level)}"`;
}
