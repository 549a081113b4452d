/** Drafts files, and proposals to add to them. */
import type { WantedProposal } from '../../server/src/core/features/new-proposal/text';
import type { Proposal, ProposalsDocument } from '../../server/src/core/model/document';

export const ada = 'Ada Example (@ada-example, ada@example.org)';

export const bo = 'Bo Sample (@bo-sample, bo@example.org)';

export const issue = 'https://github.com/jaegertracing/jaeger/issues/1';

export const full: WantedProposal = {
  project: 'Jaeger',
  title: 'A calmer trace view',
  mentors: [ada, bo],
  upstream: issue,
};

export const template = `
  ## Template

  \`\`\`
  ### CNCF Project Name

  #### Mentorship project title

  - Description:
  - Recommended Skills:
  - Mentor(s):
    - Mentor Name (@mentor_github, mentor@example.org)
  - Upstream Issue:
  \`\`\`

  ---

  ## Proposed Project ideas
`;

export const two = `${template}
  ### Antrea

  #### Smaller maps

  - Description: Less.

  ---

  ### Prometheus

  #### Replayed rules

  - Description: Again.
`;

export const drafts = 'programs/lfx-mentorship/2025/01-Mar-May/project_ideas.md';

/** The titles of all proposals but one, and of the samples. */
export function titlesIn({ proposals, samples }: ProposalsDocument, except?: Proposal): string[] {
  return [...proposals.filter((proposal) => proposal !== except), ...samples].map(({ body }) => body.title.text);
}
