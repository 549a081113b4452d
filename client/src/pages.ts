import * as vscode from 'vscode';

/** What, with the name of a rule behind it, opens that rule's page: an address that leads back to this editor. */
export function ruleLink(extensionId: string): string {
  return `${vscode.env.uriScheme}://${extensionId}/rules/`;
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
        void vscode.window.showInformationMessage(vscode.l10n.t('There is no page about "{0}".', rule));
        return;
      }
      await vscode.commands.executeCommand('markdown.showPreview', page);
    },
  };
}
