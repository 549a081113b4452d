import * as vscode from 'vscode';
import { type ArrangeParams, arrangeRequest, type WireArranged } from '../../../server/src/protocol/commands';
import { applyEdits } from '../editor/edits';
import type { Ask } from '../editor/rename';
import { l10n } from '../ui/l10n';
import { type PlainText, plainSentence } from '../ui/plain-text';
import { showInformation } from '../ui/surfaces';

/**
 * "Update Table of Contents" and "Sort Projects" in the active file. If nothing is done, shows and returns the reason
 * in one sentence.
 */
export async function arrange(ask: Ask, what: ArrangeParams['what']): Promise<PlainText | undefined> {
  const document = vscode.window.activeTextEditor?.document;
  const why = document ? await arranged(ask, document, what) : l10n.t('Open a file with proposals first.');
  if (why !== undefined) void showInformation(why);
  return why;
}

async function arranged(
  ask: Ask,
  document: vscode.TextDocument,
  what: ArrangeParams['what'],
): Promise<PlainText | undefined> {
  const params: ArrangeParams = { uri: document.uri.toString(), what };
  const answer = await ask<WireArranged>(arrangeRequest, params);
  if (!answer) return l10n.t('This file has no proposals.');
  if (answer.is === 'nothing') return plainSentence(answer.why);
  if (await applyEdits(document, answer)) return undefined;
  return document.version === answer.version
    ? l10n.t('Cannot write to the file.')
    : l10n.t('The document has changed. Try again.');
}
