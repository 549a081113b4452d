import type { Report } from './located';

/** One line for each rule that has found something, the most frequent first. */
export function statistics({ files }: Report): string {
  const counts = new Map<string, { count: number; fixable: number }>();
  for (const { rule, fixable } of files.flatMap(({ findings }) => findings)) {
    const { count, fixable: fixables } = counts.get(rule) ?? { count: 0, fixable: 0 };
    counts.set(rule, { count: count + 1, fixable: fixables + Number(fixable) });
  }
  const rows = [...counts].sort(([one, a], [other, b]) => b.count - a.count || (one < other ? -1 : 1));
  const width = Math.max(...rows.map(([, { count }]) => String(count).length), 1);
  return rows
    .map(([rule, { count, fixable }]) => {
      const fixes = fixable > 0 ? ` (${fixable} can be fixed with --fix)` : '';
      return `${String(count).padStart(width)} ${rule}${fixes}\n`;
    })
    .join('');
}
