import * as vscode from 'vscode';
import { isProposalsPath, isServed, looksLikeProposals, proposalGlobs } from '../../../server/src/recognize';

/** The search for proposals. */
export interface Presence extends vscode.Disposable {
  /** Resolves when the folders have been searched once. Never rejects. */
  readonly searched: Promise<void>;
}

/**
 * Calls `found` once, when the workspace has a proposals file or an editor shows something that looks like proposals.
 * VS Code activates the extension for all Markdown, most of which is not for us.
 */
export function whenProposalsShow(found: () => void): Presence {
  let done = false;
  const listeners: vscode.Disposable[] = [];
  const stop = () => {
    done = true;
    for (const listener of listeners) listener.dispose();
  };
  const foundOnce = () => {
    if (done) return;
    stop();
    found();
  };
  const lookAtFolders = async () => {
    if (!done && (await hasProposalFiles().catch(() => false))) foundOnce();
  };
  const lookAt = (document: vscode.TextDocument) => {
    if (!done && isProposals(document)) foundOnce();
  };
  listeners.push(
    vscode.workspace.onDidOpenTextDocument(lookAt),
    vscode.workspace.onDidChangeWorkspaceFolders(lookAtFolders),
    // Checks only the inserted text, because a first proposal is usually pasted or inserted.
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (isOurs(document) && contentChanges.some(({ text }) => text.length > 1 && looksLikeProposals(text)))
        foundOnce();
    }),
  );
  vscode.workspace.textDocuments.forEach(lookAt);
  return { searched: lookAtFolders(), dispose: stop };
}

/** Shows the view's icon and the commands that are useless without proposals. */
export function setHasProposals(): Thenable<void> {
  return vscode.commands.executeCommand('setContext', 'mentorshipProposals.hasProposals', true);
}

/** Where CNCF's repository keeps its programs: that is cheap to know, and a search does not end where there is none. */
const programFolders = ['programs/lfx-mentorship', 'programs/summerofcode'];
/** Shows the view's icon where a person wants it, also without proposals. */
export function setOutlineWanted(): Thenable<void> {
  return vscode.commands.executeCommand('setContext', 'mentorshipProposals.outline.wanted', true);
}

async function hasProposalFiles(): Promise<boolean> {
  const { workspaceFolders = [], fs } = vscode.workspace;
  const folders = workspaceFolders.flatMap(({ uri }) => programFolders.map((path) => vscode.Uri.joinPath(uri, path)));
  const looks = await Promise.allSettled(folders.map((folder) => fs.stat(folder)));
  if (looks.some(({ status }) => status === 'fulfilled')) return true;
  const files = await vscode.workspace.findFiles(`{${proposalGlobs.join(',')}}`, '**/node_modules/**', 1);
  return files.length > 0;
}

function isProposals(document: vscode.TextDocument): boolean {
  return isOurs(document) && (isProposalsPath(document.uri.path) || looksLikeProposals(document.getText()));
}

function isOurs({ languageId, uri }: vscode.TextDocument): boolean {
  return languageId === 'markdown' && isServed(uri.toString());
}
