import * as vscode from 'vscode';
import type { Refuse } from '../editor/rename';
import { l10n } from '../ui/l10n';

/** Registers a command of ours by its name behind `mentorshipProposals.`. */
export type Register = (name: string, run: (...given: unknown[]) => unknown) => vscode.Disposable;

/**
 * Handles the errors of all commands, because VS Code would show them as they are. An error becomes a line in the log
 * and one sentence for the person. A canceled command is silent.
 */
export function registerFenced(log: vscode.LogOutputChannel, refuse: Refuse): Register {
  return (name, run) =>
    vscode.commands.registerCommand(`mentorshipProposals.${name}`, async (...given: unknown[]) => {
      try {
        return await run(...given);
      } catch (error) {
        if (error instanceof vscode.CancellationError) return undefined;
        log.error(`${name} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
        refuse(l10n.t('This failed. See the log of Mentorship Proposals for the reason.'));
        return undefined;
      }
    });
}
