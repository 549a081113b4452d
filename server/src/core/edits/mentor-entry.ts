import { isEmail, isGitHubHandle } from '../facts/mentors';
import { termLabel } from '../facts/terms';
import { type KnownMentor, newestFirst } from '../known/known';
import type { Page } from '../linter/rule';
import { mentorsIn } from '../model/mentor';
import { type Field, fieldOf, type Mentor, type ProposalBody } from '../model/proposal';
import type { Edit } from '../text/edit';
import type { Span } from '../text/span';
import { tailStart } from '../text/tail';

/** The parts of a mentor entry that a page requires. */
export interface AskedParts {
  readonly name: boolean;
  readonly email: boolean;
  /** Whether an entry must look like `Name (@handle, email)`. */
  readonly shape: boolean;
  /** Whether each entry needs its own line. */
  readonly listed: boolean;
}

/**
 * The parts that the template shows. If it shows none, what the program required in that year: until 2022 only a
 * handle, and until the second term of 2023 all mentors were on one line.
 */
export function askedParts({ template, term, program }: Page): AskedParts {
  if (!program.demands.has('mentors')) return { name: false, email: false, shape: false, listed: false };
  const year = term?.year ?? Number.POSITIVE_INFINITY;
  if (year < 2023) return { name: false, email: false, shape: false, listed: false };
  const field = template.fields.find(({ id }) => id === 'mentors');
  const shown = `${field?.hint ?? ''}\n${field?.body ?? ''}`;
  if (template.source === 'facts' || !/\S/.test(shown))
    return {
      name: true,
      email: true,
      shape: true,
      listed: template.source === 'facts' && (year > 2023 || (term?.number ?? 0) > 2),
    };
  return {
    name: true,
    email: /\S@\S|e-?mail/i.test(shown.replace(/\(@/g, '(')),
    shape: /\(@/.test(shown),
    listed: /^\s*[-*+]\s/.test(field?.body ?? ''),
  };
}

/** `Name (@handle, email, LFID: user)`, without missing parts. */
export function entryText(
  name: string | null,
  handle: string | null,
  email: string | null,
  lfid: string | null = null,
): string {
  const parts = [handle === null ? null : `@${handle}`, email, lfid === null ? null : `LFID: ${lfid}`];
  const facts = parts.filter((part) => part !== null).join(', ');
  if (name === null) return facts;
  return facts === '' ? name : `${name} (${facts})`;
}

/** The parts of an entry, as text. */
export type PartTexts = { readonly [part in 'name' | 'handle' | 'email' | 'lfid']: string | null };

export function partTexts({ name, handle, email, lfid }: Mentor): PartTexts {
  return {
    name: name?.text ?? null,
    handle: handle?.text ?? null,
    email: email?.text ?? null,
    lfid: lfid?.text ?? null,
  };
}

/** Whether each part that we can check is well-formed and no required part is missing. */
export function isSound({ name, handle, email }: Mentor, asked: AskedParts): boolean {
  return (
    (name !== null || !asked.name) &&
    handle !== null &&
    isGitHubHandle(handle.text) &&
    (email === null ? !asked.email : isEmail(email.text))
  );
}

/**
 * Whether an entry may be half of a name such as "Example, Ada (@ada)": a single word before a comma, then a single
 * word with the other parts. We cannot know where the parts of such a name belong, so we report nothing.
 */
export function isHalfName({ text, mentors }: ProposalBody, index: number): boolean {
  const isOneWord = (mentor: Mentor | undefined): boolean => /^[^\s@]+$/.test(mentor?.name?.text ?? '');
  const joins = (first: Mentor | undefined, second: Mentor | undefined): boolean =>
    first !== undefined &&
    second !== undefined &&
    isOneWord(first) &&
    isOneWord(second) &&
    first.handle === null &&
    first.email === null &&
    /^,[ \t]*$/.test(text.slice(first.span.end, second.span.start));
  return joins(mentors[index], mentors[index + 1]) || joins(mentors[index - 1], mentors[index]);
}

/** Words that only announce a handle or an address. */
const keyWord = /\b(?:github|git|gh|e-?mail|mail|handle|lfid)(?:\s+(?:id|handle|username))?\s*[:：]/giu;

/**
 * Whether an entry contains only its parts, so that rewriting it loses nothing. Brackets, separators, links to the same
 * account and words like "GitHub:" carry no information.
 */
export function isOnlyParts(text: string, mentor: Mentor): boolean {
  if (closesBehindWords(text, mentor)) return false;
  const { span, name, handle, email, lfid, role } = mentor;
  const parts = [name, handle, email, lfid].filter((part) => part !== null).sort((a, b) => a.span.start - b.span.start);
  let rest = '';
  let at = span.start;
  for (const part of parts) {
    rest += `${text.slice(at, Math.max(at, part.span.start))} `;
    at = Math.max(at, part.span.end);
  }
  rest += text.slice(at, Math.max(at, span.end));
  const own = handle?.text.toLowerCase();
  const bare = rest
    .replace(/(?:https?:\/\/)?(?:www\.)?github\.com\/@?([\w.-]*)\/?/gi, (all, account: string) =>
      account === '' || account.toLowerCase() === own ? '' : all,
    )
    .replace(/mailto:([^\s)>]*)/gi, (all, address: string) =>
      address === '' || address.toLowerCase() === email?.text.toLowerCase() ? '' : all,
    )
    .replace(/@([\w-]+)/g, (all, account: string) => (account.toLowerCase() === own ? '' : all))
    .replace(keyWord, '')
    .replace(role === null ? '' : `(${role})`, '');
  return !/[^\s()[\]{}（）【】<>@＠,;，；、:：.*_`"\\+|/-]/u.test(bare);
}

/** Whether a bracket that opens in an entry closes behind other words: "Ada Example (@ada, who wrote it)". */
function closesBehindWords(text: string, mentor: Mentor): boolean {
  const span = markedSpan(text, mentor);
  const inside = text.slice(span.start, span.end);
  if ((inside.match(/[(（]/g)?.length ?? 0) <= (inside.match(/[)）]/g)?.length ?? 0)) return false;
  return /^[^()（）\n]{0,300}[\p{L}\p{N}][^()（）\n]{0,300}[)）]/u.test(text.slice(span.end, span.end + 700));
}

/** The line where `span` starts, without its line ending. */
export function lineOf(text: string, span: Span): Span {
  const start = text.lastIndexOf('\n', span.start - 1) + 1;
  const feed = text.indexOf('\n', span.start);
  const end = feed < 0 ? text.length : feed;
  return { start, end: end > start && text.charCodeAt(end - 1) === 0x0d ? end - 1 : end };
}

/** Mentors grouped by line, in order. */
export function mentorLines({ text, mentors }: ProposalBody): { line: Span; mentors: Mentor[] }[] {
  const lines: { line: Span; mentors: Mentor[] }[] = [];
  for (const mentor of mentors) {
    const line = lineOf(text, mentor.span);
    const last = lines.at(-1);
    if (last?.line.start === line.start) last.mentors.push(mentor);
    else lines.push({ line, mentors: [mentor] });
  }
  return lines;
}

/** The mentors field that contains an entry. Null if the entry is elsewhere. */
export function fieldAround(body: ProposalBody, { span }: Mentor): Field | null {
  const own = body.fields.find((field) => field.span.start <= span.start && span.end <= field.span.end);
  return own?.id === 'mentors' ? own : null;
}

/** Where to report a finding about all mentors: at their label, otherwise at the heading. */
export function mentorsPlace(body: ProposalBody): Span {
  return fieldOf(body, 'mentors')?.label?.span ?? body.title.span;
}

/** What another entry says, and where: "in 2024 Term 3", otherwise "in" the title of its proposal. */
export interface OtherValue {
  readonly value: string;
  readonly where: string;
}

/** The values of a part in other entries, newest term first, without duplicates (ignoring case). */
export function valuesOf(
  known: readonly KnownMentor[],
  part: 'name' | 'handle' | 'email',
  most = 3,
): readonly OtherValue[] {
  const values = new Map<string, OtherValue>();
  for (const mentor of [...known].sort((a, b) => newestFirst(a.proposal.file, b.proposal.file))) {
    const value = mentor[part];
    const key = value?.toLowerCase() ?? '';
    if (value !== null && !values.has(key)) values.set(key, { value, where: placeOf(mentor) });
  }
  return [...values.values()].slice(0, most);
}

/** "in 2024 Term 3", otherwise "in" the title of the proposal. */
export function placeOf({ proposal: { file, title } }: KnownMentor): string {
  const label = file.term?.year ? termLabel({ ...file.term, name: null }) : null;
  return label === null ? `in "${title}"` : `in ${label}`;
}

/** The new parts of an entry. A missing part stays as it is. */
export type NewParts = Partial<Record<'name' | 'handle' | 'email' | 'lfid', string>>;

/**
 * The edit that writes `parts` into an entry and keeps the rest. Null if something would be lost. Offsets count from
 * the start of the proposal.
 */
export function withParts({ text }: ProposalBody, mentor: Mentor, parts: NewParts): Edit | null {
  const wanted = { ...partTexts(mentor), ...parts };
  const entry = entryText(wanted.name, wanted.handle, wanted.email, wanted.lfid);
  const whole = entry + roleBehind(text, mentor);
  if (isOnlyParts(text, mentor) && readsAs(entry, wanted)) {
    const span = markedSpan(text, mentor);
    // Text that follows without a space would be read as part of the entry.
    if (/^(?:$|[\s,;，；])/.test(text.slice(span.end, span.end + 1))) return { span, text: whole };
  }
  const [key, value] = Object.entries(parts)[0] ?? [];
  const isPart = key === 'name' || key === 'handle' || key === 'email' || key === 'lfid';
  const written = isPart ? mentor[key] : null;
  return written && value !== undefined ? { span: written.span, text: value } : null;
}

/** The role to append to a rewritten entry, because the old entry contained it in brackets. */
export function roleBehind(text: string, { span, role }: Mentor): string {
  return role !== null && text.slice(span.start, span.end).includes(`(${role})`) ? ` - ${role}` : '';
}

/** The entry with the marks around it: `@`, brackets, the target of a mail link. */
export function markedSpan(text: string, { span, email }: Mentor): Span {
  const around = text.slice(Math.max(0, span.start - 4), span.start);
  const before = around.length - tailStart(around, /[@＠([{<"'`]/);
  const match = /^[>\]]?(?:\(mailto:([^()\s]*)\))?[ \t]*[)）\]]*/i.exec(text.slice(span.end, span.end + 300));
  const same = match?.[1] === undefined || match[1].toLowerCase() === email?.text.toLowerCase();
  return { start: span.start - before, end: span.end + (same ? (match?.[0].trimEnd().length ?? 0) : 0) };
}

/** Whether the mentor reader finds exactly these parts in an entry. */
export function readsAs(entry: string, parts: PartTexts): boolean {
  const [only, ...others] = mentorsIn(entry, [{ start: 0, end: entry.length }]);
  return (
    only !== undefined &&
    others.length === 0 &&
    (only.name?.text ?? null) === parts.name &&
    (only.handle?.text ?? null) === parts.handle &&
    (only.email?.text ?? null) === parts.email &&
    (only.lfid?.text ?? null) === parts.lfid &&
    only.span.start === 0 &&
    only.span.end === entry.length
  );
}
