/** What clients may ask of a server, and what each has to find still working whatever was done to the server. */
import { expect } from 'vitest';
import type { ProtocolConnection } from 'vscode-languageserver/node';
import { draftsUri, type Editor } from '../server/client';
import { pull } from '../server/pull';
import { incomplete } from '../server/texts';

/** Requests about a place in a document. */
export const atPlaces = [
  'textDocument/hover',
  'textDocument/completion',
  'textDocument/definition',
  'textDocument/references',
  'textDocument/documentHighlight',
  'textDocument/prepareRename',
  'textDocument/rename',
];

/** Requests about a range of a document. */
export const inRanges = ['textDocument/codeAction', 'textDocument/inlayHint'];

/** Requests about a document. */
export const aboutDocuments = [
  'textDocument/diagnostic',
  'textDocument/documentSymbol',
  'textDocument/documentLink',
  'textDocument/codeLens',
];

/** Our own requests, all of which take a place, a file, or nothing. */
export const ownRequests = [
  ...['findProposals', 'findPeople', 'mentored', 'neighbor', 'arrange', 'filesToCheck', 'checkFile', 'terms'],
  ...['export', 'exportFile', 'proposeAgain', 'importIssue', 'newProposalPlaces', 'newProposalProjects'],
  ...['fillFromIssue', 'issueSide', 'leftOut', 'addPart', 'issueChoices'],
  ...['newProposalMentors', 'newProposalRemark', 'newProposal', 'insertTemplate', 'outline', 'outlineWay'],
  ...['outlineText', 'heading', 'renameHeading', 'review', 'foldersToSetUp', 'configText', 'submission', 'issueEdit'],
  ...['template', 'upstream', 'refreshList', 'refresh', 'reading'],
].map((name) => `mentorshipProposals/${name}`);

export const everyRequest = [...atPlaces, ...inRanges, ...aboutDocuments, 'workspace/symbol', ...ownRequests];

/** Parameters of any of these requests. */
export function paramsAt(uri: unknown, position: unknown = { line: 6, character: 8 }, range: unknown = null): object {
  return {
    textDocument: { uri },
    uri,
    position,
    range: range ?? { start: position, end: position },
    context: { diagnostics: [], includeDeclaration: true },
    newName: 'other',
    query: '',
  };
}

/** Sends a request. Resolves to its answer, or to its error as an `Error`. */
export function settle(client: ProtocolConnection, method: string, params: unknown): Promise<unknown> {
  return client.sendRequest(method, params).catch((error: unknown) => error);
}

/** A document that nobody has abused is opened, is understood, and is closed again. */
export async function expectServes(editor: Editor): Promise<void> {
  const opened = await editor.open(incomplete, draftsUri.replace('project_ideas', 'other_ideas'));
  expect(await codes(editor, opened.uri)).toEqual(['missing-field']);
  expect(await editor.at('textDocument/hover', opened)).toMatchObject({ contents: { kind: 'markdown' } });
  await editor.connection.sendNotification('textDocument/didClose', { textDocument: { uri: opened.uri } });
}

/** The rules of the findings of a document. */
export async function codes(editor: Editor, uri: string): Promise<unknown[]> {
  const { items = [] } = await pull(editor, { uri });
  return items.map(({ code }) => code);
}
