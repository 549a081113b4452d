import * as vscode from 'vscode';
import type { WireBranch } from '../../../server/src/protocol/outline';
import { l10n } from '../ui/l10n';
import { type PlainText, plainText } from '../ui/plain-text';
import { createDecoration } from '../ui/surfaces';

/** A URI scheme for decorations only. Its URIs are never opened. */
const scheme = 'mentorship-proposals-outline';

/** The URI for the badge of a branch, including the count. Null without findings. */
export function decorated({ id, errors, warnings }: WireBranch): vscode.Uri | null {
  if (errors + warnings === 0) return null;
  return vscode.Uri.from({ scheme, path: `/${id}`, query: `${errors},${warnings}` });
}

/** Badges with the number of errors and warnings. */
export const decorations: vscode.FileDecorationProvider = {
  provideFileDecoration(uri) {
    if (uri.scheme !== scheme) return undefined;
    const [errors = 0, warnings = 0] = uri.query.split(',').map(Number);
    const color = new vscode.ThemeColor(errors > 0 ? 'list.errorForeground' : 'list.warningForeground');
    return createDecoration(badge(errors, warnings), words(errors, warnings), color);
  },
};

/** Two letters at most. The first one says what the color says, which not everybody sees: "E2", "W+" for more than nine. */
function badge(errors: number, warnings: number): PlainText {
  const count = (given: number) => plainText(given > 9 ? '+' : String(given));
  return errors > 0 ? l10n.t('E{0}', count(errors)) : l10n.t('W{0}', count(warnings));
}

function words(errors: number, warnings: number): PlainText {
  const error = errors === 1 ? l10n.t('1 error') : l10n.t('{0} errors', errors);
  const warning = warnings === 1 ? l10n.t('1 warning') : l10n.t('{0} warnings', warnings);
  if (errors === 0) return warning;
  return warnings === 0 ? error : l10n.t('{0}, {1}', error, warning);
}
