import type { Severity } from '../../core/linter/rule';
import { formatsWithFixes } from '../../host/report/formats';
import { type LocatedFinding, located } from '../../host/report/located';
import type { CheckCommand } from './check-arguments';
import type { Judged } from './judge';
import { isPrinted } from './wanted';

/** What a check says of a file, as plain data. */
export interface CheckedFile {
  /** Those that are printed. */
  readonly findings: readonly LocatedFinding[];
  /** How many there are, printed or not. */
  readonly counts: Readonly<Record<Severity, number>>;
}

/** What decides what is printed of a file. */
export type Printed = Pick<CheckCommand, 'least' | 'format'>;

export function checkedFile({ document, findings, fixes }: Judged, shown: string, printed: Printed): CheckedFile {
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { severity } of findings) counts[severity]++;
  const left = findings.filter((finding) => isPrinted(finding, printed.least));
  return {
    findings: located(document, shown, left, formatsWithFixes.has(printed.format) ? fixes() : undefined),
    counts,
  };
}
