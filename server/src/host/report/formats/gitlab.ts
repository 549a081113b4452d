import type { Severity } from '../../../core/linter/rule';
import { jsonText } from '../../../core/text/visible';
import { fingerprintsOf } from '../fingerprints';
import type { Report } from '../located';

const severities: Record<Severity, string> = { error: 'major', warning: 'minor', information: 'info', hint: 'info' };

/** A report of code quality for GitLab's merge requests. */
export function gitlab(report: Report): string {
  const prints = fingerprintsOf(report);
  const issues = report.files.flatMap(({ fromRoot, findings }) =>
    findings.map((finding) => ({
      description: finding.message,
      check_name: finding.rule,
      fingerprint: prints.get(finding),
      severity: severities[finding.severity],
      location: { path: fromRoot, lines: { begin: finding.line, end: finding.endLine } },
    })),
  );
  return `${jsonText(issues, 2)}\n`;
}
