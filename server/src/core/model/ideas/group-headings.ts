/**
 * For each idea, the heading that groups it with some of the others: the nearest one above it that is no idea. Null if
 * there is none, or if it stands above all ideas, because then it is the title of the list. All numbers are indices of
 * sections; `parents` has the parent of each section, 0 for none, and `held` the sections that are no ideas themselves but
 * contain some in their text.
 */
export function groupHeadings(
  parents: readonly number[],
  ideas: readonly number[],
  held: ReadonlySet<number>,
): readonly (number | null)[] {
  const isIdea = new Set(ideas.filter((idea) => !held.has(idea)));
  const counts = new Map<number, number>();
  const nearest = ideas.map((idea) => {
    const above: number[] = [];
    for (let at = held.has(idea) ? idea : (parents[idea] ?? 0); at > 0; at = parents[at] ?? 0)
      if (!isIdea.has(at)) above.push(at);
    for (const heading of above) counts.set(heading, (counts.get(heading) ?? 0) + 1);
    return above[0] ?? null;
  });
  return nearest.map((heading) => (heading === null || counts.get(heading) === ideas.length ? null : heading));
}
