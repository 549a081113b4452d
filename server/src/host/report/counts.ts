import { counted } from '../../core/facts/words';
import type { Severity } from '../../core/linter/rule';
import type { Report } from './located';

/** What findings of a severity are called when they are counted. */
const severityWords: Record<Severity, string> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'hint',
};

/** "6 findings in 1 file: 2 warnings, 4 notes; 3 can be fixed with --fix", in one line without a period. */
export function summaryOf({ files }: Report): string {
  const findings = files.flatMap((file) => file.findings);
  const concerned = files.filter((file) => file.findings.length > 0).length;
  if (findings.length === 0) return `No findings in ${counted(files.length, 'file')}`;
  const severities = Object.entries(severityWords).flatMap(([severity, word]) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count > 0 ? [counted(count, word)] : [];
  });
  const fixable = findings.filter((finding) => finding.fixable).length;
  const fixes = fixable > 0 ? `; ${fixable} can be fixed with --fix` : '';
  return `${counted(findings.length, 'finding')} in ${counted(concerned, 'file')}: ${severities.join(', ')}${fixes}`;
}
