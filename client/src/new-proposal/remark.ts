/** What is said of an answer while it is typed. */
import * as vscode from 'vscode';
import {
  type NewProposalRemarkParams,
  newProposalRemarkRequest,
  type WireRemark,
} from '../../../server/src/protocol/new-proposal';
import { l10n } from '../ui/l10n';
import { type PlainText, plainSentence, plainText } from '../ui/plain-text';
import { namesIssue } from './ask-issue';
import type { DraftHost } from './draft-host';
import type { Looked } from './quick-steps';

/** The message when Enter is pressed for a questionable answer. */
export function insist(message: PlainText): PlainText {
  return l10n.t('{0} Press Enter again to keep it.', message);
}

/** The findings for the typed text, and the length of the program name. */
export async function remarkOn({ ask }: Pick<DraftHost, 'ask'>, params: NewProposalRemarkParams): Promise<Looked> {
  const { part, title, upstream } = params;
  const remark = await ask<WireRemark>(newProposalRemarkRequest, params).catch(() => null);
  const { budget = null, finding = null, issues = '' } = remark ?? {};
  const isEmpty = part === 'title' && title.trim() === '';
  const prompt =
    part === 'upstream' && namesIssue(upstream)
      ? l10n.t('The button above continues, too, and fills in the rest of the proposal from this issue.')
      : promptFor(part, budget, issues);
  // Without a term, no rule checks the length.
  const isTooLong = part === 'title' && budget !== null && budget.used > budget.most;
  const isBad = isTooLong || finding?.severity === 'error' || finding?.severity === 'warning';
  return {
    prompt,
    message: finding && !isEmpty ? plainSentence(finding.message) : isTooLong ? prompt : null,
    needed: l10n.t('A proposal needs a title: say in a few words what the mentee will do.'),
    severity: severities[finding?.severity ?? (isTooLong ? 'warning' : 'hint')],
    isFine: isEmpty ? 'no' : isBad ? 'insist' : 'yes',
  };
}

function promptFor(part: NewProposalRemarkParams['part'], budget: WireRemark['budget'], issues: string): PlainText {
  if (part === 'mentors') return l10n.t('You can leave it empty for now.');
  if (part === 'upstream') {
    if (issues === '') return l10n.t('The address of the issue that tracks the work. You can leave it empty for now.');
    return l10n.t('The issue that tracks the work, such as {0}1. You can leave it empty for now.', plainText(issues));
  }
  if (!budget) return l10n.t('The title of the proposal');
  return l10n.t('{0} of {1} characters: {2}', budget.used, budget.most, plainText(budget.name));
}

const severities: Record<NonNullable<WireRemark['finding']>['severity'], vscode.InputBoxValidationSeverity> = {
  error: vscode.InputBoxValidationSeverity.Warning,
  warning: vscode.InputBoxValidationSeverity.Warning,
  information: vscode.InputBoxValidationSeverity.Info,
  hint: vscode.InputBoxValidationSeverity.Info,
};
