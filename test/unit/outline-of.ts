/** A term with drafts and accepted proposals, and its outline as text. */
import { type Branch, everything, noReviews, type OutlineView } from '../../server/src/core/features/outline/branch';
import { StateCounts } from '../../server/src/core/features/outline/issue-states';
import { branchesIn } from '../../server/src/core/features/outline/outline';
import { type ProposalProblems, problemsByProposal } from '../../server/src/core/features/outline/problems';
import type { IssueAnswer, Known } from '../../server/src/core/known/known';
import { nothingKnown } from '../../server/src/core/known/known';
import { findingsOf } from '../../server/src/core/linter/run';
import { type ProposalsDocument, readDocument } from '../../server/src/core/model/document';
import { english } from '../../server/src/l10n';
import { dedent } from './marks';
import { knownFrom } from './rules/known-from';

export const folder = 'programs/lfx-mentorship/2026/01-Mar-May';
export const drafts = `${folder}/project_ideas.md`;
export const readme = `${folder}/README.md`;
export const now = Date.UTC(2026, 0, 15, 12);

export const draftsText = `
  ## Proposed Project ideas

  ### Jaeger

  #### Slow *queries*

  - Description: Queries are slow.
  - Expected Outcome: They are fast.
  - Recommended Skills: Go
  - Mentor(s):
    - Ada Example (@ada-example, ada@example.org)
    - Max Sample (@max-sample, max@example.org)
  - Upstream Issue: https://github.com/jaegertracing/jaeger/issues/1

  #### Another view

  - Description: It is old.
  - Expected Outcome:
  - Mentor(s):
    - Grace Sample (@grace-sample, grace@example.org)
    - Max Sample (@max-sample, max@example.org)
  - Upstream Issue: https://github.com/jaegertracing/jaeger/issues/2

  ### Harbor

  #### Copy less

  - Description: It copies too much.
  - Expected Outcome: It copies less.
  - Recommended Skills: Go
  - Mentor(s):
    - Tim Muster (@tim-muster, tim@example.org)
    - Ada Example (@ada-example, ada@example.org)
  - Upstream Issue: https://github.com/goharbor/harbor/issues/3

  ### Zot
`;

export const readmeText = `
  # Term 01 - 2026 March - May

  Status: Planning

  ### Project instructions

  Add your ideas by January 21, 2026.

  ## Accepted projects

  ### Jaeger

  #### Slow queries

  - Description: Queries are slow.
  - Expected Outcome: They are fast.
  - Recommended Skills: Go
  - Mentor(s):
    - Ada Example (@ada-example, ada@example.org)
    - Max Sample (@max-sample, max@example.org)
  - Upstream Issue: https://github.com/jaegertracing/jaeger/issues/1
  - LFX URL: https://mentorship.lfx.linuxfoundation.org/project/00000000-0000-4000-8000-000000000001
`;

/** The view of a workspace of these files, in which everything has been looked through. */
export function viewOf(
  files: Readonly<Record<string, string>>,
  more: Partial<OutlineView> & { readonly answers?: Readonly<Record<string, IssueAnswer>> } = {},
): OutlineView {
  const known: Known = knownFrom(files, more.answers);
  const counts = new StateCounts(known.issue);
  const documents = Object.entries(files).map(([path, text]) => [path, readDocument(dedent(text), path)] as const);
  const problems = new Map(documents.map(([path, document]) => [path, problemsIn(document)]));
  return {
    files: known.files(),
    issue: known.issue,
    states: (of) => counts.of(of),
    problems: ({ path }) => problems.get(path) ?? null,
    reviews: noReviews,
    now,
    choice: everything,
    l10n: english,
    ...more,
  };
}

function problemsIn(document: ProposalsDocument): readonly ProposalProblems[] {
  return problemsByProposal(document, findingsOf(document, nothingKnown, {}));
}

/** The outline as text, all of it unfolded, each branch with what `show` says of it. */
export function outline(
  view: OutlineView,
  show = ({ label }: Branch) => label,
  parent: string | null = null,
  indent = '',
): string {
  return branchesIn(parent, view)
    .map((branch) => `${indent}${show(branch)}\n${outline(view, show, branch.id, `${indent}  `)}`)
    .join('');
}

export const both = { [drafts]: draftsText, [readme]: readmeText };
