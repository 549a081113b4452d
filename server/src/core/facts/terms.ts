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
