import type { DocumentLink } from 'vscode-languageserver';
import { isFile, linksIn } from '../../core/features/navigation/links';
import { fileLinkedFrom } from '../../host/workspace/link-target';
import type { Context } from '../server/context';
import { toRange } from '../server/convert';

/** Answers the links of a document. With `all`, also those that VS Code's Markdown extension finds. */
export function serveLinks({ connection, documents, workspace, guard }: Context, all: boolean): void {
  connection.onDocumentLinks(
    guard('links', [], ({ textDocument: { uri } }: { textDocument: { uri: string } }): DocumentLink[] => {
      const open = documents.candidate(uri) && documents.get(uri);
      if (!open?.proposals.kind) return [];
      return linksIn(open.proposals, all).flatMap(({ span, target }) => {
        const address = isFile(target) ? fileLinkedFrom(uri, target, workspace.folders()) : target;
        if (address === null) return [];
        return [{ range: toRange(open.text, span), target: address }];
      });
    }),
  );
}
