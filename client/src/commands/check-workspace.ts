import * as vscode from 'vscode';
import {
  checkFileRequest,
  type FileParams,
  type FilesToCheckParams,
  filesToCheckRequest,
  type WireDiagnostic,
  type WireFilesToCheck,
} from '../../../server/src/protocol/commands';
import type { Ask } from '../editor/rename';
import type { ShownScope } from '../editor/shown-scope';
import { l10n, sentences } from '../ui/l10n';
import { filledIn, type PlainText } from '../ui/plain-text';
import { type PlainProgress, showInformation, withProgress } from '../ui/surfaces';
import { openFiles, WorkspaceFindings } from './workspace-findings';

/** How many files have been checked, and what was found in them. */
interface Outcome {
  readonly files: number;
  readonly all: number;
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
  /** Published files that were left out. */
  readonly passedOver: number;
}

/** "Check Whole Workspace" and "Clear Workspace Findings". */
export class WorkspaceCheck {
  private readonly findings: WorkspaceFindings;
  private readonly listener: vscode.Disposable;
  private running: vscode.CancellationTokenSource | null = null;

  constructor(
    private readonly ask: Ask,
    private readonly scope: ShownScope,
  ) {
    // Where people ask for less, they have seen what there is.
    this.listener = scope.onDidChange(() => {
      if (!scope.isChecked) this.clear();
    });
    this.findings = new WorkspaceFindings((uri) => this.findingsIn(uri.toString()));
  }

  dispose(): void {
    this.running?.cancel();
    this.listener.dispose();
    this.findings.dispose();
  }

  clear(): void {
    this.running?.cancel();
    this.findings.clear();
    this.scope.setChecked(false);
  }

  /**
   * Checks file by file with all findings, shows and returns a summary, and opens Problems if there are any. A new check
   * cancels a running one.
   */
  async run(given?: unknown): Promise<PlainText> {
    this.running?.cancel();
    this.findings.clear();
    this.scope.setChecked(true);
    const own = new vscode.CancellationTokenSource();
    this.running = own;
    const published = (given as Partial<FilesToCheckParams> | undefined)?.published === true;
    const outcome = await withProgress(l10n.t('Checking proposals'), (progress, token) => {
      token.onCancellationRequested(() => own.cancel());
      return this.check(published, progress, own.token);
    });
    own.dispose();
    const isNothing = outcome.all === 0 && outcome.passedOver === 0;
    const summary = isNothing ? l10n.t('No proposals files to check.') : sentenceOf(outcome);
    void this.showSummary(summary, outcome);
    return summary;
  }

  private async check(published: boolean, progress: PlainProgress, token: vscode.CancellationToken): Promise<Outcome> {
    const params: FilesToCheckParams = { published, open: [...openFiles()] };
    const plan = await this.ask<WireFilesToCheck>(filesToCheckRequest, params);
    const { files = [], passedOver = 0 } = plan ?? {};
    let outcome: Outcome = { files: 0, all: files.length, errors: 0, warnings: 0, notes: 0, passedOver };
    for (const uri of files) {
      const increment = outcome.files === 0 ? 0 : 100 / files.length;
      progress.report({ message: filledIn('{0}/{1}', [outcome.files, files.length]), increment });
      const found = await this.findingsIn(uri);
      if (token.isCancellationRequested) break;
      if (found) this.findings.put(vscode.Uri.parse(uri), found);
      outcome = added(outcome, found ?? []);
    }
    return outcome;
  }

  private findingsIn(uri: string): Promise<readonly WireDiagnostic[] | null> {
    const params: FileParams = { uri };
    return this.ask<readonly WireDiagnostic[]>(checkFileRequest, params);
  }

  private async showSummary(summary: PlainText, { errors, warnings, notes, passedOver }: Outcome): Promise<void> {
    const isFound = errors + warnings + notes > 0;
    if (isFound) await vscode.commands.executeCommand('workbench.actions.view.problems');
    const focus = l10n.t('Focus on My Changes');
    const more = l10n.t('Check Published Terms, Too');
    const answer = await showInformation(summary, ...(isFound ? [focus] : []), ...(passedOver > 0 ? [more] : []));
    if (answer === focus) await vscode.commands.executeCommand('mentorshipProposals.focusOnMyChanges');
    if (answer === more) await this.run({ published: true });
  }
}

function added(outcome: Outcome, found: readonly WireDiagnostic[]): Outcome {
  const count = (is: (severity: number) => boolean) => found.filter(({ severity = 1 }) => is(severity)).length;
  return {
    ...outcome,
    files: outcome.files + 1,
    errors: outcome.errors + count((severity) => severity === 1),
    warnings: outcome.warnings + count((severity) => severity === 2),
    // Hints are no problems.
    notes: outcome.notes + count((severity) => severity === 3),
  };
}

function sentenceOf({ files, all, errors, warnings, notes, passedOver }: Outcome): PlainText {
  const checked =
    files < all
      ? l10n.t('Stopped after {0} of {1} files', files, all)
      : files === 1
        ? l10n.t('1 file checked')
        : l10n.t('{0} files checked', files);
  const left =
    passedOver === 1 ? l10n.t('Skipped 1 published file.') : l10n.t('Skipped {0} published files.', passedOver);
  const summary = l10n.t(
    '{0}: {1}, {2}, {3}.',
    checked,
    errors === 1 ? l10n.t('1 error') : l10n.t('{0} errors', errors),
    warnings === 1 ? l10n.t('1 warning') : l10n.t('{0} warnings', warnings),
    notes === 1 ? l10n.t('1 note') : l10n.t('{0} notes', notes),
  );
  return passedOver > 0 ? sentences(summary, left) : summary;
}
