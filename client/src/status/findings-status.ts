import * as vscode from 'vscode';
import { readingRequest, type WireReading } from '../../../server/src/protocol/changes';
import { servedSchemes } from '../../../server/src/recognize';
import type { Register } from '../commands/error-boundary';
import type { Server } from '../connection/server';
import { setting } from '../editor/settings';
import { l10n } from '../ui/l10n';
import { icon, joined, type PlainText } from '../ui/plain-text';
import { createStatusItem, type PlainStatusItem } from '../ui/surfaces';
import { activeUri, whenSettled } from './settled';

/** The source of our diagnostics. */
const source = 'mentorship-proposals';

/**
 * A language status item with the findings of a document and the number of files read. Switches between all findings
 * and those in own changes. Appears with the server.
 */
export class FindingsStatus {
  private item: PlainStatusItem | null = null;
  private readonly following: ReturnType<typeof whenSettled>;
  private readonly parts: vscode.Disposable;

  constructor(
    register: Register,
    private readonly server: Pick<Server, 'ask' | 'isRunning' | 'onDidChangeOutline'>,
  ) {
    this.following = whenSettled(server, () => this.show());
    this.parts = vscode.Disposable.from(
      this.following,
      register('onlyMyChanges', () => wantOnlyMyChanges(true)),
      register('allFindings', () => wantOnlyMyChanges(false)),
      vscode.languages.onDidChangeDiagnostics(({ uris }) => {
        const active = activeUri()?.toString();
        if (uris.some((uri) => uri.toString() === active)) this.following.soon();
      }),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('mentorshipProposals.onlyMyChanges')) this.following.soon();
      }),
    );
  }

  /** The visible text and command. Empty while nothing is shown. */
  get shown(): string {
    return this.item ? [this.item.text, this.item.detail, this.item.command?.title].filter(Boolean).join(' · ') : '';
  }

  dispose(): void {
    this.parts.dispose();
    this.item?.dispose();
  }

  private async show(): Promise<void> {
    const uri = activeUri();
    const reading = await this.server.ask<WireReading>(readingRequest, {}).catch(() => null);
    if (!reading || !uri) return;
    const onlyMine = setting('onlyMyChanges');
    this.item ??= createStatusItem(
      'mentorshipProposals.findings',
      l10n.t('Mentorship Proposals: Findings'),
      servedSchemes,
    );
    this.item.text = joined([icon('checklist'), findingsIn(uri, onlyMine)], ' ');
    this.item.detail = l10n.t('{0} proposals read in {1} files', reading.proposals, reading.files);
    this.item.command = onlyMine
      ? { command: 'mentorshipProposals.allFindings', title: l10n.t('Show All Findings') }
      : { command: 'mentorshipProposals.onlyMyChanges', title: l10n.t('Show Only My Changes') };
  }
}

/** Hints do not count, because nobody has to act on them. */
function findingsIn(uri: vscode.Uri, onlyMine: boolean): PlainText {
  const all = vscode.languages.getDiagnostics(uri).filter((each) => each.source === source);
  const count = all.filter(({ severity }) => severity !== vscode.DiagnosticSeverity.Hint).length;
  if (count === 0) return onlyMine ? l10n.t('No findings in your changes') : l10n.t('No findings');
  if (count === 1) return onlyMine ? l10n.t('One finding in your changes') : l10n.t('One finding');
  return onlyMine ? l10n.t('{0} findings in your changes', count) : l10n.t('{0} findings', count);
}

/** Changes the workspace's setting if there is one, otherwise the person's. */
async function wantOnlyMyChanges(wanted: boolean): Promise<void> {
  const settings = vscode.workspace.getConfiguration('mentorshipProposals');
  const isWorkspaces = settings.inspect('onlyMyChanges')?.workspaceValue !== undefined;
  await settings.update('onlyMyChanges', wanted, !isWorkspaces);
}
