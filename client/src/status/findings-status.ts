import * as vscode from 'vscode';
import { readingRequest, type WireReading } from '../../../server/src/protocol/changes';
import { servedSchemes } from '../../../server/src/recognize';
import type { Server } from '../connection/server';
import type { ShownScope } from '../editor/shown-scope';
import { l10n, list } from '../ui/l10n';
import { icon, joined, type PlainText } from '../ui/plain-text';
import { createStatusItem, type PlainStatusItem } from '../ui/surfaces';
import { activeUri, whenSettled } from './settled';

/** The source of our diagnostics. */
const source = 'mentorship-proposals';

/**
 * A language status item with the findings of a document and the number of files read. Switches between all findings
 * and those that concern the person. Appears with the server.
 */
export class FindingsStatus {
  private item: PlainStatusItem | null = null;
  private readonly following: ReturnType<typeof whenSettled>;
  private readonly parts: vscode.Disposable;

  constructor(
    private readonly server: Pick<Server, 'ask' | 'isRunning' | 'onDidChangeOutline'>,
    private readonly scope: ShownScope,
  ) {
    this.following = whenSettled(server, () => this.show());
    this.parts = vscode.Disposable.from(
      this.following,
      vscode.languages.onDidChangeDiagnostics(({ uris }) => {
        const active = activeUri()?.toString();
        if (uris.some((uri) => uri.toString() === active)) this.following.soon();
      }),
      scope.onDidChange(() => this.following.soon()),
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
    const isAll = this.scope.value === 'all';
    this.item ??= createStatusItem(
      'mentorshipProposals.findings',
      l10n.t('Mentorship Proposals: Findings'),
      servedSchemes,
    );
    this.item.text = joined([icon('checklist'), findingsIn(uri)], ' ');
    this.item.detail = l10n.t('{0} proposals read in {1} files', reading.proposals, reading.files);
    this.item.command = isAll
      ? { command: 'mentorshipProposals.focusOnMyChanges', title: l10n.t('Focus on My Changes') }
      : { command: 'mentorshipProposals.allFindings', title: l10n.t('Show All Findings') };
  }
}

/** Hints do not count, because nobody has to act on them. They are not listed in Problems either. */
function findingsIn(uri: vscode.Uri): PlainText {
  const all = vscode.languages.getDiagnostics(uri).filter((each) => each.source === source);
  const count = all.filter(({ severity }) => severity !== vscode.DiagnosticSeverity.Hint).length;
  const hints = all.length - count;
  const shown =
    count === 0 ? l10n.t('No findings') : count === 1 ? l10n.t('One finding') : l10n.t('{0} findings', count);
  if (hints === 0) return shown;
  return list([shown, hints === 1 ? l10n.t('1 hint') : l10n.t('{0} hints', hints)]);
}
