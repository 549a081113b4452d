/** Puts what an upstream issue says beside a proposal: "Compare with Issue". */
import * as vscode from 'vscode';
import { issueSideRequest, type WireIssueSide } from '../../../server/src/protocol/drafts';
import { askAboutIssue } from '../new-proposal/ask-issue';
import type { DraftHost } from '../new-proposal/draft-host';
import { branchIn } from '../tree/branch';
import { l10n } from '../ui/l10n';
import { plainSentence, plainText } from '../ui/plain-text';
import { showInformation } from '../ui/surfaces';
import { type DraftPlace, draftPlace } from './draft-place';
import type { IssueDocuments } from './issue-documents';

/**
 * Shows the document as the issue would have it on the left, and the document itself on the right, where what the issue
 * says can be taken over. `given` is a place in the proposal or its item in the view; without it, the caret counts.
 */
export async function compareIssue(host: DraftHost, documents: IssueDocuments, given: unknown): Promise<void> {
  const place = placeIn(given);
  if (!place) return host.refuse(l10n.t('Place the cursor in a proposal that has an upstream issue.'));
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(place.uri));
  const side = await askAboutIssue<Extract<WireIssueSide, { is: 'side' }>>(host, issueSideRequest, place);
  if (!side) return;
  for (const remark of side.remarks) void showInformation(plainSentence(remark));
  const name = plainText(side.name);
  if (!side.differs) return void showInformation(l10n.t('{0} says nothing else than the draft.', name));
  const edition = side.updated === null ? name : l10n.t('{0}, updated {1}', name, plainText(side.updated));
  const { start } = side.heading;
  const at = new vscode.Position(start.line, start.character);
  await documents.putBeside(document, {
    name: side.name,
    text: side.text,
    title: l10n.t('{0} ↔ draft', edition),
    selection: new vscode.Range(at, at),
  });
}

function placeIn(given: unknown): DraftPlace | null {
  const place = branchIn(given)?.wire.place;
  return place ? { uri: place.uri, position: place.range.start } : draftPlace(given);
}
