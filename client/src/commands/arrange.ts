import * as vscode from 'vscode';
import { type ArrangeParams, arrangeRequest, type WireArranged } from '../../../server/src/protocol/commands';
import { applyEdits } from '../edits';
import type { Ask } from '../rename';

/**
 * "Update Table of Contents" and "Sort Projects" in the active file. Where nothing is done, a person is told why in one
 * sentence, which is also what is returned.
 */
export async function arrange(ask: Ask, what: ArrangeParams['what']): Promise<string | undefined> {
  const document = vscode.window.activeTextEditor?.document;
  if (!document) return undefined;
  const params: ArrangeParams = { uri: document.uri.toString(), what };
  const answer = await ask<WireArranged>(arrangeRequest, params);
  const why = await sentence(document, answer);
  if (why !== undefined) void vscode.window.showInformationMessage(why);
  return why;
}

async function sentence(document: vscode.TextDocument, answer: WireArranged | null): Promise<string | undefined> {
  if (!answer) return vscode.l10n.t('This file holds no proposals.');
  if (answer.is === 'nothing') return answer.why;
  if (await applyEdits(document, answer)) return undefined;
  return vscode.l10n.t('The document has changed meanwhile: nothing is done.');
}
