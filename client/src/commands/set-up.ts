import * as vscode from 'vscode';
import {
  configTextRequest,
  foldersRequest,
  literal,
  type ProgramParams,
  templateGlob,
  type WireConfigText,
  type WireFolder,
} from '../../../server/src/protocol/set-up';
import { isFormPath } from '../../../server/src/recognize';
import type { Ask } from '../editor/rename';
import { l10n } from '../ui/l10n';
import { type PlainText, plainText } from '../ui/plain-text';
import { type PlainItem, showInputBox, showQuickPick, showWarning } from '../ui/surfaces';

const MOST_TEMPLATES = 50;

/**
 * "Set Up This Repository…": asks for the files, the template and the name of a program, writes the configuration and
 * opens it. Writes nothing if the person cancels.
 */
export async function setUpRepository(ask: Ask): Promise<void> {
  const folder = await chosenFolder((await ask<readonly WireFolder[]>(foldersRequest, {})) ?? []);
  if (!folder) return;
  const files = await chosenFiles(folder);
  const template = files && (await chosenTemplate(folder.uri));
  if (!files || !template) return;
  const name = await showInputBox({
    title: l10n.t('Set Up This Repository'),
    prompt: l10n.t('What is the program called?'),
    value: vscode.workspace.getWorkspaceFolder(vscode.Uri.parse(folder.uri))?.name ?? '',
  });
  if (!name?.trim()) return;
  const params: ProgramParams = { folder: folder.uri, name: name.trim(), files: [files], template: template.path };
  const answer = await ask<WireConfigText | null>(configTextRequest, params);
  if (!answer || answer.text === null) {
    void showWarning(l10n.t('Fix the mistakes in .mentorship-proposals.json first. Nothing was changed.'));
    return;
  }
  await written(vscode.Uri.parse(answer.uri), answer.text);
}

async function chosenFolder(folders: readonly WireFolder[]): Promise<WireFolder | undefined> {
  if (folders.length === 0) void showWarning(l10n.t('Open the folder of the repository first.'));
  if (folders.length < 2) return folders[0];
  const items = folders.map((folder) => ({ label: plainText(vscode.Uri.parse(folder.uri).path), folder }));
  return (
    await showQuickPick(items, { title: l10n.t('Set Up This Repository'), placeHolder: l10n.t('Which repository?') })
  )?.folder;
}

/** A glob for files that were found, or for all Markdown files. */
async function chosenFiles({ files }: WireFolder): Promise<string | undefined> {
  const counts = new Map<string, number>();
  for (const { path, proposals } of files) {
    const folder = path.includes('/') ? `${literal(path.slice(0, path.lastIndexOf('/')))}/**` : '*.md';
    counts.set(folder, (counts.get(folder) ?? 0) + proposals);
    counts.set(literal(path), proposals);
  }
  const found = [...counts].map(([glob, count]) => ({
    label: plainText(glob),
    description: l10n.t('{0} proposals', count),
    glob,
  }));
  const all = { label: plainText('**/*.md'), description: l10n.t('All Markdown files'), glob: '**/*.md' };
  const options = { title: l10n.t('Set Up This Repository'), placeHolder: l10n.t('Which files hold proposals?') };
  return (await showQuickPick([...found, all], options))?.glob;
}

interface TemplateItem extends PlainItem {
  /** From the folder; null for none. */
  readonly path: string | null;
}

async function chosenTemplate(folder: string): Promise<TemplateItem | undefined> {
  const root = vscode.Uri.parse(folder);
  const pattern = new vscode.RelativePattern(root, templateGlob);
  const found = await vscode.workspace.findFiles(pattern, '**/node_modules/**', MOST_TEMPLATES);
  const items = found
    .map(({ path }) => path.slice(root.path.length + 1))
    .sort()
    .map((path): TemplateItem => ({ label: plainText(path), description: kindOf(path), path }));
  const none: TemplateItem = {
    label: l10n.t('No template'),
    description: l10n.t('Learn from the proposals what they have in common'),
    path: null,
  };
  const options = { title: l10n.t('Set Up This Repository'), placeHolder: l10n.t('Which template do they follow?') };
  return showQuickPick([...items, none], options);
}

function kindOf(path: string): PlainText {
  return isFormPath(path) ? l10n.t('Issue form') : l10n.t('Markdown template');
}

/** Writes the file in one undoable step, saves it and shows it. */
async function written(uri: vscode.Uri, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(uri, { ignoreIfExists: true });
  const existing = await vscode.workspace.openTextDocument(uri).then(
    (document) => document,
    () => undefined,
  );
  const end = existing ? existing.lineAt(existing.lineCount - 1).range.end : new vscode.Position(0, 0);
  edit.replace(uri, new vscode.Range(new vscode.Position(0, 0), end), text);
  if (!(await vscode.workspace.applyEdit(edit))) {
    void showWarning(l10n.t('Cannot write to the file.'));
    return;
  }
  const document = await vscode.workspace.openTextDocument(uri);
  await document.save();
  await vscode.window.showTextDocument(document);
}
