/** A term as people call it: "2026 Term 1 (Mar-May)", "2025 Summer of Code", "2020 q1"; null where nothing is known. */
export function termLabel(term: {
  program: string | null;
  year: number | null;
  number: number | null;
  name: string | null;
}): string | null {
  const { program, year, number, name } = term;
  if (program === 'summerofcode') return year === null ? 'Summer of Code' : `${year} Summer of Code`;
  if (year === null) return name;
  const season = name?.replace(/^\d\d-/, '') ?? null;
  if (season !== null && season === name) return `${year} ${name}`;
  if (number === null) return season === null ? String(year) : `${year} ${season}`;
  return season === null ? `${year} Term ${number}` : `${year} Term ${number} (${season})`;
}

/** A key by which newer terms are greater: "2026-3", "2025-0" for a program of the whole year, "" for nothing known. */
export function termKey(term: { year: number | null; number: number | null } | null): string {
  return term?.year == null ? '' : `${term.year}-${term.number ?? 0}`;
}

/** How far a term is, as its status tells; `unclear` where it says so in words that may mean several things. */
export type TermPhase = 'before' | 'running' | 'over' | 'unclear';

/** Words that the statuses of READMEs begin with. */
const phases: readonly (readonly [phase: TermPhase, words: readonly string[]])[] = [
  ['before', ['planning', 'planned', 'draft', 'upcoming', 'not started', 'accepting']],
  ['running', ['in progress', 'ongoing', 'active', 'started', 'running', 'underway']],
  ['over', ['completed', 'complete', 'finished', 'ended', 'done', 'archived', 'canceled', 'cancelled']],
  [
    'unclear',
    ['open', 'closed', 'current', 'proposals', 'applications', 'selection', 'selecting', 'review', 'reviewing'],
  ],
];

/** How far a term is that has this status; null where it says nothing that any term has said. */
export function termPhase(status: string): TermPhase | null {
  const plain = ` ${status
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim()} `;
  for (const [phase, words] of phases) if (words.some((word) => plain.startsWith(` ${word} `))) return phase;
  return phases.some(([, words]) => words.some((word) => plain.includes(` ${word} `))) ? 'unclear' : null;
}

/** The last months of the terms of a year, 1 to 12, by the term's number. */
const lastMonths: readonly number[] = [5, 8, 11];

/**
 * When a term ends, in milliseconds since 1970: with May, August or November in UTC, a Summer of Code with November. Null
 * where that is not known.
 */
export function termEnd(
  term: { program: string | null; year: number | null; number: number | null } | null,
): number | null {
  if (term?.year == null) return null;
  const month = term.program === 'summerofcode' ? 11 : lastMonths[(term.number ?? 0) - 1];
  return month === undefined ? null : Date.UTC(term.year, month, 1);
}
