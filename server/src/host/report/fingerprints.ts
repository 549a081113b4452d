import type { FileReport, LocatedFinding, Report } from './located';

/**
 * What tells the findings of a report apart, and stays the same while the text around them moves: file, rule, and the
 * text of the line; equal ones are counted.
 */
export function fingerprintsOf({ files, digest }: Report): ReadonlyMap<LocatedFinding, string> {
  const prints = new Map<LocatedFinding, string>();
  for (const file of files) {
    const counts = new Map<string, number>();
    for (const finding of file.findings) {
      const key = keyOf(file, finding);
      const count = counts.get(key) ?? 0;
      counts.set(key, count + 1);
      prints.set(finding, digest(`${key}\n${count}`));
    }
  }
  return prints;
}

function keyOf({ fromRoot, lineText }: FileReport, { rule, line }: LocatedFinding): string {
  return [fromRoot, rule, lineText(line).trim()].join('\n');
}
