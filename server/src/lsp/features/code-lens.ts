import { type CodeLens, CodeLensRefreshRequest } from 'vscode-languageserver';
import { lensesOf } from '../../core/features/hints/code-lens';
import { fillableFrom, referenceName } from '../../core/features/issue-draft/fill';
import { shift } from '../../core/text/span';
import { visible } from '../../core/text/visible';
import type { OwnIssueParams } from '../../protocol/drafts';
import type { Context } from '../server/context';
import { toRange } from '../server/convert';
import type { OpenDocument } from '../server/documents';

/** Answers the code lenses of projects, and of proposals that are hardly begun, if the setting is on. */
export function serveLens({ connection, client, documents, known, guard, settings }: Context): void {
  connection.onCodeLens(
    guard('lens', [], ({ textDocument: { uri } }: { textDocument: { uri: string } }): CodeLens[] => {
      const open = settings.get('codeLens') && documents.candidate(uri) ? documents.get(uri) : null;
      const file = open?.proposals.kind ? known.files().find((each) => each.uri === uri) : null;
      if (!open || !file) return [];
      const counts = lensesOf(file).map(({ span, title }) => ({
        range: toRange(open.text, span),
        // Without a command, a code lens is plain text.
        command: { title, command: '' },
      }));
      return [...counts, ...(client.fillFromIssue === null ? [] : fillLenses(open, client.fillFromIssue))];
    }),
  );
  settings.onDidChange('codeLens', () => {
    if (client.refreshesLenses) void connection.sendRequest(CodeLensRefreshRequest.type).catch(() => {});
  });
}

/** One for each proposal that is hardly begun and names the issue that it may be filled in from. */
function fillLenses({ proposals: { proposals, conflicts }, text }: OpenDocument, command: string): CodeLens[] {
  if (conflicts.length > 0) return [];
  return proposals.flatMap((proposal): CodeLens[] => {
    const reference = fillableFrom(proposal);
    if (!reference) return [];
    const range = toRange(text, shift(reference.span, proposal.section.start));
    const place: OwnIssueParams = { uri: text.uri, position: range.start };
    return [
      { range, command: { title: visible(`Fill in from ${referenceName(reference)}`), command, arguments: [place] } },
    ];
  });
}
