/** A draft of an issue that says a proposal already: "Import Proposal from Issue…". */
import * as vscode from 'vscode';
import { type ImportIssueParams, importIssueRequest, type WireIssueDraft } from '../../../server/src/protocol/drafts';
import { placeOf } from '../submission/draft-place';
import { branchIn } from '../tree/branch';
import { plainSentence } from '../ui/plain-text';
import { showInformation } from '../ui/surfaces';
import { askAboutIssue, chooseIssue } from './ask-issue';
import type { DraftHost } from './draft-host';
import type { LeftOut } from './left-out';
import { showDraft } from './show';

/**
 * Makes a draft of an issue. A keybinding, a link in a hover or an item of the view may name it; of an umbrella issue a
 * person chooses a project.
 */
export async function newProposalFromIssue(host: DraftHost, leftOut: LeftOut, given?: unknown): Promise<void> {
  const named = branchIn(given)?.wire.url ?? given;
  const issue = typeof named === 'string' ? named : await chooseIssue(host.ask);
  if (issue === undefined || issue.trim() === '') return;
  // In a list of ideas, the draft looks like them.
  const open = vscode.window.activeTextEditor?.document;
  const params: ImportIssueParams = {
    issue,
    ...(open?.languageId === 'markdown' ? { like: open.uri.toString() } : {}),
  };
  const answer = await askAboutIssue<WireIssueDraft>(host, importIssueRequest, params);
  if (answer?.is !== 'draft') return;
  await showDraft(answer.text, answer.caret);
  const place = placeOf(vscode.window.activeTextEditor);
  for (const remark of answer.remarks) void showInformation(plainSentence(remark));
  // Nobody has to answer, so nothing waits for it.
  if (place) void leftOut.tell(place, answer.rest);
}
