import * as vscode from 'vscode';
import {
  type ExportFileParams,
  type ExportFormat,
  type ExportParams,
  exportFileRequest,
  exportRequest,
  termsRequest,
  type WireExport,
  type WireTerm,
} from '../../../server/src/protocol/commands';
import type { Ask, Refuse } from '../editor/rename';
import { isBrowser } from '../ui/browser';
import { l10n } from '../ui/l10n';
import { plainText } from '../ui/plain-text';
import { type PlainItem, type PlainProgress, showQuickPick, showSaveDialog, withProgress } from '../ui/surfaces';

/** Arguments that a keybinding can give instead of asking. */
interface Given {
  readonly term: string | null;
  readonly format: ExportFormat;
  readonly target: vscode.Uri;
}

/** "Export Proposals…": of one term or all, as JSON or CSV, into a file that is opened then. In a browser, an unsaved document. */
export async function exportProposals(ask: Ask, refuse: Refuse, given?: unknown): Promise<void> {
  const wish = givenIn(given);
  const terms = (await ask<readonly WireTerm[]>(termsRequest, undefined)) ?? [];
  if (terms.length === 0) return refuse(l10n.t('No proposals to export.'));
  const term = wish.term === undefined ? await askForTerm(terms) : wish.term;
  if (term === undefined) return;
  const format = wish.format ?? (await askForFormat());
  if (!format) return;
  // In a browser all files are those of the repository, which is not to be changed by this.
  const target = wish.target ?? (isBrowser() ? null : await askForTarget(format));
  if (target === undefined) return;
  const text = await withProgress(l10n.t('Exporting proposals…'), (progress, token) =>
    textOf(ask, refuse, { term, format }, { progress, token }),
  );
  if (text === null) return;
  if (target === null) return showText(text, format);
  try {
    await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
  } catch {
    return refuse(l10n.t('Cannot export: {0} cannot be written.', plainText(vscode.workspace.asRelativePath(target))));
  }
  await vscode.commands.executeCommand('vscode.open', target);
}

async function showText(text: string, format: ExportFormat): Promise<void> {
  // The byte order mark is for programs that open a file.
  const content = text.replace(/^\ufeff/, '');
  const document = await vscode.workspace.openTextDocument({
    language: format === 'csv' ? 'plaintext' : format,
    content,
  });
  await vscode.window.showTextDocument(document, { preview: false });
}

interface Work {
  readonly progress: PlainProgress;
  readonly token: vscode.CancellationToken;
}

/** Null if the person cancels or a file is unreadable, because a partial list would look complete. */
async function textOf(
  ask: Ask,
  refuse: Refuse,
  params: ExportParams,
  { progress, token }: Work,
): Promise<string | null> {
  const plan = await ask<WireExport>(exportRequest, params);
  const parts: string[] = [];
  for (const uri of plan?.files ?? []) {
    if (token.isCancellationRequested) return null;
    const file: ExportFileParams = { uri, format: params.format };
    const part = await ask<string>(exportFileRequest, file);
    if (part === null) {
      const path = vscode.workspace.asRelativePath(vscode.Uri.parse(uri));
      refuse(l10n.t('Cannot export: {0} cannot be read.', plainText(path)));
      return null;
    }
    parts.push(part);
    progress.report({ increment: 100 / (plan?.files.length ?? 1) });
  }
  return plan && plan.head + parts.join(plan.between) + plan.tail;
}

async function askForTerm(terms: readonly WireTerm[]): Promise<string | null | undefined> {
  const countOf = (count: number) => (count === 1 ? l10n.t('1 proposal') : l10n.t('{0} proposals', count));
  const all = terms.reduce((sum, { proposals }) => sum + proposals, 0);
  const items = [
    { term: null, label: l10n.t('All Terms'), description: countOf(all) },
    ...terms.map(({ id, label, proposals }) => ({
      term: id,
      label: plainText(label),
      description: countOf(proposals),
    })),
  ];
  const chosen = await showQuickPick(items, {
    title: l10n.t('Export Proposals'),
    placeHolder: l10n.t('Which proposals?'),
  });
  return chosen?.term;
}

async function askForFormat(): Promise<ExportFormat | undefined> {
  const items: readonly (PlainItem & { readonly format: ExportFormat })[] = [
    { format: 'csv', label: plainText('CSV'), description: l10n.t('A table with a row for each proposal') },
    { format: 'json', label: plainText('JSON'), description: l10n.t('All data, in the format of the command line') },
  ];
  const chosen = await showQuickPick(items, { title: l10n.t('Export Proposals') });
  return chosen?.format;
}

function askForTarget(format: ExportFormat): Thenable<vscode.Uri | undefined> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  return showSaveDialog({
    title: l10n.t('Export Proposals'),
    filters: format === 'csv' ? { CSV: ['csv'] } : { JSON: ['json'] },
    ...(folder ? { defaultUri: vscode.Uri.joinPath(folder, `proposals.${format}`) } : {}),
  });
}

function givenIn(given: unknown): Partial<Given> {
  const { term, format, target } = (typeof given === 'object' && given !== null ? given : {}) as Partial<Given>;
  return {
    ...(typeof term === 'string' || term === null ? { term } : {}),
    ...(format === 'json' || format === 'csv' ? { format } : {}),
    ...(target instanceof vscode.Uri ? { target } : {}),
  };
}
