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
  const written = withDefinitions(unquoted(fencedFront(text.split('\n'))));
  for (const [i, raw] of written.entries()) {
    if (fence.test(raw)) isCode = !isCode;
    const line = isCode ? raw : marked(withoutTags(raw.replace(shortcodes, '$1')), written[i - 1], written[i + 1]);
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

/** ":dart:" before a label, which GitHub shows as a symbol. */
const shortcodes = /^(#{1,6} {1,3})?(?::[a-z\d_+-]{1,40}: {0,3}){1,3}(?=\*\*|__|\p{L})/u;

/** A line that is nothing but a label, or says who mentors, as a label with its marks. */
function marked(line: string, above: string | undefined, below: string | undefined): string {
  const by = /^(mentored by|(?:the )?mentors? (?:is|are|will be))[ \t]+(?=[^\n]{0,100}@)/i.exec(line);
  if (by?.[1]) return `${by[1].charAt(0).toUpperCase()}${by[1].slice(1)}: ${line.slice(by[0].length)}`;
  if ((above ?? '').trim() !== '' || line.length > 60 || !/^\p{Lu}[\p{L} ()/&-]*$/u.test(line)) return line;
  const field = issueFieldOf(line);
  const isOverList = /^\s*(?:[-*+]|\d{1,9}[.)])\s/.test(below ?? '');
  return field && field.rank <= (isOverList ? 1 : 0) && below !== undefined ? `**${line.trim()}**` : line;
}

/** Front matter as the block of YAML that it is. */
function fencedFront(lines: readonly string[]): readonly string[] {
  const end = lines.indexOf('---', 1);
  if (lines[0] !== '---' || end < 2 || !/^[\w-]+:/.test(lines[1] ?? '')) return lines;
  return ['```yaml', ...lines.slice(1, end), '```', ...lines.slice(end + 1)];
}

/** Lines without the marks of quotes that are labels with values, or that the text is as a whole. */
function unquoted(lines: readonly string[]): readonly string[] {
  const isMarked = (line: string) => line.startsWith('>');
  const bare = (line: string) => line.replace(/^> ?/, '');
  if (lines.every((line) => line.trim() === '' || isMarked(line))) return lines.map(bare);
  const result: string[] = [];
  let isCode = false;
  for (let at = 0; at < lines.length; ) {
    const quote = lines.slice(at, endOf(lines, at, isMarked));
    if (quote.length === 0 || isCode) {
      const line = lines[at] ?? '';
      if (fence.test(line)) isCode = !isCode;
      result.push(line);
      at++;
    } else {
      const own = quote.map(bare);
      result.push(...(own.every(isLabelled) ? ['', ...own, ''] : quote));
      at += quote.length;
    }
  }
  return result;
}

/** The index behind the lines from `at` on that `isOne` says yes to. */
function endOf(lines: readonly string[], at: number, isOne: (line: string) => boolean): number {
  let end = at;
  while (end < lines.length && isOne(lines[end] ?? '')) end++;
  return end;
}

/** Whether a line has a label that is known, and a value. */
function isLabelled(line: string): boolean {
  const [, bold, plain] = label.exec(line) ?? [];
  return issueFieldOf((bold ?? plain ?? '').replace(/[:：]\s?$/, '')) !== null;
}

const definition = /^ {0,3}:[ \t]+(?=\S)/;

/** Terms with a definition below (`: value`) as labels in bold. */
function withDefinitions(lines: readonly string[]): readonly string[] {
  if (!lines.some((line) => definition.test(line))) return lines;
  const result: string[] = [];
  let isCode = false;
  for (let at = 0; at < lines.length; ) {
    const [above = '', line = ''] = [lines[at - 1], lines[at]];
    if (fence.test(line)) isCode = !isCode;
    const isTerm =
      !isCode && /^[\p{L}\p{N}][^:\n]{0,80}$/u.test(line) && (above.trim() === '' || definition.test(above));
    const end = isTerm ? endOf(lines, at + 1, (each) => definition.test(each)) : at + 1;
    const values = lines.slice(at + 1, end).map((each) => each.replace(definition, ''));
    if (values.length === 0) result.push(line);
    else if (values.length === 1) result.push(`**${line.trim()}**: ${values[0]}`);
    else result.push(`**${line.trim()}**:`, '', ...values.map((value) => `- ${value}`));
    at += 1 + (isTerm ? values.length : 0);
  }
  return result;
}

/** `<h3>Mentors</h3>`, `<b>Mentors</b>` at the start of a line, paragraphs and items of a line as Markdown. */
function withoutTags(line: string): string {
  if (!/^\s*</.test(line)) return line;
  if (/^\s*<\/?(?:ul|ol|div|table|tbody|thead)>\s*$/i.test(line)) return '';
  const [, label, cell = ''] =
    /^\s*<tr><t[hd]>([^<>]{1,100})<\/t[hd]><td>([^<>]{1,2000})<\/td><\/tr>\s*$/i.exec(line) ?? [];
  if (label !== undefined) return `\n**${label.trim()}**: ${cell.trim()}\n`;
  const [, tag, content = ''] = /^\s*<(li|p)>([^<>]{1,2000})<\/\1>\s*$/i.exec(line) ?? [];
  if (tag !== undefined) return /^li$/i.test(tag) ? `- ${content.trim()}` : `\n${content.trim()}\n`;
  const [whole = '', level, title = ''] = /^<h([1-6])>([^<>]{1,200})<\/h\1>/i.exec(line) ?? [];
  if (level !== undefined && line.slice(whole.length).trim() === '')
    return `\n${'#'.repeat(Number(level))} ${title.trim()}\n`;
  return line.replace(/^<(b|strong)>([^<>]{1,200})<\/\1>/i, (_, __, words: string) => `**${words.trim()}**`);
}
