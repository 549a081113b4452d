import { link, plain, short } from '../../../core/markdown/write';
import { summaryOf } from '../counts';
import { type LocatedFinding, type Report, rulePage } from '../located';

/** A comment on GitHub has at most 65,536 characters. */
const MOST = 60_000;
const LONGEST_MESSAGE = 500;

/** A comment on a pull request, or the summary of a run: a table for each file. Nothing of a document is a link in it. */
export function markdown(report: Report): string {
  const head = `### Mentorship proposals\n\n${summaryOf(report)}.\n`;
  let text = head;
  let left = report.files.reduce((sum, { findings }) => sum + findings.length, 0);
  for (const file of report.files) {
    if (file.findings.length === 0) continue;
    let table = `\n**${plain(short(file.fromRoot, 300))}**\n\n| line | severity | finding | rule |\n|--:|---|---|---|\n`;
    for (const finding of file.findings) {
      const row = rowOf(finding, report);
      if (text.length + table.length + row.length > MOST) return `${text}${table}\n…and ${left} more.\n`;
      table += row;
      left--;
    }
    text += table;
  }
  return text;
}

function rowOf({ line, severity, rule, message }: LocatedFinding, report: Report): string {
  const cells = [line, severity, plain(short(message, LONGEST_MESSAGE)), link(rule, rulePage(report, rule))];
  return `| ${cells.join(' | ')} |\n`;
}
