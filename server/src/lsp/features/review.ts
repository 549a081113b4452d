import { TextDocument } from 'vscode-languageserver-textdocument';
import { viewOf } from '../../core/linter/rule';
import { readDocument } from '../../core/model/document';
import { checkDraft } from '../../core/submission/draft-check';
import { draftOfIssue } from '../../core/submission/draft-of-issue';
import { repositoryOf } from '../../core/submission/prefilled-form';
import { shift } from '../../core/text/span';
import { issueWritten, type ReviewParams, reviewRequest, type WireReview } from '../../protocol/review';
import type { Context } from '../server/context';
import { toRange } from '../server/convert';
import { paramsIn } from '../server/params';

/** How long the bot takes to look at an issue, in milliseconds. */
const BOT = 60_000;

/** Answers with an issue in review as a draft, for people who want to read it like one. */
export function serveReview(context: Context): void {
  const { connection, guard } = context;
  connection.onRequest<WireReview | null, never>(
    reviewRequest,
    guard('an issue in review', null, (params: unknown) => reviewOf(context, params)),
  );
  connection.onNotification(issueWritten, () => {
    const { clock, reviews } = context;
    void reviews.refresh();
    // By then GitHub's search has found it, and the bot has looked at it.
    clock.after(BOT, () => void reviews.refresh());
  });
}

function reviewOf({ known }: Context, params: unknown): WireReview | null {
  const { url } = paramsIn<ReviewParams>(params);
  const inReview = known.inReview();
  const issue = inReview.find((each) => each.url === url);
  const form = known.form();
  if (!issue) return null;
  const place = { repository: repositoryOf(form) ?? '', number: issue.number };
  const draft = draftOfIssue(issue, form);
  if ('why' in draft) return { ...place, text: issue.body, findings: [] };
  const document = readDocument(draft.text, '');
  const text = TextDocument.create('', 'markdown', 0, draft.text);
  const [proposal] = document.proposals;
  const { projects } = document.readings.context;
  const problems = proposal ? checkDraft(viewOf(proposal, document), { form, projects, inReview }).problems : [];
  return {
    ...place,
    text: draft.text,
    findings: problems.map(({ span, severity, message, by }) => ({
      range: toRange(text, shift(span, proposal?.section.start ?? 0)),
      severity,
      message,
      by,
    })),
  };
}
