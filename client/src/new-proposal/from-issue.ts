/** A draft of an issue that says a proposal already: "Import Proposal from Issue…". */
import * as vscode from 'vscode';
import {
  type ImportIssueParams,
  importIssueRequest,
  type WireIssueDraft,
  type WireRestPart,
} from '../../../server/src/protocol/drafts';
import { branchIn } from '../tree/branch';
import { copiedLine } from '../ui/clipboard';
import { l10n } from '../ui/l10n';
import { plainSentence, plainText } from '../ui/plain-text';
import { showInformation, showInputBox, showQuickPick } from '../ui/surfaces';
import type { DraftHost } from './drafts';
import { showDraft } from './show';

/** Makes a draft of an issue. A keybinding or the view may name it; of an umbrella issue a person chooses a project. */
export async function newProposalFromIssue(host: DraftHost, given?: unknown): Promise<void> {
  const branch = branchIn(given);
  const named = branch?.wire.is === 'issue' ? branch.wire.url : given;
  const issue = typeof named === 'string' ? named : await askForIssue();
  if (issue === undefined || issue.trim() === '') return;
  await make(host, { issue });
}

async function askForIssue(): Promise<string | undefined> {
  const copied = await copiedLine();
  const isIssue = /^https:\/\/github\.com\/[\w.-]+\/[\w.-]+\/issues\/\d+\S{0,100}$/.test(copied);
  return showInputBox({
    title: l10n.t('Import Proposal from Issue'),
    prompt: l10n.t('The issue that says the proposal: its number, owner/repository#number or address'),
    ...(isIssue ? { value: copied } : {}),
  });
}

/** Umbrella issues may link umbrella issues, but not without end. */
const MOST_CHOICES = 3;

async function make(host: DraftHost, params: ImportIssueParams, choices = 0): Promise<void> {
  const answer = await host.ask<WireIssueDraft>(importIssueRequest, params);
  if (!answer) return host.refuse(l10n.t('The draft could not be made. The log says why.'));
  if (answer.is === 'refused') return host.refuse(plainSentence(answer.why));
  if (answer.is === 'projects') {
    if (choices >= MOST_CHOICES) return;
    const items = answer.projects.map(({ title, next }) => ({ label: plainText(title), next }));
    const title = l10n.t('The issue has several projects. Which one?');
    const chosen = await showQuickPick(items, { title });
    return chosen && make(host, chosen.next, choices + 1);
  }
  await showDraft(answer.text, answer.caret);
  const draft = vscode.window.activeTextEditor?.document;
  // Nobody has to answer, so nothing waits for it.
  if (draft) void tellRest(draft, answer.rest, answer.remarks);
}

/** Says what the draft does not hold, and offers to take it over. */
async function tellRest(
  draft: vscode.TextDocument,
  rest: readonly WireRestPart[],
  remarks: readonly string[],
): Promise<void> {
  for (const remark of remarks) void showInformation(plainSentence(remark));
  if (rest.length === 0) return;
  const choose = l10n.t('Choose…');
  const words =
    rest.length === 1
      ? l10n.t('1 part of the issue is not in the draft.')
      : l10n.t('{0} parts of the issue are not in the draft.', rest.length);
  let left = rest;
  if ((await showInformation(words, choose)) !== choose) return;
  while (left.length > 0 && !draft.isClosed) {
    const items = left.map((part) => ({
      label: part.label === '' ? l10n.t('Text without a label') : plainText(part.label),
      detail: plainText(part.text),
      part,
    }));
    const chosen = await showQuickPick(items, {
      title: l10n.t('Add to the draft'),
      placeHolder: l10n.t('A part of the issue; it goes to the end of the draft'),
      matchOnDetail: true,
    });
    if (!chosen) return;
    await append(draft, chosen.part);
    left = left.filter((part) => part !== chosen.part);
  }
}

async function append(draft: vscode.TextDocument, { label, text }: WireRestPart): Promise<void> {
  const [first = '', ...more] = text.split('\n');
  const isBlock = more.length > 0 || /^(?:[-*+>#|]|\d+[.)]|`{3})/.test(first);
  const nested = text.split('\n').map((line) => (line.trim() === '' ? '' : `  ${line}`));
  const field =
    label === '' ? `\n${text}\n` : isBlock ? `- ${label}:\n\n${nested.join('\n')}\n` : `- ${label}: ${text}\n`;
  const end = draft.lineAt(draft.lineCount - 1).range.end;
  const edit = new vscode.WorkspaceEdit();
  edit.insert(draft.uri, end, `${end.character > 0 ? '\n' : ''}${field}`);
  await vscode.workspace.applyEdit(edit);
}
