/** What drafts leave out of the issues that they come from: "Show What the Draft Leaves Out". */
import * as vscode from 'vscode';
import {
  type AddPartParams,
  addPartRequest,
  leftOutRequest,
  type WireAdded,
  type WireLeftOut,
  type WireRestPart,
} from '../../../server/src/protocol/drafts';
import { servedSchemes } from '../../../server/src/recognize';
import { applyEdits } from '../editor/edits';
import { type DraftPlace, draftPlace } from '../submission/draft-place';
import { l10n, sentences } from '../ui/l10n';
import { type PlainText, plainSentence, plainText } from '../ui/plain-text';
import { createStatusItem, type PlainStatusItem, showInformation, showQuickPick } from '../ui/surfaces';
import { askAboutIssue } from './ask-issue';
import type { DraftHost } from './draft-host';

/** The number of retries if the document changes meanwhile. */
const TRIES = 3;

/** Remembers what drafts in documents of their own do not hold. A file has many proposals: there the issue is read again. */
export class LeftOut {
  private readonly parts = new Map<string, readonly WireRestPart[]>();
  private item: PlainStatusItem | null = null;
  private readonly following = vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor(() => this.showStatus()),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => this.parts.delete(uri.toString())),
  );

  constructor(private readonly host: DraftHost) {}

  /** The visible text. Empty while nothing is shown. */
  get shown(): string {
    return this.item?.text ?? '';
  }

  dispose(): void {
    this.following.dispose();
    this.item?.dispose();
  }

  /** Says what a proposal does not hold, if there is anything, and offers to take it over. */
  async tell(place: DraftPlace, rest: readonly WireRestPart[], before?: PlainText): Promise<void> {
    const document = await documentOf(place);
    this.keep(document, rest);
    if (rest.length === 0) return void (before && showInformation(before));
    const choose = l10n.t('Choose…');
    const words = before ? sentences(before, leftOutWords(rest)) : leftOutWords(rest);
    if ((await this.host.offer(words, choose)) === choose) await this.takeOver(document, place, rest);
  }

  /** Shows what the proposal at a place leaves out of its issue. */
  async show(given: unknown): Promise<void> {
    const place = draftPlace(given);
    if (!place) return this.host.refuse(l10n.t('Place the cursor in a proposal that has an upstream issue.'));
    const document = await documentOf(place);
    const known = this.parts.get(place.uri);
    if (known) return this.takeOver(document, place, known);
    const answer = await askAboutIssue<Extract<WireLeftOut, { is: 'rest' }>>(this.host, leftOutRequest, place);
    if (!answer) return;
    for (const remark of answer.remarks) void showInformation(plainSentence(remark));
    await this.takeOver(document, place, answer.rest);
  }

  /** Takes over part by part, until the person has enough or nothing is left. */
  private async takeOver(
    document: vscode.TextDocument,
    place: DraftPlace,
    rest: readonly WireRestPart[],
  ): Promise<void> {
    if (rest.length === 0) return void showInformation(l10n.t('The draft leaves out nothing of the issue.'));
    let left = rest;
    while (left.length > 0 && !document.isClosed) {
      const items = left.map((part) => ({
        label: part.label === '' ? l10n.t('Text without a label') : plainText(part.label),
        detail: plainText(part.text),
        part,
      }));
      const chosen = await showQuickPick(items, {
        title: l10n.t('Add to the draft'),
        placeHolder: l10n.t('A part of the issue; it goes to the end of the proposal'),
        matchOnDetail: true,
      });
      if (!chosen) return;
      if (!(await this.add(document, { ...place, ...chosen.part }))) return;
      left = left.filter((part) => part !== chosen.part);
      this.keep(document, left);
    }
  }

  /** Writes a part to the end of the proposal. Returns whether it could. */
  private async add(document: vscode.TextDocument, params: AddPartParams): Promise<boolean> {
    const { ask, refuse } = this.host;
    for (let tries = 0; tries < TRIES; tries++) {
      const answer = await ask<WireAdded>(addPartRequest, params);
      if (!answer) break;
      if (answer.is === 'refused') {
        refuse(plainSentence(answer.why));
        return false;
      }
      if (await applyEdits(document, answer)) return true;
    }
    refuse(l10n.t('Cannot write to the file.'));
    return false;
  }

  private keep({ uri, isUntitled }: vscode.TextDocument, rest: readonly WireRestPart[]): void {
    if (isUntitled) this.parts.set(uri.toString(), rest);
    this.showStatus();
  }

  /** An item at the language of the document that is shown. */
  private showStatus(): void {
    const uri = vscode.window.activeTextEditor?.document.uri.toString() ?? '';
    const left = this.parts.get(uri) ?? [];
    if (left.length === 0) {
      this.item?.dispose();
      this.item = null;
      return;
    }
    const name = l10n.t('Mentorship Proposals: Left Out');
    this.item ??= createStatusItem('mentorshipProposals.leftOut', name, servedSchemes);
    this.item.text = leftOutWords(left);
    this.item.command = { command: 'mentorshipProposals.showLeftOut', title: l10n.t('Choose…') };
  }
}

function leftOutWords({ length }: readonly WireRestPart[]): PlainText {
  return length === 1 ? l10n.t('1 part is not in the draft.') : l10n.t('{0} parts are not in the draft.', length);
}

async function documentOf({ uri }: DraftPlace): Promise<vscode.TextDocument> {
  return vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
}
