/** Commands of the palette that belong to no other folder. */
import * as vscode from 'vscode';
import { fixLayoutKind } from '../../../server/src/protocol/actions';
import type { GitHub } from '../connection/github';
import type { Server } from '../connection/server';
import { isReadOnly } from '../editor/edits';
import { type Refuse, renameProposal } from '../editor/rename';
import type { ShownScope } from '../editor/shown-scope';
import { l10n } from '../ui/l10n';
import { arrange } from './arrange';
import { WorkspaceCheck } from './check-workspace';
import type { Register } from './error-boundary';
import { exportProposals } from './export';
import { goToNeighbor, goToProposal, showMentor } from './go-to';
import { setUpRepository } from './set-up';

export interface CommandParts {
  readonly register: Register;
  readonly server: Server;
  readonly github: GitHub;
  readonly log: vscode.LogOutputChannel;
  /** Tells a person, in one sentence, why nothing was done. */
  readonly refuse: Refuse;
  readonly scope: ShownScope;
}

export function registerCommands({ register, server, github, log, refuse, scope }: CommandParts): vscode.Disposable {
  const ask = server.startAndAsk;
  const check = new WorkspaceCheck(ask, scope);
  return vscode.Disposable.from(
    check,
    register('goToProposal', (query) => goToProposal(ask, query)),
    register('nextProposal', () => goToNeighbor(ask, refuse, 'next')),
    register('previousProposal', () => goToNeighbor(ask, refuse, 'previous')),
    register('showMentor', (query) => showMentor(ask, query)),
    register('checkWorkspace', (given) => check.run(given)),
    register('clearWorkspaceFindings', () => check.clear()),
    register('updateContents', () => arrange(ask, 'contents')),
    register('sortProjects', () => arrange(ask, 'projects')),
    register('exportProposals', (given) => exportProposals(ask, refuse, given)),
    register('renameProposal', (title) => renameProposal(ask, refuse, title)),
    register('setUpRepository', () => setUpRepository(ask)),
    register('fixLayout', () => fixLayout(refuse)),
    register('signIn', () => github.signIn()),
    register('restart', () => server.restart()),
    register('showLog', () => log.show()),
  );
}

/** Runs the code action in the active editor. VS Code says so where there is nothing to do, but not where it may not. */
async function fixLayout(refuse: Refuse): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (document && (await isReadOnly(document.uri))) return refuse(l10n.t('Cannot write to the file.'));
  await vscode.commands.executeCommand('editor.action.codeAction', { kind: fixLayoutKind, apply: 'first' });
}
