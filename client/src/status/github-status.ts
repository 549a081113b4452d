import * as vscode from 'vscode';
import type { WireGitHubStatus } from '../../../server/src/protocol/upstream';
import { servedSchemes } from '../../../server/src/recognize';
import type { GitHub } from '../connection/github';
import { l10n } from '../ui/l10n';
import { type PlainText, plainSentence, plainText } from '../ui/plain-text';
import { createStatusItem, type PlainStatusItem } from '../ui/surfaces';

/** A language status item with the GitHub account and the remaining requests. */
export class GitHubStatus {
  private item: PlainStatusItem | null = null;

  constructor(private readonly github: Pick<GitHub, 'handle'>) {}

  /** What is shown: what a person reads first, and what they read then. Empty before the server has told anything. */
  get shown(): string {
    return this.item ? [this.item.text, this.item.detail].filter(Boolean).join(' · ') : '';
  }

  async show(status: WireGitHubStatus): Promise<void> {
    if (status.access === null) return;
    const handle = status.access === 'account' ? await this.github.handle() : null;
    this.item ??= createStatusItem('mentorshipProposals.github', l10n.t('Mentorship Proposals: GitHub'), servedSchemes);
    this.item.text = statusText(status, handle);
    this.item.detail = detailOf(status);
    this.item.command =
      status.access === 'nobody'
        ? { command: 'mentorshipProposals.signIn', title: l10n.t('Sign in to GitHub') }
        : undefined;
    await vscode.commands.executeCommand('setContext', 'mentorshipProposals.signedIn', status.access === 'account');
  }

  dispose(): void {
    this.item?.dispose();
  }
}

function statusText({ access, trouble }: WireGitHubStatus, handle: string | null): PlainText {
  if (access === 'untrusted') return l10n.t('$(github) GitHub: not asked');
  if (access === 'nobody')
    return trouble === null ? l10n.t('$(github) GitHub: not signed in') : l10n.t('$(warning) GitHub: not signed in');
  const name = handle !== null ? plainText(handle) : l10n.t('signed in');
  return trouble === null ? l10n.t('$(github) GitHub: {0}', name) : l10n.t('$(warning) GitHub: {0}', name);
}

function detailOf({ trouble, left, limit, until }: WireGitHubStatus): PlainText {
  if (trouble !== null) return plainSentence(trouble);
  if (left === null) return plainText('');
  if (until !== null && limit !== null)
    return l10n.t('{0} of {1} requests left until {2}', left, limit, plainText(hourOf(until)));
  return limit === null
    ? l10n.t('{0} requests left this hour', left)
    : l10n.t('{0} of {1} requests left this hour', left, limit);
}

/** "14:05". */
function hourOf(time: number): string {
  const date = new Date(time);
  return `${date.getHours()}:${String(date.getMinutes()).padStart(2, '0')}`;
}
