/** The ways to send a draft, with what each of them cannot do. */
import * as vscode from 'vscode';
import type { WireSubmission } from '../../../server/src/protocol/submission';
import { l10n, sentences } from '../ui/l10n';
import { type PlainText, plainText } from '../ui/plain-text';
import { showQuickPick } from '../ui/surfaces';
import { nameOf } from './file-issue';
import type { FiledIssue } from './filed-issues';
import { type PageAction, refusedText } from './page-view';
import { notToSend } from './sending';

/** What can be done with a draft now. `issue` is the one that it was filed as. */
export function actions(submission: WireSubmission, issue: FiledIssue | null): readonly PageAction[] {
  const { prefilled, blankPage } = submission;
  const copy = {
    id: 'copySubmission',
    label: l10n.t('Copy Issue Body'),
    detail: l10n.t('For a blank issue: everything is in it, and the bot checks it like the form.'),
  };
  if (!prefilled || blankPage === null) return [...filedActions(issue), copy];
  const { toClick, toPaste } = prefilled;
  const rest = [...toClick, ...toPaste];
  const form = {
    id: 'openForm',
    label: l10n.t('Open Prefilled Form'),
    detail:
      rest.length === 0
        ? l10n.t('All fields are filled in.')
        : l10n.t('GitHub fills in text only. Choose or paste the rest there: {0}.', plainText(rest.join('; '))),
  };
  return [...filedActions(issue), form, copy, ...(vscode.workspace.isTrusted ? [fileAction(submission)] : [])];
}

function fileAction(submission: WireSubmission): PageAction {
  const why = notToSend(submission);
  return {
    id: 'fileIssue',
    label: l10n.t('File Issue on GitHub…'),
    detail: why ?? l10n.t('In your name, after a question. GitHub adds no labels; the bot does that.'),
  };
}

function filedActions(issue: FiledIssue | null): readonly PageAction[] {
  if (!issue) return [];
  const open = {
    id: 'openFiledIssue',
    label: l10n.t('Open Filed Issue'),
    detail: l10n.t('This draft is filed as {0}.', nameOf(issue)),
  };
  const update = {
    id: 'updateIssue',
    label: l10n.t('Update Issue on GitHub…'),
    detail: l10n.t('Shows what differs first, and whether the issue would lose its approvals.'),
  };
  return vscode.workspace.isTrusted ? [open, update] : [open];
}

/** Asks for a way to send a draft, and says what is wrong with it first. Null for none. */
export async function pickWay(submission: WireSubmission, issue: FiledIssue | null): Promise<string | null> {
  const items = actions(submission, issue);
  const title = l10n.t('Submit Proposal: {0}', plainText(submission.name));
  return (await showQuickPick(items, { title, placeHolder: stateOf(submission) }))?.id ?? null;
}

function stateOf({ problems }: WireSubmission): PlainText {
  const errors = problems.filter(({ severity }) => severity === 'error');
  const first = plainText(errors[0]?.message ?? '');
  return errors.length > 0 ? sentences(refusedText(errors.length), first) : l10n.t('Choose how to send it');
}
