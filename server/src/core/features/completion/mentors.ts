import { type AskedParts, askedParts, entryText } from '../../edits/mentor-entry';
import { termLabel } from '../../facts/terms';
import { lfidOf } from '../../known/accounts';
import type { Known, Person } from '../../known/known';
import { withoutMentions } from '../../known/people';
import type { Mentor } from '../../model/proposal';
import { formOfDocument } from '../../submission/form-of-document';
import { overlaps, shift, touches } from '../../text/span';
import { searchable } from '../symbols/fuzzy';
import type { Caret } from './caret';
import { type Entry, entriesAt } from './entry';
import { beginsWord, containsLetters, wordAt } from './match';
import type { CompletionMemory, PersonKey } from './memory';
import { MOST, type Offer } from './offer';

/**
 * Complete entries for the mentors field at the caret: mentors of the project first, then by latest term, then by
 * number of proposals.
 */
export function mentorOffers(caret: Caret, known: Known, memory: CompletionMemory): readonly Offer[] {
  const asked = askedParts(caret.document);
  for (const entry of entriesAt(caret)) {
    const offers = offersFor(entry, caret, known, memory, asked);
    if (offers.length > 0) return offers;
  }
  return [];
}

/** Key of a mentor: the handle, or else the address, or else the name, in lower case. */
export function personTopic({ handle, emails, names }: Person): string {
  return (handle ?? emails[0] ?? names[0] ?? '').toLowerCase();
}

interface Candidate {
  readonly person: Person;
  readonly key: PersonKey;
  /** Whether the typed text starts one of their words. Otherwise only its letters occur in order. */
  readonly isWord: boolean;
  readonly isHere: boolean;
}

function offersFor(entry: Entry, caret: Caret, known: Known, memory: CompletionMemory, asked: AskedParts): Offer[] {
  const { body, section, at } = caret;
  const typed = body.text.slice(entry.span.start, at);
  const words = searchable(typed)
    .split(between)
    .filter((word) => word !== '');
  const isOther = unlistedIn(caret, entry, memory);
  const team = teamOf(caret, known);
  const isByForm = formOfDocument(caret.document, known.form()) !== null;
  const candidates: Candidate[] = [];
  for (const each of known.people()) {
    const person = isOther(each);
    if (!person || (person.handle === null && person.emails.length === 0)) continue;
    const key = memory.keyOf(person);
    const isWord = words.every((word) => beginsWord(key.text, word));
    if (!isWord && !(words.length === 1 && words[0] && containsLetters(key.text, words[0]))) continue;
    candidates.push({ person, key, isWord, isHere: isIn(team, key) });
  }
  // Use scattered-letter matches only if no word starts with the typed text.
  const found = candidates.some(({ isWord }) => isWord) ? candidates.filter(({ isWord }) => isWord) : candidates;
  const best = found.sort(byUse).slice(0, MOST + 1);
  return best.map(({ person }): Offer => {
    const { names, handle, emails, mentions } = person;
    const name = names[0] ?? null;
    const [newest] = mentions;
    const email = asked.email || handle === null ? (emails[0] ?? null) : null;
    const lfid = isByForm ? lfidOf({ handle, email: emails[0] ?? null }, known) : null;
    const text = entryText(name, handle, email, lfid);
    return {
      kind: 'mentor',
      label: labelOf(name, handle, emails[0] ?? ''),
      detail: newest ? placeOf(newest.proposal) : null,
      filterText: filterText(typed, person, words.at(-1) ?? ''),
      edit: { span: shift(entry.span, section.start), text: entry.lead + text },
      pieces: null,
      topic: { is: 'mentor', key: personTopic(person) },
    };
  });
}

function labelOf(name: string | null, handle: string | null, email: string): string {
  if (handle === null) return name ?? email;
  return name === null ? `@${handle}` : `${name} (@${handle})`;
}

/**
 * Keys of people who mentored in the caret's project, except in this proposal: handles and addresses, or names of
 * people without either.
 */
function teamOf({ project, section, body, document }: Caret, known: Known): ReadonlySet<string> {
  const team = new Set<string>();
  if (!project) return team;
  const own = section.start + body.title.span.start;
  for (const { file, span, mentors } of known.proposals(project.key)) {
    if (file.path === document.path && span.start === own) continue;
    for (const { handle, email, name } of mentors) team.add((handle ?? email ?? name ?? '').toLowerCase());
  }
  return team;
}

/** "Jaeger, 2025 Term 3 (Sep-Nov)" */
function placeOf({ project, file }: Person['mentions'][number]['proposal']): string | null {
  const parts = [project?.name, file.term && termLabel(file.term)].filter((part) => typeof part === 'string');
  return parts.length > 0 ? parts.join(', ') : null;
}

function byUse(a: Candidate, b: Candidate): number {
  if (a.isHere !== b.isHere) return a.isHere ? -1 : 1;
  const [whole, other] = [isWhole(a.person), isWhole(b.person)];
  if (whole !== other) return whole ? -1 : 1;
  if (a.key.term !== b.key.term) return a.key.term < b.key.term ? 1 : -1;
  return b.person.mentions.length - a.person.mentions.length || (a.key.text < b.key.text ? -1 : 1);
}

function isWhole({ names, handle }: Person): boolean {
  return names.length > 0 && handle !== null;
}

/**
 * Returns a test for people who are not yet listed in the proposal. The entry at the caret is ignored, because it is
 * incomplete.
 */
function unlistedIn(
  { body, section, document }: Caret,
  { span }: Entry,
  memory: CompletionMemory,
): (person: Person) => Person | null {
  const isHere = (mentor: Mentor) => overlaps(mentor.span, span) || touches(span, mentor.span.start);
  const here = body.mentors.filter(isHere);
  const listed = keysOf(body.mentors.filter((mentor) => !isHere(mentor)));
  const written = keysOf(here);
  const own = shift(span, section.start);
  return (person) => {
    const key = memory.keyOf(person);
    if (isIn(listed, key)) return null;
    if (!isIn(written, key)) return person;
    return withoutMentions(
      person,
      (mention) => mention.proposal.file.path === document.path && overlaps(mention.span, own),
    );
  };
}

/** Handles and addresses, or names of people without either. */
function keysOf(mentors: readonly Mentor[]): ReadonlySet<string> {
  return new Set(
    mentors.flatMap(({ handle, email, name }) => {
      const sure = [handle, email].flatMap((part) => (part ? [part.text.toLowerCase()] : []));
      return sure.length === 0 && name ? [name.text.toLowerCase()] : sure;
    }),
  );
}

function isIn(keys: ReadonlySet<string>, { parts }: PersonKey): boolean {
  return keys.size > 0 && parts.some((part) => keys.has(part));
}

/** The client filters again while the user types, so the filter text must start with the typed text. */
function filterText(typed: string, { names, handle, emails }: Person, last: string): string {
  const name = names[0] ?? '';
  const [at, email] = [handle === null ? '' : `@${handle}`, emails[0] ?? ''];
  const entry = entryText(names[0] ?? null, handle, emails[0] ?? null);
  const start = typed.toLowerCase();
  const begun = [entry, `${at} ${name} ${email}`, `${handle} ${name} ${email}`, `${email} ${name} ${at}`].find((each) =>
    each.toLowerCase().startsWith(start),
  );
  if (begun !== undefined) return begun;
  const all = [...names, at, ...emails].join(' ');
  const head = typed.slice(0, typed.length - (typed.split(between).at(-1)?.length ?? 0));
  const key = searchable(all);
  const word = head === typed ? -1 : wordAt(key, last);
  if (word < 0) return `${head}${all}`;
  // Normalizing can change the length or drop accents. In that case we use the normalized text.
  const tail = typed.slice(head.length);
  const rest = [all, key]
    .map((text) => text.slice(word))
    .find((text) => text.toLowerCase().startsWith(tail.toLowerCase()));
  return `${head}${rest ?? tail} ${all}`;
}

/** Separators between the parts of an entry. */
const between = /[\s,()[\]<>*，（）]+/;
