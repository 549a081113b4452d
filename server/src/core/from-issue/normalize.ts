import { issueFieldOf } from '../facts/issue-labels';

/** A label at the start of a line, in bold or before a colon. */
const label = /^(?:(?:\*\*|__)([^*_\n]{1,100})(?:\*\*|__)|(\p{Lu}[^:：|\n]{0,60})[:：](?:\s|$))/u;
const fence = /^ {0,3}(?:`{3,}|~{3,})/;

/**
 * The text of an issue as people mean it, where Markdown means something else: a label right below a list begins a part
 * of its own, and headings and bold words in HTML are headings and bold words. Code stays as it is.
 */
export function normalized(text: string): string {
  let isCode = false;
  let isList = false;
  const lines: string[] = [];
  for (const written of unquoted(text.split('\n'))) {
    if (fence.test(written)) isCode = !isCode;
    const line = isCode ? written : withoutTags(written);
    const [, bold, plain] = isList && !isCode ? (label.exec(line) ?? []) : [];
    if (issueFieldOf((bold ?? plain ?? '').replace(/[:：]\s?$/, ''))) {
      lines.push('');
      isList = false;
    }
    lines.push(line);
    if (line.trim() === '') isList = false;
    else if (/^\s*(?:[-*+]|\d{1,9}[.)])\s/.test(line)) isList = true;
  }
  return lines.join('\n');
}

/** The lines of a text that is a quote as a whole, without its marks. */
function unquoted(lines: readonly string[]): readonly string[] {
  const isQuote = lines.every((line) => line.trim() === '' || line.startsWith('>'));
  return isQuote ? lines.map((line) => line.replace(/^> ?/, '')) : lines;
}

/** `<h3>Mentors</h3>` and `<b>Mentors</b>` at the start of a line as Markdown. */
function withoutTags(line: string): string {
  if (!line.startsWith('<')) return line;
  const [whole = '', level, title = ''] = /^<h([1-6])>([^<>]{1,200})<\/h\1>/i.exec(line) ?? [];
  if (level !== undefined && line.slice(whole.length).trim() === '')
    return `\n${'#'.repeat(Number(level))} ${title.trim()}\n`;
  return line.replace(/^<(b|strong)>([^<>]{1,200})<\/\1>/i, (_, __, words: string) => `**${words.trim()}**`);
}
