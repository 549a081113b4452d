import {
  type CancellationToken,
  type CompletionClientCapabilities,
  type CompletionItem,
  type CompletionList,
  type CompletionParams,
  InsertTextFormat,
  InsertTextMode,
  MarkupKind,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Completion, completionsAt, upstreamSearchAt } from '../../core/features/completion/completion';
import { documentationOf } from '../../core/features/completion/documentation';
import { CompletionMemory } from '../../core/features/completion/memory';
import type { Topic } from '../../core/features/completion/offer';
import type { OpenIssue, UpstreamSearch } from '../../core/features/completion/upstream-offers';
import type { Context } from '../server/context';
import { snippetOf, toCompletionKind, toTextEdit } from '../server/convert';
import { hoverContextOf } from '../server/locations';
import { withTimeout } from '../server/timeout';

/**
 * VS Code offers nothing in Markdown unless a trigger character is typed. A letter at the end of a word is none there,
 * whatever we say: quick suggestions would be asked, and they are off. So the list has to come with the blank, `@` or
 * `#` before the first letter; letters count in the middle of a word, and in other editors. In prose the answer is
 * empty, and at once.
 */
const triggerCharacters: string[] = [
  ...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789',
  ...'ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿĀāČčĆćĐđĒēĘęĞğĪīİıŁłŃńŌōŐőŚśŞşŠšŪūŰűŹźŻżŽž',
  ...'@ #-*([.:/,',
];

export const completionOptions = { triggerCharacters, resolveProvider: true };

export function serveCompletion(context: Context, offers: CompletionClientCapabilities | undefined): void {
  const { connection, guard } = context;
  const memory = new CompletionMemory();
  const show = itemsFor(offers?.completionItem);
  connection.onCompletion(guard('completion', [], (params, token) => complete(context, params, memory, show, token)));
  connection.onCompletionResolve((item, token) =>
    guard('more about a completion', item, (asked: CompletionItem) => withDocumentation(context, asked))(item, token),
  );
}

/** What we need to resolve an item later. */
interface ItemData {
  readonly uri: string;
  readonly topic: Topic;
}

type Show = (text: TextDocument, completion: Completion) => CompletionItem;

function complete(
  context: Context,
  { textDocument: { uri }, position }: CompletionParams,
  memory: CompletionMemory,
  show: Show,
  token: CancellationToken,
): CompletionItem[] | CompletionList | Promise<CompletionItem[] | CompletionList> {
  const { documents, known, issueStore } = context;
  const open = documents.get(uri);
  if (!open?.proposals.kind) return [];
  const { text, proposals } = open;
  const offset = text.offsetAt(position);
  const answer = (issues: readonly OpenIssue[], more: boolean) => {
    const { items: found, whole } = completionsAt(proposals, offset, known, memory, issues);
    const items = found.map((completion) => show(text, completion));
    return whole && !more ? items : { isIncomplete: true, items };
  };
  const search = issueStore.canFetchInBackground ? upstreamSearchAt(proposals, offset, known) : null;
  if (!search) return answer([], false);
  return openIssues(context, search, token).then((issues) =>
    token.isCancellationRequested ? [] : answer(issues, true),
  );
}

/**
 * How long to wait after a key before asking GitHub, and how long the list then waits for the answer, in milliseconds.
 */
const PAUSE = 250;
const TIMEOUT = 1_200;

/** GitHub's open issues. None if that takes too long. The next request then has them. */
async function openIssues(
  { issueStore, clock }: Context,
  { repositories, words }: UpstreamSearch,
  token: CancellationToken,
): Promise<readonly OpenIssue[]> {
  if (!issueStore.hasRecent(repositories, words)) {
    await withTimeout(new Promise(() => {}), PAUSE, clock, token);
    if (token.isCancellationRequested) return [];
  }
  let issues: readonly OpenIssue[] = [];
  const work = issueStore.recent(repositories, words).then((listed) => {
    issues = listed;
  });
  await withTimeout(work, TIMEOUT, clock, token);
  return issues;
}

/** Converts items for the client. */
function itemsFor(client: CompletionClientCapabilities['completionItem'] = {}): Show {
  const snippets = client.snippetSupport === true;
  // We have already indented the lines after the first.
  const asIs = client.insertTextModeSupport?.valueSet.includes(InsertTextMode.asIs);
  return (text, { kind, label, detail, filterText, sortText, edit, pieces, topic }) => {
    const isSnippet = snippets && pieces !== null;
    const data: ItemData | null = topic && { uri: text.uri, topic };
    return {
      label,
      kind: toCompletionKind(kind),
      filterText,
      sortText,
      textEdit: toTextEdit(text, isSnippet ? { ...edit, text: snippetOf(pieces) } : edit),
      ...(isSnippet ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
      ...(asIs && edit.text.includes('\n') ? { insertTextMode: InsertTextMode.asIs } : {}),
      ...(detail === null ? {} : client.labelDetailsSupport ? { labelDetails: { description: detail } } : { detail }),
      ...(data === null ? {} : { data }),
    };
  };
}

function withDocumentation(context: Context, item: CompletionItem): CompletionItem {
  const data = dataOf(item.data);
  const document = data && context.documents.read(data.uri);
  const value = document && documentationOf(data.topic, document, hoverContextOf(context));
  return value ? { ...item, documentation: { kind: MarkupKind.Markdown, value } } : item;
}

/** The data that we have sent with an item. Null for anything else. */
function dataOf(data: unknown): ItemData | null {
  const { uri, topic } = (data ?? {}) as { uri?: unknown; topic?: Record<string, unknown> | null };
  if (typeof uri !== 'string' || typeof topic !== 'object' || topic === null) return null;
  const isText = (...keys: string[]) => keys.every((key) => typeof topic[key] === 'string');
  const isOurs =
    (topic.is === 'mentor' && isText('key')) ||
    (topic.is === 'project' && isText('name')) ||
    (topic.is === 'field' && isText('label')) ||
    (topic.is === 'issue' && isText('owner', 'repo') && typeof topic.number === 'number');
  return isOurs ? { uri, topic: topic as Topic } : null;
}
