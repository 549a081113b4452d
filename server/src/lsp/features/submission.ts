import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { OpenProposal } from '../../core/facts/open-proposal';
import { isLfxForm, type ProposalForm } from '../../core/facts/proposal-form';
import { viewOf } from '../../core/linter/rule';
import { type Proposal, type ProposalsDocument, proposalAt } from '../../core/model/document';
import { checkDraft, type DraftCheck, limitOf } from '../../core/submission/draft-check';
import { formOfDocument } from '../../core/submission/form-of-document';
import { keyOf } from '../../core/submission/issue-body';
import { issueEdit } from '../../core/submission/issue-edit';
import { blankIssuePage, prefilledForm, repositoryOf } from '../../core/submission/prefilled-form';
import { type Span, shift } from '../../core/text/span';
import {
  type IssueEditParams,
  issueEditRequest,
  submissionRequest,
  type WireField,
  type WireForm,
  type WireIssueEdit,
  type WireSubmission,
} from '../../protocol/submission';
import type { Context } from '../server/context';
import { toRange } from '../server/convert';
import { paramsIn, placeIn } from '../server/params';

/** Answers what a draft becomes with its form. */
export function serveSubmission(context: Context): void {
  const { connection, guard } = context;
  connection.onRequest<WireSubmission | null, never>(
    submissionRequest,
    guard('what a draft becomes', null, (params: unknown) => submissionAt(context, params)),
  );
  connection.onRequest<WireIssueEdit | null, never>(
    issueEditRequest,
    guard('what an issue becomes', null, (params: unknown) => issueEditAt(context, params)),
  );
}

/** The longest body of an issue on GitHub, in UTF-16 code units. */
const longestBody = 65_536;

async function issueEditAt(context: Context, params: unknown): Promise<WireIssueEdit | null> {
  const { present } = paramsIn<IssueEditParams>(params);
  if (typeof present !== 'string' || present.length > longestBody) return null;
  const draft = await draftAt(context, params);
  if (!draft) return null;
  const { title, body } = checkOf(draft).issue;
  return { title, ...issueEdit(present, body, draft.form) };
}

async function submissionAt(context: Context, params: unknown): Promise<WireSubmission | null> {
  const draft = await draftAt(context, params);
  if (!draft) return null;
  // A person looks at the preview or sends the draft: the project's other proposals count now.
  void context.reviews.look();
  const { uri, version } = draft.text;
  return { uri, version, ...submissionOf(draft, (span) => toRange(draft.text, span)) };
}

async function draftAt({ documents, known, workspace }: Context, params: unknown): Promise<Draft | null> {
  const place = placeIn(params);
  await workspace.formReady();
  const text = place && documents.texts.get(place.uri);
  const document = place && documents.read(place.uri);
  if (!place || !text || !document) return null;
  const proposal = draftNear(document, text.offsetAt(place.position));
  const form = formOfDocument(document, known.form());
  return proposal && form ? { text, document, proposal, form, inReview: known.inReview() } : null;
}

/** The proposal around an offset, otherwise the next one, otherwise the last. A caret is often in a heading above. */
export function draftNear(document: ProposalsDocument, offset: number): Proposal | null {
  const next = document.proposals.find(({ section }) => section.start >= offset);
  return proposalAt(document, offset) ?? next ?? document.proposals.at(-1) ?? null;
}

interface Draft {
  readonly text: TextDocument;
  readonly document: ProposalsDocument;
  readonly proposal: Proposal;
  readonly form: ProposalForm;
  readonly inReview: readonly OpenProposal[];
}

function checkOf({ document, proposal, form, inReview }: Draft): DraftCheck {
  return checkDraft(viewOf(proposal, document), { form, projects: document.readings.context.projects, inReview });
}

function submissionOf(
  draft: Draft,
  rangeOf: (span: Span) => WireField['range'],
): Omit<WireSubmission, 'uri' | 'version'> {
  const { proposal, form } = draft;
  const { body, section } = proposal;
  const { issue, verdict, problems } = checkOf(draft);
  const hasRepository = repositoryOf(form) !== null;
  const at = (span: Span) => rangeOf(shift(span, section.start));
  return {
    heading: at(body.title.span),
    name: body.title.text,
    form: wireForm(form),
    issue: { title: issue.title, body: issue.body },
    programName: verdict.title,
    fields: form.fields.map((field): WireField => {
      const answer = issue.answers.get(keyOf(field));
      const limit = limitOf(field.label, form);
      return {
        id: field.id,
        label: field.label,
        type: field.type,
        required: field.required,
        description: field.description,
        answer: answer?.text ?? '',
        offered: field.type !== 'dropdown' || !answer || answer.text === '' || field.options.includes(answer.text),
        limit: Number.isFinite(limit) ? limit : null,
        range: at(answer?.span ?? body.title.span),
      };
    }),
    problems: problems.map(({ span, ...problem }) => ({ ...problem, range: at(span) })),
    prefilled: hasRepository ? prefilledForm(form, issue) : null,
    blankPage: hasRepository ? blankIssuePage(form, issue.title) : null,
  };
}

function wireForm(form: ProposalForm): WireForm {
  const template = (form.path ?? '').split('/').at(-1) ?? '';
  return {
    repository: repositoryOf(form),
    template: template === '' ? 'lfx-program-proposal.yml' : template,
    asOf: form.asOf,
    isLfx: isLfxForm(form),
  };
}
