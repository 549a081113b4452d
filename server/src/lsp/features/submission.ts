import { isLfxForm, type ProposalForm } from '../../core/facts/proposal-form';
import { viewOf } from '../../core/linter/rule';
import { type Proposal, type ProposalsDocument, proposalAt } from '../../core/model/document';
import { checkDraft, limitOf } from '../../core/submission/draft-check';
import { formOfDocument } from '../../core/submission/form-of-document';
import { keyOf } from '../../core/submission/issue-body';
import { blankIssuePage, prefilledForm, repositoryOf } from '../../core/submission/prefilled-form';
import { type Span, shift } from '../../core/text/span';
import { submissionRequest, type WireField, type WireForm, type WireSubmission } from '../../protocol/submission';
import type { Context } from '../server/context';
import { toRange } from '../server/convert';
import { placeIn } from '../server/params';

/** Answers what a draft becomes with its form. */
export function serveSubmission(context: Context): void {
  const { connection, guard } = context;
  connection.onRequest<WireSubmission | null, never>(
    submissionRequest,
    guard('what a draft becomes', null, (params: unknown) => submissionAt(context, params)),
  );
}

async function submissionAt({ documents, known, workspace }: Context, params: unknown): Promise<WireSubmission | null> {
  const place = placeIn(params);
  await workspace.formReady();
  const text = place && documents.texts.get(place.uri);
  const document = place && documents.read(place.uri);
  if (!place || !text || !document) return null;
  const proposal = draftNear(document, text.offsetAt(place.position));
  const form = formOfDocument(document, known.form());
  if (!proposal || !form) return null;
  const { uri, version } = text;
  return { uri, version, ...submissionOf({ document, proposal, form }, (span) => toRange(text, span)) };
}

/** The proposal around an offset, otherwise the next one, otherwise the last. A caret is often in a heading above. */
function draftNear(document: ProposalsDocument, offset: number): Proposal | null {
  const next = document.proposals.find(({ section }) => section.start >= offset);
  return proposalAt(document, offset) ?? next ?? document.proposals.at(-1) ?? null;
}

interface Draft {
  readonly document: ProposalsDocument;
  readonly proposal: Proposal;
  readonly form: ProposalForm;
}

function submissionOf(
  { document, proposal, form }: Draft,
  rangeOf: (span: Span) => WireField['range'],
): Omit<WireSubmission, 'uri' | 'version'> {
  const { body, section } = proposal;
  const { issue, verdict, problems } = checkDraft(viewOf(proposal, document), form, document.readings.context.projects);
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
