import * as vscode from 'vscode';
import { type Scope, section } from '../../../server/src/protocol/settings';
import type { Register } from '../commands/error-boundary';
import { setting } from './settings';

/** Which findings are shown: what the setting says, or all while the results of "Check Whole Workspace" are shown. */
export class ShownScope {
  private readonly emitter = new vscode.EventEmitter<void>();
  private readonly listener = vscode.workspace.onDidChangeConfiguration((event) => {
    if (!event.affectsConfiguration(`${section}.scope`)) return;
    this.checked = false;
    this.emitter.fire();
  });
  private checked = false;

  readonly onDidChange = this.emitter.event;

  get value(): Scope {
    return this.checked ? 'all' : setting('scope');
  }

  /** Whether all findings are shown because the workspace was checked. */
  get isChecked(): boolean {
    return this.checked;
  }

  /** Shows all findings until the setting changes or this is called with false. */
  setChecked(isChecked: boolean): void {
    if (this.checked === isChecked) return;
    this.checked = isChecked;
    this.emitter.fire();
  }

  dispose(): void {
    this.listener.dispose();
    this.emitter.dispose();
  }
}

/** "Show All Findings" and "Focus on My Changes". */
export function registerScope(register: Register, scope: ShownScope): vscode.Disposable {
  return vscode.Disposable.from(
    register('allFindings', () => setScope('all')),
    register('focusOnMyChanges', async () => {
      scope.setChecked(false);
      if (setting('scope') === 'all') await setScope('auto');
    }),
  );
}

/** Changes the workspace's setting if there is one, otherwise the person's. */
async function setScope(wanted: Scope): Promise<void> {
  const settings = vscode.workspace.getConfiguration(section);
  const isWorkspaces = settings.inspect('scope')?.workspaceValue !== undefined;
  await settings.update('scope', wanted, !isWorkspaces);
}
