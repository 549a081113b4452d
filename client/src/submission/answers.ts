/** What GitHub's answers to filing and changing an issue mean, one sentence each. */
import { l10n } from '../ui/l10n';
import { type PlainText, plainText } from '../ui/plain-text';
import type { Refusal } from './filing';

/** Why nothing has happened at GitHub, and what to do. */
export function refusalText(why: Refusal, repository: string): PlainText {
  const name = plainText(repository);
  switch (why) {
    case 'offline':
      return l10n.t('GitHub could not be reached. Nothing was sent. Try again later.');
    case 'untrusted':
      return l10n.t('Trust the workspace to send issues to GitHub.');
    case 'signed-out':
      return l10n.t('GitHub did not accept the account. Nothing was sent. Sign in again.');
    case 'forbidden':
      return l10n.t('The account may not write issues in {0}. Nothing was sent. Use the prefilled form.', name);
    case 'limited':
      return l10n.t('GitHub takes no more requests now. Nothing was sent. Try again later.');
    case 'missing':
      return l10n.t('GitHub does not find this in {0}, or the account may not see it. Nothing was sent.', name);
    case 'disabled':
      return l10n.t('{0} takes no issues, or this one was deleted. Nothing was sent.', name);
    case 'invalid':
      return l10n.t('GitHub did not accept the title or the body. Nothing was sent. Use the prefilled form.');
    case 'moved':
      return l10n.t('{0} has another name now. Nothing was sent. Use the prefilled form.', name);
    case 'failed':
      return l10n.t('GitHub did not do it. Nothing was sent. Try again later.');
  }
}
