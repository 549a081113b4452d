/** The upstream issues at the caret, and those of all terms that are not over. */
import { issueName } from '../../facts/issues';
import type { IssueAnswer, IssueKey, Known, KnownFile } from '../../known/known';
import { issueKeyOf } from '../../known/questions';
import { type ProposalsDocument, proposalAt } from '../../model/document';
import type { Reference } from '../../model/proposal';
import { addressOf, referenceAt } from '../hover/issue';
import { type IssueState, stateOf } from '../issue-preview/issue-preview';
import { isOver, termsOf } from '../outline/terms';

/** An issue to open or to copy. */
export interface IssueTarget {
  /** `owner/repo#1` as written. */
  readonly name: string;
  /** A web address: the current one if known. */
  readonly url: string;
  readonly title: string | null;
  readonly state: IssueState | null;
}

/** The issue at `offset`, or else all upstream issues of its proposal, without duplicates. */
export function issuesAt(document: ProposalsDocument, offset: number, known: Known): readonly IssueTarget[] {
  const targets = issueReferencesAt(document, offset).flatMap((reference) => issueTargetOf(reference, known) ?? []);
  return [...new Map(targets.map((each) => [each.name.toLowerCase(), each])).values()];
}

/** The reference at an offset, otherwise those of the proposal there. */
export function issueReferencesAt(document: ProposalsDocument, offset: number): readonly Reference[] {
  const here = referenceAt(document, offset);
  return here && issueKeyOf(here) ? [here] : (proposalAt(document, offset)?.body.upstream ?? []);
}

/**
 * The issues of the active document and of all terms that are not over, without duplicates. `now` is in milliseconds
 * since 1970.
 */
export function issuesInWork(front: string | null, files: readonly KnownFile[], now: number): readonly IssueKey[] {
  const inWork = termsOf(files)
    .filter((term) => !isOver(term, now))
    .flatMap((term) => term.files);
  const all = [...files.filter(({ uri }) => uri === front), ...inWork].flatMap(({ proposals }) =>
    proposals.flatMap(({ uses }) => uses),
  );
  const keys = new Map<string, IssueKey>();
  for (const { owner, repo, number, kind } of all) {
    const key = { owner, repo, number, kind };
    if (!keys.has(issueName(key))) keys.set(issueName(key), key);
  }
  return [...keys.values()];
}

/** The state of an issue in one word. */
export function issueStateOf(key: IssueKey, answer: IssueAnswer): 'open' | 'closed' | 'moved' | 'missing' | 'unknown' {
  if (answer.is !== 'known') return answer.is;
  return issueName(answer.facts) === issueName(key) ? answer.facts.state : 'moved';
}

function issueTargetOf(reference: Reference, known: Known): IssueTarget | null {
  const key = issueKeyOf(reference);
  if (!key) return null;
  const name = `${key.owner}/${key.repo}#${key.number}`;
  const answer = known.issue(key);
  if (answer.is !== 'known') return { name, url: addressOf(reference), title: null, state: null };
  const { facts } = answer;
  return { name, url: facts.url, title: facts.title, state: stateOf(facts) };
}
