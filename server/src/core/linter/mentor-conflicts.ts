import { isEmail, isGitHubHandle } from '../facts/mentors';
import { isSampleName } from '../facts/placeholders';
import { lettersApart } from '../facts/slips';
import { parseSortKey, termSortKey } from '../facts/terms';
import { wordKey } from '../facts/words';
import { knownFileOf } from '../known/file';
import type { KnownMentor } from '../known/known';
import { Mentions, type Said } from '../known/mentions';
import type { Proposal, ProposalsDocument } from '../model/document';
import type { Mentor } from '../model/proposal';
import type { Part } from '../text/span';
import type { DocumentContext } from './rule';

/** A part of an entry that differs in other proposals. */
export interface MentorConflict {
  readonly key: Said;
  readonly part: Part;
  readonly mentor: Mentor;
  readonly proposal: Proposal;
  /** The entries of the newest term with the other value. */
  readonly others: readonly KnownMentor[];
}

/** Cached by context, because users can ask for help with a thousand findings at once. */
const cache = new WeakMap<DocumentContext, readonly MentorConflict[]>();

/** The entries of a document that contradict other proposals. */
export function mentorConflictsIn(context: DocumentContext): readonly MentorConflict[] {
  const found = cache.get(context) ?? conflictsOf(context);
  cache.set(context, found);
  return found;
}

/**
 * Five times the proposals of any handwritten file. A longer file is compared only with other files, because comparing
 * it with itself takes a millisecond per 200 KB at every keystroke.
 */
const MAX_SELF_COMPARED = 600;

function conflictsOf({ document, known }: DocumentContext): readonly MentorConflict[] {
  const own: ReturnType<typeof ownPeople> =
    document.proposals.length > MAX_SELF_COMPARED ? new Map() : ownPeople(document);
  if (!known.hasOthers() && own.size === 0) return [];
  const term = termSortKey(document.term);
  const found: MentorConflict[] = [];
  /** Mentors whose handle occurs nowhere else, by name. We look for slips only in these handles. */
  const newHandles = new Map<string, Entry[]>();
  const outside = (people: readonly KnownMentor[]) =>
    people.filter(({ proposal }) => proposal.file.path !== document.path);
  // Cached, because one person can be named a thousand times.
  const byHandle = memoized((handle) =>
    mentions([...outside(known.mentorsByHandle(handle)), ...(own.get(handle) ?? [])], term),
  );
  const byEmail = memoized((email) => mentions(outside(known.mentorsByEmail(email)), term));
  for (const proposal of document.proposals) {
    const titleKey = wordKey(proposal.body.title.text);
    for (const mentor of proposal.body.mentors) {
      const { name, handle, email } = mentor;
      // The rule "placeholder" reports it.
      if (name && isSampleName(name.text, handle?.text ?? null)) continue;
      const entry = { mentor, proposal, term, titleKey };
      const sameHandle = handle ? byHandle(handle.text.toLowerCase()) : nobody;
      const sameEmail = email ? byEmail(email.text.toLowerCase()) : nobody;
      if (sameHandle.areCopies(titleKey) && sameEmail.areCopies(titleKey)) {
        const same = name && handle ? newHandles.get(name.text) : undefined;
        // More mentors with one name are not the same person, so comparing them is a waste of time.
        if (same && same.length < 8) same.push(entry);
        else if (name && handle && !same) newHandles.set(name.text, [entry]);
        continue;
      }
      const conflict = conflictOf(entry, sameHandle, sameEmail);
      if (conflict) found.push(conflict);
    }
  }
  const named = memoized((name) => byName(outside(known.mentorsByName(name))));
  found.push(...typosOf(newHandles, (name) => named(name.toLowerCase()).get(name) ?? []));
  return found;
}

/** Calls `ask` once per key. */
function memoized<T>(ask: (key: string) => T): (key: string) => T {
  const answers = new Map<string, T>();
  return (key) => {
    const answer = answers.has(key) ? (answers.get(key) as T) : ask(key);
    answers.set(key, answer);
    return answer;
  };
}

/** Names are case-sensitive here. */
function byName(people: readonly KnownMentor[]): ReadonlyMap<string, readonly KnownMentor[]> {
  const named = new Map<string, KnownMentor[]>();
  for (const each of people) {
    const same = named.get(each.name ?? '');
    if (same) same.push(each);
    else named.set(each.name ?? '', [each]);
  }
  return named;
}

const nobody = new Mentions([], '');

function mentions(people: readonly KnownMentor[], term: string): Mentions {
  return people.length === 0 ? nobody : new Mentions(people, term);
}

/**
 * Mentors of the document whose handle occurs with several names or e-mails, by handle in lower case. Usually there are
 * none, so we look for differences first and build the entries only if needed.
 */
function ownPeople(document: ProposalsDocument): ReadonlyMap<string, readonly KnownMentor[]> {
  const first = new Map<string, Mentor>();
  const ambiguous = new Map<string, KnownMentor[]>();
  for (const { body } of document.proposals) {
    for (const mentor of body.mentors) {
      const handle = mentor.handle?.text.toLowerCase();
      if (handle === undefined) continue;
      const other = first.get(handle);
      if (!other) first.set(handle, mentor);
      else if (differs(other, mentor)) ambiguous.set(handle, []);
    }
  }
  if (ambiguous.size === 0) return ambiguous;
  const isNamed = ({ handle }: Mentor) => handle !== null && ambiguous.has(handle.text.toLowerCase());
  // Only some people are ambiguous, and they are only in some proposals.
  const proposals = document.proposals.filter(({ body }) => body.mentors.some(isNamed));
  for (const { mentors } of knownFileOf('', { ...document, proposals })?.proposals ?? []) {
    for (const mentor of mentors) ambiguous.get(mentor.handle?.toLowerCase() ?? '')?.push(mentor);
  }
  return ambiguous;
}

function differs(a: Mentor, b: Mentor): boolean {
  return (['name', 'email'] as const).some((key) => a[key] !== null && b[key] !== null && a[key].text !== b[key].text);
}

interface Entry {
  readonly mentor: Mentor;
  readonly proposal: Proposal;
  /** The key of the document's term. */
  readonly term: string;
  /** The title, normalized for comparison. */
  readonly titleKey: string;
}

function conflictOf(
  { mentor, proposal, term, titleKey }: Entry,
  byHandle: Mentions,
  byEmail: Mentions,
): MentorConflict | null {
  const handle = mentor.handle && isGitHubHandle(mentor.handle.text) ? mentor.handle : null;
  const email = mentor.email && isEmail(mentor.email.text) ? mentor.email : null;
  if (handle && !byEmail.isEmpty) {
    const others = byEmail.against('handle', handle.text, titleKey);
    if (others) return { key: 'handle', part: handle, mentor, proposal, others };
  }
  if (email && !byHandle.isEmpty) {
    const others = byHandle.against('email', email.text, titleKey);
    if (others && (isRecent(others, term) || isSimilarAddress(email.text, others[0]?.email ?? '')))
      return { key: 'email', part: email, mentor, proposal, others };
  }
  const { name } = mentor;
  const others = name && byHandle.against('name', name.text, titleKey);
  if (name && others?.every((other) => isAnotherName(name.text, other.name ?? '')))
    return { key: 'name', part: name, mentor, proposal, others };
  return null;
}

/** The drafts and the README of a term contain the same proposal, so they cannot contradict each other. */
function isOwn(other: KnownMentor, { term, titleKey }: Entry): boolean {
  return termKeyOf(other) === term && wordKey(other.proposal.title) === titleKey;
}

/** People change their address with their employer, so only addresses from the last year are expected to match. */
function isRecent([other]: readonly KnownMentor[], term: string): boolean {
  return term === '' || (other !== undefined && yearOf(termKeyOf(other)) >= yearOf(term) - 1);
}

function termKeyOf({ proposal }: KnownMentor): string {
  return proposal.file.termKey;
}

function yearOf(termKey: string): number {
  return parseSortKey(termKey)?.year ?? 0;
}

/** Handles that differ by one letter from another handle of the same name. */
function typosOf(
  newHandles: ReadonlyMap<string, readonly Entry[]>,
  named: (name: string) => readonly KnownMentor[],
): MentorConflict[] {
  const near = new Map<Entry, KnownMentor[]>();
  for (const [name, entries] of newHandles) {
    const others = named(name);
    for (const [entry, other] of entries.flatMap((entry) => others.map((other) => [entry, other] as const))) {
      const own = entry.mentor.handle?.text ?? '';
      if (other.handle === null || Math.abs(other.handle.length - own.length) > 1) continue;
      if (lettersApart(other.handle, own) !== 1 || isOwn(other, entry)) continue;
      const found = near.get(entry);
      if (found) found.push(other);
      else near.set(entry, [other]);
    }
  }
  return [...near].flatMap(([{ mentor, proposal }, others]) =>
    mentor.handle ? [{ key: 'handle' as const, part: mentor.handle, mentor, proposal, others }] : [],
  );
}

/** Whether two addresses are similar enough to be a typo of each other. */
export function isSimilarAddress(a: string, b: string): boolean {
  return lettersApart(a, b) <= 3;
}

/**
 * Two names without a common word. "Bo" and "Bob Sample" do not contradict each other, and neither do a name and a
 * handle.
 */
function isAnotherName(a: string, b: string): boolean {
  const words = (name: string) =>
    name
      .normalize('NFD')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const [own, others] = [words(a), words(b)];
  if (own.length < 2 || others.length < 2) return false;
  return !own.some((word) => others.some((other) => word.startsWith(other) || other.startsWith(word)));
}
