/** Fills in a proposal from its upstream issue: "Fill In from Issue". */
import * as vscode from 'vscode';
import { fillFromIssueRequest, type WireFilled } from '../../../server/src/protocol/drafts';
import { applyEdits } from '../editor/edits';
import { draftPlace } from '../submission/draft-place';
import { l10n, list, sentences } from '../ui/l10n';
import { type PlainText, plainSentence, plainText } from '../ui/plain-text';
import { showInformation } from '../ui/surfaces';
import { askAboutIssue } from './ask-issue';
import type { DraftHost } from './draft-host';
import type { LeftOut } from './left-out';

/** The number of retries if the document changes meanwhile. */
const TRIES = 3;

type Edits = Extract<WireFilled, { is: 'edits' }>;

/** `given` is a place in the proposal; without it, the caret counts. Nothing that the proposal says changes. */
export async function fillFromIssue(host: DraftHost, leftOut: LeftOut, given: unknown): Promise<void> {
  const place = draftPlace(given);
  if (!place) return host.refuse(l10n.t('Place the cursor in a proposal that has an upstream issue.'));
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(place.uri));
  for (let tries = 0; tries < TRIES; tries++) {
    const answer = await askAboutIssue<Edits>(host, fillFromIssueRequest, place);
    if (!answer) return;
    if (!(await applyEdits(document, answer))) continue;
    for (const remark of answer.remarks) void showInformation(plainSentence(remark));
    // Nobody has to answer, so nothing waits for it.
    void leftOut.tell(place, answer.rest, wordsFor(answer));
    return;
  }
  host.refuse(l10n.t('Cannot write to the file.'));
}

function wordsFor({ name, labels, kept }: Edits): PlainText {
  const issue = plainText(name);
  const fields = (all: readonly string[]) => list(all.slice(0, 12).map(plainText));
  const done =
    labels.length === 0
      ? l10n.t('{0} says nothing that could be filled in here.', issue)
      : l10n.t('Filled in from {0}: {1}.', issue, fields(labels));
  if (kept.length === 0) return done;
  return sentences(done, l10n.t('Unchanged, because it says something else: {0}.', fields(kept)));
}
