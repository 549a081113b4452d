import * as vscode from 'vscode';
import { templateRequest, type WireTemplate } from '../../../server/src/protocol/template';
import { servedSchemes } from '../../../server/src/recognize';
import type { Server } from '../connection/server';
import { setHasForm } from '../submission/commands';
import { l10n } from '../ui/l10n';
import { type PlainText, plainText } from '../ui/plain-text';
import { createStatusItem, type PlainStatusItem } from '../ui/surfaces';
import { activeUri, whenSettled } from './settled';

/** A language status item with the template of a document. */
export class TemplateStatus {
  private item: PlainStatusItem | null = null;
  private readonly following: vscode.Disposable;

  constructor(private readonly server: Pick<Server, 'ask' | 'isRunning' | 'onDidChangeOutline'>) {
    this.following = whenSettled(server, () => this.show());
  }

  /** The visible text. Empty while nothing is shown. */
  get shown(): string {
    return this.item ? [this.item.text, this.item.detail].filter(Boolean).join(' · ') : '';
  }

  dispose(): void {
    this.following.dispose();
    this.item?.dispose();
  }

  private async show(): Promise<void> {
    const uri = activeUri();
    if (!uri) return;
    const template = await this.server
      .ask<WireTemplate | null>(templateRequest, { uri: uri.toString() })
      .catch(() => null);
    void setHasForm(template?.hasForm === true);
    void setHasUpstream(template?.hasUpstream === true);
    if (!template) {
      this.item?.dispose();
      this.item = null;
      return;
    }
    this.item ??= createStatusItem(
      'mentorshipProposals.template',
      l10n.t('Mentorship Proposals: Template'),
      servedSchemes,
    );
    this.item.text = textOf(template);
    this.item.detail = template.program === null ? plainText('') : plainText(template.program);
    this.item.command = { command: 'mentorshipProposals.setUpRepository', title: l10n.t('Set Up This Repository…') };
  }
}

/** Tells VS Code whether a proposal of the active document names an issue, for the commands that need one. */
async function setHasUpstream(hasUpstream: boolean): Promise<void> {
  await vscode.commands.executeCommand('setContext', 'mentorshipProposals.hasUpstream', hasUpstream);
}

function textOf({ source, path, proposals }: WireTemplate): PlainText {
  if (source === 'document') return l10n.t('Template: this file');
  if (source === 'form') return l10n.t('Form: {0}', plainText(path ?? ''));
  if (source === 'file') return l10n.t('Template: {0}', plainText(path ?? ''));
  if (source === 'habit') return l10n.t('Template: learned from {0} proposals', proposals);
  return l10n.t('Template: fields of the program');
}
