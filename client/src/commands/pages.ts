import * as vscode from 'vscode';
import { l10n } from '../ui/l10n';
import { plainText } from '../ui/plain-text';
import { showInformation } from '../ui/surfaces';

/**
 * The link to the page of a rule, with `{rule}` for its name: an address that leads back to this editor. A browser
 * would look for a program to hand such an address to, so there it is the page itself, as a file.
 */
export function ruleLink({ id, extensionUri }: vscode.Extension<unknown>): string {
  if (vscode.env.uiKind === vscode.UIKind.Desktop) return `${vscode.env.uriScheme}://${id}/rules/{rule}`;
  return `${vscode.Uri.joinPath(extensionUri, 'docs', 'rules')}/{rule}.md`;
}

/** Opens the bundled page of a rule when such an address is followed. Any program may send one, so it is believed nothing. */
export function openPages(extension: vscode.Uri): vscode.UriHandler {
  return {
    async handleUri({ path }) {
      const rule = /^\/rules\/([a-z-]{1,50})$/.exec(path)?.[1];
      if (!rule) return;
      const page = vscode.Uri.joinPath(extension, 'docs', 'rules', `${rule}.md`);
      try {
        await vscode.workspace.fs.stat(page);
      } catch {
        void showInformation(l10n.t('There is no page for "{0}".', plainText(rule)));
        return;
      }
      await showPage(page);
    },
  };
}

/** The preview belongs to VS Code's own Markdown extension, which can be disabled. */
async function showPage(page: vscode.Uri): Promise<void> {
  try {
    await vscode.commands.executeCommand('markdown.showPreview', page);
  } catch {
    // A browser would be asked to open the address of an extension that it has from the web.
    await vscode.window.showTextDocument(page);
  }
}
