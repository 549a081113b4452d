/** Identifies a term. `number` is null for a program that runs all year. */
export interface TermId {
  readonly program: string | null;
  readonly year: number | null;
  readonly number: number | null;
}

/** A term whose year and number are known. */
interface NumberedTerm {
  readonly year: number;
  readonly number: number;
}

/** A term's display name: "2026 Term 1 (Mar-May)", "2025 Summer of Code", "2020 q1". Null if nothing is known. */
export function termLabel(term: TermId & { readonly name: string | null }): string | null {
  const { program, year, number, name } = term;
  if (program === 'summerofcode') return year === null ? 'Summer of Code' : `${year} Summer of Code`;
  if (year === null) return name;
  const season = name?.replace(/^\d\d-/, '') ?? null;
  if (season !== null && season === name) return `${year} ${name}`;
  if (number === null) return season === null ? String(year) : `${year} ${season}`;
  return season === null ? `${year} Term ${number}` : `${year} Term ${number} (${season})`;
}

/** Sorts newer terms higher: "2026-03", "2025-00" for a program that runs all year, "" if the year is unknown. */
export function termSortKey(term: Pick<TermId, 'year' | 'number'> | null): string {
  return term?.year == null ? '' : `${term.year}-${String(term.number ?? 0).padStart(2, '0')}`;
}

/** The reverse of `termSortKey`. `number` is 0 for a program that runs all year. Null if the year is unknown. */
export function parseSortKey(key: string): NumberedTerm | null {
  return numbered(/^(?<year>\d{4})-(?<number>\d{1,2})$/.exec(key));
}

/** Equal for files of one term of one program: "lfx-mentorship 2026-01". Null if the year is unknown. */
export function formatTermId(term: TermId | null): string | null {
  const key = termSortKey(term);
  return term && key ? `${term.program} ${key}` : null;
}

/** The term at the start of a label such as "2026 Term 3 (Sep-Nov)" or "2026 Term 03". Null if there is none. */
export function termInLabel(label: string): NumberedTerm | null {
  return numbered(/^(?<year>20\d\d)\s+Term\s+(?<number>\d{1,2})(?!\d)/i.exec(label));
}

/**
 * The term in a heading such as "# Term 03 - 2024 September - November", or in the first line of a draft, such as
 * "# 2026 Term 3 (Sep-Nov)". Null if `head` contains no such heading.
 */
export function termInHeading(head: string): NumberedTerm | null {
  const draft = /^\s*#[ \t]+(20\d\d[ \t]+Term[ \t]+\d{1,2})(?:[ \t]*\([^()\n]*\))?[ \t\r]*(?:\n|$)/i.exec(head)?.[1];
  if (draft !== undefined) return termInLabel(draft);
  return numbered(/^#{1,3}[ \t]+Term[ \t]+(?<number>\d{1,2})(?!\d)[^\n]*?\b(?<year>20\d\d)\b/im.exec(head));
}

function numbered(match: RegExpExecArray | null): NumberedTerm | null {
  return match?.groups ? { year: Number(match.groups.year), number: Number(match.groups.number) } : null;
}

/** The phase of a term, according to its status. `unclear` if the status is ambiguous. */
export type TermPhase = 'before' | 'running' | 'over' | 'unclear';

/** The words at the start of statuses in READMEs. */
const phases: readonly (readonly [phase: TermPhase, words: readonly string[]])[] = [
  ['before', ['planning', 'planned', 'draft', 'upcoming', 'not started', 'accepting']],
  ['running', ['in progress', 'ongoing', 'active', 'started', 'running', 'underway']],
  ['over', ['completed', 'complete', 'finished', 'ended', 'done', 'archived', 'canceled', 'cancelled']],
  [
    'unclear',
    ['open', 'closed', 'current', 'proposals', 'applications', 'selection', 'selecting', 'review', 'reviewing'],
  ],
];

/** The phase that a status describes. Null if it contains no known word. */
export function termPhase(status: string): TermPhase | null {
  const plain = ` ${status
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim()} `;
  for (const [phase, words] of phases) if (words.some((word) => plain.startsWith(` ${word} `))) return phase;
  return phases.some(([, words]) => words.some((word) => plain.includes(` ${word} `))) ? 'unclear' : null;
}

/** A term of LFX Mentorship. Every year since 2023 has the same ones. */
export interface LfxTerm {
  readonly number: number;
  /** The name of the term's folder. */
  readonly folder: string;
  /** As in the heading of the README. */
  readonly months: string;
  /** 1 to 12, inclusive. */
  readonly firstMonth: number;
  readonly lastMonth: number;
}

/** The terms of a year, in order. */
export const lfxTerms: readonly LfxTerm[] = [
  { number: 1, folder: '01-Mar-May', months: 'March - May', firstMonth: 3, lastMonth: 5 },
  { number: 2, folder: '02-Jun-Aug', months: 'June - August', firstMonth: 6, lastMonth: 8 },
  { number: 3, folder: '03-Sep-Nov', months: 'September - November', firstMonth: 9, lastMonth: 11 },
];

/** The usual statuses in a README, in chronological order. */
export const usualStatuses: readonly string[] = ['Planning', 'Accepting Applications', 'In progress', 'Completed'];

/** The activities in a README's timeline, in order. `range` if the activity lasts several days. */
export const timelineActivities: readonly { readonly activity: string; readonly range: boolean }[] = [
  { activity: 'Project Proposals Open', range: true },
  { activity: 'Mentee Applications Open', range: true },
  { activity: 'Application Review Period', range: true },
  { activity: 'Selection Notifications', range: false },
  { activity: 'Mentorship Program Begins', range: false },
  { activity: 'Midterm Mentee Evaluations Due', range: false },
  { activity: 'Final Mentee Evaluations Due', range: false },
  { activity: 'Last Day of Term', range: false },
];

/**
 * When a term ends, in milliseconds since 1970: after May, August or November in UTC, a Summer of Code after November.
 * Null if unknown.
 */
export function termEnd(term: TermId | null): number | null {
  if (term?.year == null) return null;
  const month = term.program === 'summerofcode' ? 11 : lfxTerms[(term.number ?? 0) - 1]?.lastMonth;
  return month === undefined ? null : Date.UTC(term.year, month, 1);
}

/** Whether a term is over, by its status or else by its months. `now` is in milliseconds since 1970. */
export function isTermOver(term: TermId | null, status: string | null, now: number): boolean {
  const phase = status === null ? null : termPhase(status);
  if (phase === 'over') return true;
  const end = termEnd(term);
  return phase !== 'running' && end !== null && end <= now;
}
