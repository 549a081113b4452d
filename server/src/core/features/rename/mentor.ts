import { isEmail, isGitHubHandle } from '../../facts/mentors';
import type { Proposal, ProposalsDocument } from '../../model/document';
import { Kind, tokensOf } from '../../model/mentor-token';
import type { Mentor } from '../../model/proposal';
import type { Edit } from '../../text/edit';
import { type Span, shift } from '../../text/span';
import { edited, isMadeAlike, type NewName, type Refused, type Renamed, refused } from './new-name';

/** The parts that identify a mentor across the workspace. */
export type PartName = 'handle' | 'email';

/** The new handle or e-mail, normalized from the user's input. A leading `@` is removed. */
export function newPart(is: PartName, written: string): NewName | Refused {
  const name = is === 'handle' ? written.trim().replace(/^[@＠]/, '') : written.trim();
  if (is === 'email') {
    return isEmail(name)
      ? { is: 'name', name }
      : refused(`"${name}" is not an e-mail address. Write one such as name@example.org.`);
  }
  return isGitHubHandle(name)
    ? { is: 'name', name }
    : refused(`"${name}" is not a GitHub handle. Use at most 39 letters, digits and single hyphens.`);
}

/** The edits that change a mentor's handle or e-mail in all proposals of the document, ignoring case. */
export function renamePart(
  document: ProposalsDocument,
  { is, text: from }: { readonly is: PartName; readonly text: string },
  to: string,
): Renamed | Refused {
  const edits = new Map<number, Edit>();
  for (const proposal of document.proposals) {
    const own = proposal.body.mentors.filter((mentor) => isCalled(mentor, is, from));
    if (own.length === 0) continue;
    if (own.some(({ span }) => span.end - span.start > LONGEST_ENTRY))
      return refused(
        `In "${proposal.body.title.text}" the entry is too long to be one person's: it has to be parted first.`,
      );
    const other = proposal.body.mentors.find((mentor) => isCalled(mentor, is, to));
    if (other && !equalsIgnoringCase(from, to)) {
      const written = is === 'handle' ? `@${to}` : to;
      return refused(`"${proposal.body.title.text}" already has ${written}. Remove one of the two entries first.`);
    }
    for (const mentor of own)
      for (const span of placesOf(proposal, mentor, is)) edits.set(span.start, { span, text: to });
  }
  const all = [...edits.values()];
  if (all.length === 0) return { is: 'renamed', edits: [], warning: null };
  const after = edited(document, all);
  const isRead = isMadeAlike(document, after) && isRenamed(document, after, { is, from, to });
  return isRead
    ? { is: 'renamed', edits: all, warning: null }
    : refused(`"${to}" would be read as something else than ${is === 'handle' ? 'a handle' : 'an e-mail'} here.`);
}

/** No profile address is longer. */
const LONGEST = 300;
/** Longer entries are not renamed, because we read only this many characters. */
const LONGEST_ENTRY = 2_000;

/**
 * All occurrences of a mentor's handle or e-mail in an entry, from the start of the document: where it is read, and in
 * the text or address of a surrounding or following link. Accounts on other sites and names do not count.
 */
export function placesOf({ body, section }: Proposal, mentor: Mentor, is: PartName): readonly Span[] {
  const part = mentor[is];
  if (!part) return [];
  const { text } = body;
  const lineEnd = text.indexOf('\n', mentor.span.end);
  // A link's address can follow the text that was read as the entry. One line can contain thousands of entries.
  const entry = {
    start: mentor.span.start,
    end: Math.min(lineEnd < 0 ? text.length : lineEnd, mentor.span.end + LONGEST, mentor.span.start + LONGEST_ENTRY),
  };
  const found = is === 'handle' ? accountsIn(text, entry, part.text) : addressesIn(text, entry, part.text);
  const spans = new Map([part.span, ...found].map((span) => [span.start, shift(span, section.start)]));
  return [...spans.values()].sort((a, b) => a.start - b.start);
}

/** The handle after `@` and in the address of its profile. */
function accountsIn(text: string, entry: Span, handle: string): readonly Span[] {
  const spans: Span[] = [];
  let elsewhere = false;
  for (const { kind, span, text: written, handle: linked } of tokensOf(text, entry)) {
    if (kind === Kind.Key) {
      elsewhere = /slack|linkedin|twitter/i.test(written);
      continue;
    }
    if (kind === Kind.Handle && equalsIgnoringCase(written, handle) && !elsewhere) spans.push(span);
    // The `@` is inside the link text or before the link.
    const isMarked = /[@＠]/.test(text.charAt(span.start - 1));
    const label = linked && equalsIgnoringCase(linked.text, handle) ? labelOf(written, isMarked) : undefined;
    if (label !== undefined && equalsIgnoringCase(label, handle)) {
      const start = span.start + 1 + written.length - label.length;
      spans.push({ start, end: start + label.length });
    }
    elsewhere = false;
  }
  const profile = new RegExp(`\\bgithub\\.com/@?(${literal(handle)})/?(?=$|[\\s()[\\]<>,;?#])`, 'dgi');
  return [...spans, ...matches(text, entry, profile)];
}

/** The handle in a link's text. Undefined if the text is a name. */
function labelOf(written: string, isMarked: boolean): string | undefined {
  return isMarked ? written : /^[@＠]\s?(.+)$/.exec(written)?.[1];
}

function addressesIn(text: string, entry: Span, email: string): readonly Span[] {
  return matches(text, entry, new RegExp(`(?<![\\w.+%-])(${literal(email)})(?![\\w-]|\\.\\w)`, 'dgi'));
}

/** Ranges of a pattern's first group inside a span. */
function matches(text: string, { start, end }: Span, pattern: RegExp): readonly Span[] {
  return [...text.slice(start, end).matchAll(pattern)].flatMap(({ indices }) => {
    const [from, to] = indices?.[1] ?? [];
    return from === undefined || to === undefined ? [] : [{ start: start + from, end: start + to }];
  });
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

/** Whether exactly the people with the old name now have the new one. */
function isRenamed(
  before: ProposalsDocument,
  after: ProposalsDocument,
  { is, from, to }: { readonly is: PartName; readonly from: string; readonly to: string },
): boolean {
  const other = is === 'handle' ? 'email' : 'handle';
  return before.proposals.every(({ body }, i) =>
    body.mentors.every((mentor, j) => {
      const now = after.proposals[i]?.body.mentors[j];
      if (!now || mentor[other]?.text !== now[other]?.text) return false;
      return now[is]?.text === (isCalled(mentor, is, from) ? to : mentor[is]?.text);
    }),
  );
}

function isCalled(mentor: Mentor, is: PartName, name: string): boolean {
  const part = mentor[is];
  return part !== null && equalsIgnoringCase(part.text, name);
}

function equalsIgnoringCase(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
