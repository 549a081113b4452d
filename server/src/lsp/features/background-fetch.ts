import { issueName } from '../../core/facts/issues';
import type { IssueKey } from '../../core/known/known';
import { issuesIn } from '../../core/known/questions';
import type { Context } from '../server/context';

/**
 * How long to wait after an edit before fetching a document's issues, in milliseconds, because a number is typed digit
 * by digit.
 */
const PAUSE = 1_000;

/**
 * The most issues of one document that we fetch in the background: more than any real one has. Others are fetched on
 * hover.
 */
const MOST = 200;

/**
 * Fetches the issues of open documents in the background, so that rules can report on them. Does nothing without an
 * account. Returns a function that starts again for all open documents.
 */
export function fetchInBackground({ documents, issueStore, clock }: Context): () => void {
  const pending = new Map<string, () => void>();
  const callOff = (uri: string) => {
    pending.get(uri)?.();
    pending.delete(uri);
  };
  const fetchNow = (uri: string) => {
    pending.delete(uri);
    const document = documents.read(uri);
    if (document?.kind) void issueStore.fetch(firstOf(issuesIn(document)), 'background');
  };
  const fetchSoon = (uri: string) => {
    callOff(uri);
    if (issueStore.canFetchInBackground)
      pending.set(
        uri,
        clock.after(PAUSE, () => fetchNow(uri)),
      );
  };
  documents.texts.onDidChangeContent(({ document }) => fetchSoon(document.uri));
  documents.texts.onDidClose(({ document }) => callOff(document.uri));
  return () => documents.uris().forEach(fetchSoon);
}

/** The first distinct issues. */
function firstOf(keys: readonly IssueKey[]): readonly IssueKey[] {
  return [...new Map(keys.map((key) => [issueName(key), key])).values()].slice(0, MOST);
}
