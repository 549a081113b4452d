import { valuesOf, withParts } from '../../edits/mentor-entry';
import { isEmail, isGitHubHandle } from '../../facts/mentors';
import { lettersApart } from '../../facts/slips';
import { termKey, termLabel } from '../../facts/terms';
import { wordKey } from '../../facts/words';
import { knownFileOf } from '../../known/file';
import type { Known, KnownMentor } from '../../known/known';
import { Mentions, type Said } from '../../known/mentions';
import type { DocumentContext, DocumentRule, Related, Report } from '../../linter/rule';
import { type Proposal, type ProposalsDocument, readDocument } from '../../model/document';
import { calledMentor } from '../../model/people';
import type { Mentor } from '../../model/proposal';
import { type Part, shift } from '../../text/span';

export const mentorConflict: DocumentRule = {
  id: 'mentor-conflict',
  scope: 'document',
  outside: true,
  summary: 'A mentor has the same name, handle and address in all proposals.',
  why: 'If they differ, one of them is usually a mistake, and the invitation goes to the wrong person or to nobody.',
  source: 'The other proposals in the workspace',
  severity: 'information',
  examples: [
    {
      bad: '### Jaeger\n\n#### Faster queries\n\n- Mentor(s):\n  - Ada Example (@ada-exampel, ada@example.org)\n',
      good: '### Jaeger\n\n#### Faster queries\n\n- Mentor(s):\n  - Ada Example (@ada-example, ada@example.org)\n',
      known: knowing(
        'programs/lfx-mentorship/2024/03-Sep-Nov/README.md',
        '### Jaeger\n\n#### Smaller index\n\n- Mentor(s):\n  - Ada Example (@ada-example, ada@example.org)\n',
      ),
    },
  ],
  *check(context) {
    for (const conflict of conflictsIn(context)) yield reportOf(conflict, context.document);
  },
  *help({ span }, context) {
    const found = conflictsIn(context).find(
      ({ part, proposal }) => part.span.start + proposal.section.start === span.start,
    );
    if (!found) return;
    const { key, mentor, others, proposal } = found;
    for (const value of valuesOf(others, key)) {
      const edit = withParts(proposal.body, mentor, { [key]: value });
      if (edit)
        yield {
          title: `Change to "${key === 'handle' ? '@' : ''}${value}"`,
          kind: 'choice',
          preferred: true,
          caret: null,
          edits: [{ ...edit, span: shift(edit.span, proposal.section.start) }],
        };
    }
  },
};

/** A part of an entry that differs in other proposals. */
interface Conflict {
  readonly key: Said;
  readonly part: Part;
  readonly mentor: Mentor;
  readonly proposal: Proposal;
  /** The entries of the newest term with the other value. */
  readonly others: readonly KnownMentor[];
}

/** Cached by context, because users can ask for help with a thousand findings at once. */
const remembered = new WeakMap<DocumentContext, readonly Conflict[]>();

function conflictsIn(context: DocumentContext): readonly Conflict[] {
  const found = remembered.get(context) ?? conflictsOf(context);
  remembered.set(context, found);
  return found;
}

/**
 * Five times the proposals of any handwritten file. A longer file is compared only with other files, because comparing
 * it with itself takes a millisecond per 200 KB at every keystroke.
 */
const MOST = 600;

function conflictsOf({ document, known }: DocumentContext): readonly Conflict[] {
  const own: ReturnType<typeof ownPeople> = document.proposals.length > MOST ? new Map() : ownPeople(document);
  if (!known.hasOthers() && own.size === 0) return [];
  const term = termKey(document.term);
  const found: Conflict[] = [];
  /** Mentors whose handle occurs nowhere else, by name. We look for slips only in these handles. */
  const newcomers = new Map<string, Entry[]>();
  const outside = (people: readonly KnownMentor[]) =>
    people.filter(({ proposal }) => proposal.file.path !== document.path);
  // Cached, because one person can be named a thousand times.
  const byHandle = remembering((handle) =>
    mentions([...outside(known.mentorsByHandle(handle)), ...(own.get(handle) ?? [])], term),
  );
  const byEmail = remembering((email) => mentions(outside(known.mentorsByEmail(email)), term));
  for (const proposal of document.proposals) {
    const titleKey = wordKey(proposal.body.title.text);
    for (const mentor of proposal.body.mentors) {
      const { name, handle, email } = mentor;
      const entry = { mentor, proposal, term, titleKey };
      const sameHandle = handle ? byHandle(handle.text.toLowerCase()) : nobody;
      const sameEmail = email ? byEmail(email.text.toLowerCase()) : nobody;
      if (sameHandle.areCopies(titleKey) && sameEmail.areCopies(titleKey)) {
        const same = name && handle ? newcomers.get(name.text) : undefined;
        // More mentors with one name are not the same person, so comparing them is a waste of time.
        if (same && same.length < 8) same.push(entry);
        else if (name && handle && !same) newcomers.set(name.text, [entry]);
        continue;
      }
      const conflict = conflictOf(entry, sameHandle, sameEmail);
      if (conflict) found.push(conflict);
    }
  }
  const named = remembering((name) => byName(outside(known.mentorsByName(name))));
  found.push(...slipsOf(newcomers, (name) => named(name.toLowerCase()).get(name) ?? []));
  return found;
}

/** Calls `ask` once per key. */
function remembering<T>(ask: (key: string) => T): (key: string) => T {
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
  const twofold = new Map<string, KnownMentor[]>();
  for (const { body } of document.proposals) {
    for (const mentor of body.mentors) {
      const handle = mentor.handle?.text.toLowerCase();
      if (handle === undefined) continue;
      const other = first.get(handle);
      if (!other) first.set(handle, mentor);
      else if (differs(other, mentor)) twofold.set(handle, []);
    }
  }
  if (twofold.size === 0) return twofold;
  for (const { mentors } of knownFileOf('', document)?.proposals ?? []) {
    for (const mentor of mentors) twofold.get(mentor.handle?.toLowerCase() ?? '')?.push(mentor);
  }
  return twofold;
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
): Conflict | null {
  const handle = mentor.handle && isGitHubHandle(mentor.handle.text) ? mentor.handle : null;
  const email = mentor.email && isEmail(mentor.email.text) ? mentor.email : null;
  if (handle && !byEmail.isEmpty) {
    const others = byEmail.against('handle', handle.text, titleKey);
    if (others) return { key: 'handle', part: handle, mentor, proposal, others };
  }
  if (email && !byHandle.isEmpty) {
    const others = byHandle.against('email', email.text, titleKey);
    if (others && (isRecent(others, term) || isNear(email.text, others[0]?.email ?? '')))
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
  return Number(termKey.split('-')[0]);
}

/** Handles that differ by one letter from another handle of the same name. */
function slipsOf(
  newcomers: ReadonlyMap<string, readonly Entry[]>,
  named: (name: string) => readonly KnownMentor[],
): Conflict[] {
  const near = new Map<Entry, KnownMentor[]>();
  for (const [name, entries] of newcomers) {
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

function isNear(a: string, b: string): boolean {
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

function reportOf({ key, part, others, mentor, proposal }: Conflict, { path }: ProposalsDocument): Report {
  const [other] = others;
  const value = other?.[key] ?? '';
  const where = other && other.proposal.file.path !== path ? placeOf(other) : 'in another proposal here';
  const handle = `@${mentor.handle?.text}`;
  const message =
    key === 'email'
      ? `Check the e-mail: ${handle} has ${value} ${where}.`
      : key === 'handle'
        ? `Check the handle: ${calledMentor(mentor)} has @${value} ${where}.`
        : `Check the name: ${handle} is ${value} ${where}.`;
  const related = others.slice(0, 3).map(
    (each): Related => ({
      uri: each.proposal.file.path === path ? null : each.proposal.file.uri,
      span: each.span,
      message: `${key === 'handle' ? '@' : ''}${each[key]}, in "${each.proposal.title}".`,
    }),
  );
  // People change their address with their employer, so only a similar address is likely to be a typo.
  const changed = key === 'email' && !isNear(part.text, value);
  return {
    span: shift(part.span, proposal.section.start),
    message,
    related,
    ...(changed ? { severity: 'hint' as const } : {}),
  };
}

/** "in 2024 Term 3". */
function placeOf({ proposal: { file, title } }: KnownMentor): string {
  const label = file.term?.year ? termLabel({ ...file.term, name: null }) : null;
  return label === null ? `in "${title}"` : `in ${label}`;
}

/** For the example: a workspace with one other file. */
function knowing(path: string, text: string): Partial<Known> {
  const mentors = (knownFileOf(`file:///${path}`, readDocument(text, path))?.proposals ?? []).flatMap(
    (proposal) => proposal.mentors,
  );
  const by = (said: Said) => (value: string) =>
    mentors.filter((mentor) => mentor[said]?.toLowerCase() === value.toLowerCase());
  return {
    hasOthers: () => true,
    mentors: () => mentors,
    mentorsByName: by('name'),
    mentorsByHandle: by('handle'),
    mentorsByEmail: by('email'),
  };
}
