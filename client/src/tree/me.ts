import type * as vscode from 'vscode';
import { setting } from '../editor/settings';
import { l10n } from '../ui/l10n';
import { showInputBox } from '../ui/surfaces';
import { gitEmails } from './git';

const key = 'outline.me';

/** Who looks at the view: by every handle and address that is known of them, for a proposal names one of these. */
export class Me {
  constructor(
    private readonly memory: vscode.Memento,
    /** The handle of whoever is signed in to GitHub; nobody is asked to. */
    private readonly handle: () => Promise<string | null>,
  ) {}

  async names(): Promise<readonly string[]> {
    const named = setting('me');
    const [handle, emails] = await Promise.all([this.handle(), gitEmails()]);
    const said = this.memory.get<string>(key, '');
    return [...new Set([handle ?? '', ...emails, ...split(named), ...split(said)])].filter((name) => name !== '');
  }

  /** The same, after asking the person where nothing is known; null where they would not say. */
  async namesOrAsk(): Promise<readonly string[] | null> {
    const names = await this.names();
    if (names.length > 0) return names;
    const said = await showInputBox({
      title: l10n.t('Show Only Mine'),
      prompt: l10n.t('As written in proposals, such as @handle or name@example.org. It stays on this machine.'),
      placeHolder: l10n.t('Your GitHub handle or e-mail address'),
    });
    if (said === undefined || split(said).length === 0) return null;
    await this.memory.update(key, said);
    return split(said);
  }
}

function split(text: string): string[] {
  return text
    .split(/[\s,;]+/)
    .map((name) => name.replace(/^@/, ''))
    .filter((name) => name !== '');
}
