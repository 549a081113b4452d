import type { ProposalForm } from '../facts/proposal-form';
import { termSortKey } from '../facts/terms';
import type { ProposalsDocument } from '../model/document';
import { cncf } from '../model/program';
import type { Term } from '../model/term';
import { draftField } from './draft-values';

/** The first term whose proposals are filed with CNCF's form. */
const firstTerm = '2026-03';

/**
 * The form by which the proposals of a document are filed: that of a configured program, or `cncfForm` for drafts of LFX
 * Mentorship from the third term of 2026 on. Null if proposals are filed otherwise, and for accepted ones.
 */
export function formOfDocument(document: ProposalsDocument, cncfForm: ProposalForm): ProposalForm | null {
  if (document.template.form) return document.template.form;
  return isDraftForForm(document) ? cncfForm : null;
}

/** Whether a term takes proposals by CNCF's form. */
export function isTermOfForm(term: Term | null): boolean {
  return term?.program === 'lfx-mentorship' && termSortKey(term) >= firstTerm;
}

function isDraftForForm({ kind, program, term, proposals }: ProposalsDocument): boolean {
  if (kind !== 'proposed' || program !== cncf || term?.program === 'summerofcode') return false;
  if (termSortKey(term) !== '') return isTermOfForm(term);
  // A draft without a term shows by its labels that it is for the form.
  return proposals.some(
    ({ body }) => draftField(body, 'technologies') !== null || body.mentors.some(({ lfid }) => lfid !== null),
  );
}
