import type { Severity } from '../../core/linter/rule';
import { rules } from '../../core/linter/rules';
import { jsonText } from '../../core/text/visible';
import type { LocatedFinding } from '../../host/report/located';
import { version } from '../version';

const levels: Record<Severity, string> = { error: 'error', warning: 'warning', information: 'note', hint: 'note' };

/** SARIF 2.1.0, as code scanning services read it. Columns count UTF-16 units there, too. */
export function sarif(findings: readonly LocatedFinding[]): string {
  const driver = {
    name: 'mentorship-proposals',
    version,
    rules: rules.map(({ id, summary, why, severity }) => ({
      id,
      shortDescription: { text: summary },
      fullDescription: { text: why },
      defaultConfiguration: { level: levels[severity] },
    })),
  };
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver }, columnKind: 'utf16CodeUnits', results: findings.map(resultOf) }],
  };
  return `${jsonText(log, 2)}\n`;
}

function resultOf({ path, line, column, endLine, endColumn, severity, rule, message }: LocatedFinding) {
  const region = { startLine: line, startColumn: column, endLine, endColumn };
  const artifactLocation = { uri: path.split('/').map(encodeURIComponent).join('/') };
  return {
    ruleId: rule,
    level: levels[severity],
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation, region } }],
  };
}
