import { Anchors } from '../../model/anchor';
import type { Proposal, ProposalsDocument } from '../../model/document';
import type { OutlineProposal } from './terms';

/** Text of a document to copy, and the anchor of its heading on GitHub. */
export interface OutlineText {
  readonly markdown: string;
  readonly anchor: string;
}

/**
 * The text of proposals, with their project's heading if `withProject` is set. Null if the document has changed since
 * the proposals were read, because we could return the wrong text.
 */
export function textOf(
  document: ProposalsDocument,
  wanted: readonly OutlineProposal[],
  withProject: boolean,
): OutlineText | null {
  const proposals: Proposal[] = [];
  for (const { order, proposal } of wanted) {
    const found = document.proposals[order];
    if (found?.body.title.text !== proposal.title) return null;
    proposals.push(found);
  }
  const [first] = proposals;
  if (!first) return null;
  const project = withProject ? first.project : null;
  const heading = project && `${'#'.repeat(project.section.level)} ${project.name}`;
  const texts = proposals.map(({ section }) => document.text.slice(section.start, section.end).trim());
  const { start } = (project ?? first).section;
  const index = document.readings.sections.findIndex((section) => section.start === start);
  const { anchor = '' } = new Anchors().of(document.readings.bodies)[index] ?? {};
  return { markdown: `${[...(heading ? [heading] : []), ...texts].join('\n\n')}\n`, anchor };
}
