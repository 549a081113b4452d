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

/** How far a term is, by the words that READMEs have for it; the first of a row is the usual one. */
const phases: readonly (readonly [phase: 'before' | 'running' | 'over', words: readonly string[]])[] = [
  [
    'before',
    [
      'planning',
      'planned',
      'draft',
      'upcoming',
      'open',
      'accepting proposals',
      'accepting applications',
      'proposals open',
      'applications open',
      'project selection',
      'mentee selection',
      'selection',
      'reviewing applications',
      'application review',
    ],
  ],
  ['running', ['in progress', 'ongoing', 'active', 'started', 'running', 'current', 'coding']],
  ['over', ['completed', 'complete', 'finished', 'closed', 'ended', 'done', 'archived', 'canceled', 'cancelled']],
];

const phaseByWord = new Map(phases.flatMap(([phase, words]) => words.map((word) => [word, phase] as const)));

/** How far a term is that has this status; null for words that no term has used. */
export function termPhase(status: string): 'before' | 'running' | 'over' | null {
  const plain = status
    .toLowerCase()
    .replace(/[-_\s]+/g, ' ')
    .replace(/[^a-z ].*$/, '')
    .trim();
  return phaseByWord.get(plain) ?? null;
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
