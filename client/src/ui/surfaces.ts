/**
 * Everything of VS Code that shows a text to a person, taking plain texts alone. `surfaces.test.ts` checks that
 * no other file of the client asks VS Code itself.
 */
import * as vscode from 'vscode';
import type { PlainText } from './plain-text';

/** `T` with `P` for what it had under the names in `P`. */
type With<T, P> = Omit<T, keyof P> & P;

/** Shows a message with buttons; undefined where it is closed without one. */
type Message = (message: PlainText, ...buttons: readonly PlainText[]) => Thenable<PlainText | undefined>;

export const showInformation: Message = (message, ...buttons) =>
  vscode.window.showInformationMessage(message, ...buttons);
export const showWarning: Message = (message, ...buttons) => vscode.window.showWarningMessage(message, ...buttons);
export const showError: Message = (message, ...buttons) => vscode.window.showErrorMessage(message, ...buttons);

/** Asks something that has to be answered before anything else is done. The first line is the question. */
export const askModally: Message = (text, ...buttons) => {
  const [question = '', ...detail] = text.split('\n');
  return vscode.window.showWarningMessage(question, { modal: true, detail: detail.join('\n') }, ...buttons);
};

/** Shows a message in the status bar, for some milliseconds. */
export function showInStatusBar(message: PlainText, milliseconds: number): vscode.Disposable {
  return vscode.window.setStatusBarMessage(message, milliseconds);
}

export type PlainProgress = vscode.Progress<{ readonly message?: PlainText; readonly increment?: number }>;

/** Shows a notification with progress that a person can cancel. */
export function withProgress<T>(
  title: PlainText,
  work: (progress: PlainProgress, token: vscode.CancellationToken) => Thenable<T>,
): Thenable<T> {
  const location = vscode.ProgressLocation.Notification;
  return vscode.window.withProgress({ location, title, cancellable: true }, work);
}

export type PlainButton = With<vscode.QuickInputButton, { readonly tooltip?: PlainText }>;

/** What can be chosen in a quick pick. */
export interface PlainItem {
  readonly label: PlainText;
  readonly description?: PlainText;
  readonly detail?: PlainText;
  readonly alwaysShow?: boolean;
  readonly buttons?: readonly PlainButton[];
}

interface InputTexts {
  title: PlainText | undefined;
}

interface PickTexts<T extends PlainItem> extends InputTexts {
  placeholder: PlainText | undefined;
  items: readonly T[];
}

interface BoxTexts extends InputTexts {
  placeholder: PlainText | undefined;
  prompt: PlainText | undefined;
  validationMessage: PlainValidation | undefined;
}

export interface PlainValidation {
  readonly message: PlainText;
  readonly severity: vscode.InputBoxValidationSeverity;
}

type VsCodeItem<T> = T & vscode.QuickPickItem;

export type PlainPick<T extends PlainItem> = With<vscode.QuickPick<VsCodeItem<T>>, PickTexts<T>>;
export type PlainBox = With<vscode.InputBox, BoxTexts>;
/** What quick picks and input boxes have alike. */
export type PlainInput = With<Pick<vscode.InputBox, keyof vscode.QuickInput | Buttons>, InputTexts>;
type Buttons = 'buttons' | 'onDidTriggerButton' | 'onDidAccept' | 'value' | 'onDidChangeValue';

export function createQuickPick<T extends PlainItem>(): PlainPick<T> {
  return vscode.window.createQuickPick<VsCodeItem<T>>() as unknown as PlainPick<T>;
}

export function createInputBox(): PlainBox {
  return vscode.window.createInputBox() as PlainBox;
}

export interface PickOptions {
  readonly title: PlainText;
  readonly placeHolder?: PlainText;
  readonly matchOnDetail?: boolean;
}

export function showQuickPick<T extends PlainItem>(items: readonly T[], options: PickOptions): Thenable<T | undefined> {
  return vscode.window.showQuickPick(items as readonly VsCodeItem<T>[], options);
}

export interface BoxOptions {
  readonly title: PlainText;
  readonly prompt: PlainText;
  readonly placeHolder?: PlainText;
  /** What a person writes over may be anything: it is a value, and never rendered. */
  readonly value?: string;
  validateInput?(value: string): Promise<PlainValidation | null>;
}

export function showInputBox(options: BoxOptions): Thenable<string | undefined> {
  return vscode.window.showInputBox(options);
}

export interface SaveOptions {
  readonly title: PlainText;
  readonly defaultUri?: vscode.Uri;
  readonly filters: Record<string, string[]>;
}

export function showSaveDialog(options: SaveOptions): Thenable<vscode.Uri | undefined> {
  return vscode.window.showSaveDialog(options);
}

/** A page of our own beside the editor, which keeps the focus. */
export function createPagePanel(type: string, title: PlainText, options: vscode.WebviewOptions): vscode.WebviewPanel {
  const column = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
  return vscode.window.createWebviewPanel(type, title, column, options);
}

export type PlainCommand = With<vscode.Command, { readonly title: PlainText; readonly tooltip?: PlainText }>;

export type PlainStatusItem = With<
  vscode.LanguageStatusItem,
  { name: PlainText; text: PlainText; detail?: PlainText; command: PlainCommand | undefined }
>;

/** An item at the language of Markdown documents in `schemes`. */
export function createStatusItem(id: string, name: PlainText, schemes: readonly string[]): PlainStatusItem {
  const selector = schemes.map((scheme) => ({ language: 'markdown', scheme }));
  const item = vscode.languages.createLanguageStatusItem(id, selector);
  item.name = name;
  item.severity = vscode.LanguageStatusSeverity.Information;
  return item as PlainStatusItem;
}

export type PlainTreeItem = With<
  vscode.TreeItem,
  {
    label: PlainText;
    description?: PlainText;
    tooltip?: PlainText;
    accessibilityInformation?: { readonly label: PlainText };
    command?: PlainCommand;
  }
>;

export function createTreeItem(label: PlainText, state: vscode.TreeItemCollapsibleState): PlainTreeItem {
  return new vscode.TreeItem(label, state) as PlainTreeItem;
}

/** What a view says beside its lines. VS Code shows words of welcome only where there is no message at all. */
interface ViewTexts {
  description?: PlainText;
  message?: PlainText | undefined;
  title?: PlainText;
  badge?: { readonly tooltip: PlainText; readonly value: number } | undefined;
}

export type PlainTreeProvider<T> = With<vscode.TreeDataProvider<T>, { getTreeItem(element: T): PlainTreeItem }>;
export type PlainTreeView<T> = With<vscode.TreeView<T>, ViewTexts>;

export function createTreeView<T>(id: string, treeDataProvider: PlainTreeProvider<T>): PlainTreeView<T> {
  return vscode.window.createTreeView<T>(id, { treeDataProvider, showCollapseAll: true }) as PlainTreeView<T>;
}

export function createDecoration(badge: PlainText, tooltip: PlainText, color: vscode.ThemeColor) {
  return new vscode.FileDecoration(badge, tooltip, color);
}
