import type { Section } from '../section';

/**
 * For each idea, the heading that groups it with some of the others: the nearest one above it that is no idea. Null if
 * there is none, or if it stands above all ideas, because then it is the title of the list. `starts` and the answer are
 * indices of sections; `starts` is ascending.
 */
export function groupHeadings(sections: readonly Section[], starts: readonly number[]): readonly (number | null)[] {
  const ideas = new Set(starts);
  const counts = new Map<number, number>();
  const open: number[] = [];
  const nearest = new Map<number, number | null>();
  sections.forEach(({ level }, i) => {
    if (level === 0) return;
    while (open.length > 0 && (sections[open.at(-1) ?? 0]?.level ?? 0) >= level) open.pop();
    if (!ideas.has(i)) {
      open.push(i);
      return;
    }
    nearest.set(i, open.at(-1) ?? null);
    for (const heading of open) counts.set(heading, (counts.get(heading) ?? 0) + 1);
  });
  return starts.map((start) => {
    const heading = nearest.get(start) ?? null;
    return heading === null || counts.get(heading) === starts.length ? null : heading;
  });
}
