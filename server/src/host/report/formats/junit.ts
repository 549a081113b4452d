import { visible } from '../../../core/text/visible';
import type { FileReport, LocatedFinding, Report } from '../located';

/** JUnit's XML, which every server of continuous integration reads: a suite for each file, a failed case for each finding. */
export function junit({ files }: Report): string {
  const suites = files.map(suiteOf).join('');
  const tests = files.reduce((sum, { findings }) => sum + Math.max(1, findings.length), 0);
  const failures = files.reduce((sum, { findings }) => sum + findings.length, 0);
  const all = attributes({ name: 'mentorship-proposals', tests, failures });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${all}>\n${suites}</testsuites>\n`;
}

function suiteOf({ fromRoot, findings }: FileReport): string {
  const counts = { name: fromRoot, tests: Math.max(1, findings.length), failures: findings.length, errors: 0, time: 0 };
  const wellDone = `    <testcase${attributes({ name: 'no findings', classname: fromRoot, time: 0 })}/>\n`;
  const cases = findings.length === 0 ? wellDone : findings.map((finding) => caseOf(fromRoot, finding)).join('');
  return `  <testsuite${attributes(counts)}>\n${cases}  </testsuite>\n`;
}

function caseOf(fromRoot: string, { line, column, severity, rule, message }: LocatedFinding): string {
  const place = `${fromRoot}:${line}:${column}`;
  const name = attributes({ name: `${rule} (${line}:${column})`, classname: fromRoot, file: fromRoot, line, time: 0 });
  const failure = `<failure${attributes({ message, type: severity })}>${escaped(`${place} ${message}`)}</failure>`;
  return `    <testcase${name}>\n      ${failure}\n    </testcase>\n`;
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join('');
}

/** XML has no way to write control characters, and none of the signs that no text may have. */
function escaped(text: string): string {
  return visible(text.replace(/[\uD800-\uDFFF\uFFFE\uFFFF]/gu, '\uFFFD'))
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
