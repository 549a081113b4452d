/**
 * How the view shows a branch. Icons differ in shape and labels say what they mean, so no meaning depends on color
 * alone.
 */
import * as vscode from 'vscode';
import type { WireBranch } from '../../../server/src/protocol/outline';
import type { WirePlace } from '../../../server/src/protocol/place';
import { l10n } from '../ui/l10n';
import { joined, plainSentence, plainText } from '../ui/plain-text';
import { createTreeItem, type PlainCommand, type PlainTreeItem } from '../ui/surfaces';
import type { Branch } from './branch';
import { decorated } from './decorations';

export function itemOf({ wire, narrow }: Branch): PlainTreeItem {
  const item = createTreeItem(plainText(wire.label), states[wire.children]);
  item.id = narrow ? `found\n${wire.id}` : wire.id;
  item.description = plainText(wire.detail);
  item.tooltip = joined(wire.about.map(plainSentence), '\n');
  item.accessibilityInformation = { label: plainSentence(wire.spoken) };
  item.iconPath = iconOf(wire);
  item.contextValue = contextOf(wire);
  const uri = decorated(wire);
  if (uri) item.resourceUri = uri;
  // What holds others unfolds when it is clicked; it is opened from its menu.
  if (wire.is === 'issue' && wire.url) item.command = readCommand(wire.url);
  if (wire.place && (wire.is === 'proposal' || wire.is === 'field')) item.command = openCommand(wire.place);
  return item;
}

/** Opens a file with the caret before the span: a key must not replace a title that is selected. */
export function openCommand({ uri, range: { start } }: WirePlace): PlainCommand {
  const caret = new vscode.Position(start.line, start.character);
  const selection = new vscode.Range(caret, caret);
  return { command: 'vscode.open', title: l10n.t('Open'), arguments: [vscode.Uri.parse(uri), { selection }] };
}

/** Opens an issue in review as a draft that cannot be edited. */
function readCommand(url: string): PlainCommand {
  return { command: 'mentorshipProposals.readIssue', title: l10n.t('Read Issue as Draft'), arguments: [url] };
}

const states: Record<WireBranch['children'], vscode.TreeItemCollapsibleState> = {
  none: vscode.TreeItemCollapsibleState.None,
  folded: vscode.TreeItemCollapsibleState.Collapsed,
  unfolded: vscode.TreeItemCollapsibleState.Expanded,
};

function iconOf({ is, id, upstream, severity, stage }: WireBranch): vscode.ThemeIcon {
  if (is === 'term') return new vscode.ThemeIcon('calendar');
  if (is === 'kind') return new vscode.ThemeIcon(kinds[id.split('\n').at(-1) ?? ''] ?? 'lightbulb');
  if (is === 'project') return new vscode.ThemeIcon('package');
  if (is === 'field') return icon(...fields[severity ?? 'information']);
  if (is === 'issue') return icon(...stages[stage ?? 'unchecked']);
  return icon(...issues[upstream ?? 'none']);
}

/** By the last part of a branch's identity. */
const kinds: Readonly<Record<string, string>> = { accepted: 'checklist', review: 'comment-discussion' };

type Icon = readonly [name: string, color?: string];

const issues: Record<NonNullable<WireBranch['upstream']>, Icon> = {
  // "issue-opened" is drawn like "info".
  open: ['issues', 'charts.green'],
  closed: ['issue-closed', 'charts.purple'],
  moved: ['arrow-circle-right', 'charts.yellow'],
  missing: ['circle-slash', 'charts.red'],
  unknown: ['issue-draft'],
  none: ['mortar-board'],
};

const stages: Record<NonNullable<WireBranch['stage']>, Icon> = {
  failed: ['error', 'list.errorForeground'],
  unchecked: ['circle-outline'],
  waiting: ['clock'],
  cncf: ['law'],
  approved: ['pass', 'charts.green'],
};

const fields: Record<NonNullable<WireBranch['severity']>, Icon> = {
  error: ['error', 'list.errorForeground'],
  warning: ['warning', 'list.warningForeground'],
  information: ['info'],
  hint: ['info'],
};

function icon(name: string, color?: string): vscode.ThemeIcon {
  return color === undefined ? new vscode.ThemeIcon(name) : new vscode.ThemeIcon(name, new vscode.ThemeColor(color));
}

/** What the menus of the view ask for, as words. */
function contextOf({ is, url, isEntry, place, takesProposals }: WireBranch): string {
  return [
    is,
    ...(place ? ['hasPlace'] : []),
    ...(url ? ['hasIssue'] : []),
    ...(isEntry ? ['isEntry'] : []),
    ...(takesProposals ? ['takesProposals'] : []),
  ].join(' ');
}
