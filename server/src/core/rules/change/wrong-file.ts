import { draftFieldOf } from '../../facts/draft-fields';
import { projectSizeLabel } from '../../facts/summer-of-code';
import { termPhase } from '../../facts/terms';
import { wordKey } from '../../facts/words';
import type { Known } from '../../known/known';
import type { DocumentRule } from '../../linter/rule';
import { changedFrom, changeSinceBase } from '../../linter/since-base';
import type { Proposal, ProposalsDocument } from '../../model/document';
import { shift } from '../../text/span';

const path = 'programs/lfx-mentorship/2026/01-Mar-May/project_ideas.md';
const idea =
  '### Jaeger\n\n#### Faster queries\n\n- Description: Make them fast.\n- Mentor(s): Ada Example (@ada-example)\n- Upstream Issue: https://github.com/example/example/issues/1\n';

export const wrongFile: DocumentRule = {
  id: 'wrong-file',
  scope: 'document',
  outside: true,
  change: true,
  summary:
    "A new proposal is in the drafts file of its program, not in the README of the term or another program's file.",
  why: 'The README lists what was accepted, and each program reads only its own files.',
  source: 'Reviews of pull requests',
  severity: 'warning',
  demand: 'projects',
  examples: [
    {
      bad: `${idea}\n#### Faster writes\n\n- Description: Make them fast.\n- Expected project size: large (~350 hours)\n- Mentor(s): Ada Example (@ada-example)\n`,
      good: `${idea}\n#### Faster writes\n\n- Description: Make them fast.\n- Mentor(s): Ada Example (@ada-example)\n`,
      path,
      known: changedFrom(idea, path),
    },
  ],
  *check({ document, known }) {
    const { added } = changeSinceBase(document, known);
    if (added.length === 0) return;
    const drafts = draftsOf(document, known);
    for (const proposal of added) {
      const message = otherProgram(proposal, document) ?? (drafts && notAccepted(proposal, drafts, known));
      if (message) yield { span: shift(proposal.body.title.span, proposal.section.start), message };
    }
  },
};

/** The path of the drafts of a README, as long as its term takes proposals. */
function draftsOf({ kind, path: own, term }: ProposalsDocument, known: Known): string | null {
  if (kind !== 'accepted' || term?.status == null || termPhase(term.status) !== 'before') return null;
  const folder = own.slice(0, own.lastIndexOf('/') + 1);
  const drafts = known.files().find((file) => file.kind === 'proposed' && file.path === folder + nameOf(file.path));
  return drafts ? nameOf(drafts.path) : null;
}

function nameOf(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1);
}

/** An admin copies accepted proposals from the drafts, so those are right. */
function notAccepted({ body, project }: Proposal, drafts: string, known: Known): string | null {
  const isDraft = known
    .proposals(project?.key ?? '')
    .some(({ title, file }) => file.kind === 'proposed' && wordKey(title) === wordKey(body.title.text));
  if (isDraft || body.lfxUrl !== null) return null;
  return `Move this proposal to "${drafts}": the README lists accepted proposals only.`;
}

/** A field that only the other program has. */
function otherProgram({ body }: Proposal, { term }: ProposalsDocument): string | null {
  const labels = body.fields.flatMap(({ label }) => (label ? [label.text] : []));
  if (term?.program === 'lfx-mentorship') {
    const size = labels.find((label) => wordKey(label) === wordKey(projectSizeLabel));
    return size ? `"${size}" is a field of Summer of Code: move this idea to its file.` : null;
  }
  if (term?.program !== 'summerofcode') return null;
  const lfx = body.lfxUrl !== null ? 'LFX URL' : labels.find((label) => draftFieldOf(label) !== null);
  return lfx ? `"${lfx}" is a field of LFX Mentorship: move this proposal to its drafts.` : null;
}
