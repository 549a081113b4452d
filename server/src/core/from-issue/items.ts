import type { Nodes } from 'mdast';
import { parseMarkdown } from '../markdown/parse';
import { splitOutside } from '../text/split';

/** Longer values are not parsed. */
const LONGEST = 20_000;

/** The items of a value: those of its lists, and each other block. Markdown without markers. */
export function itemsIn(text: string): readonly string[] {
  if (text.trim() === '') return [];
  if (text.length > LONGEST) return [text];
  const { children } = parseMarkdown(text);
  return children.flatMap((node, i) => {
    if (node.type !== 'list') {
      const source = sourceOf(text, node);
      // "The mentee will deliver:" is the head of the list below.
      const isHead = children[i + 1]?.type === 'list' && /^[^\n]{1,200}[:：*_]$/.test(source);
      return isHead ? [] : drawnItems(source);
    }
    return node.children.map((item) => {
      const column = item.children[0]?.position?.start.column ?? 1;
      const start = item.children[0]?.position?.start.offset ?? item.position?.end.offset ?? 0;
      const source = text.slice(start, item.position?.end.offset);
      const lines = source.replace(/^\[[ xX]\]\s+/, '').split('\n');
      return lines.map((line, i) => (i === 0 ? line : withoutIndent(line, column - 1))).join('\n');
    });
  });
}

/** A paragraph whose lines begin with bullets that are no Markdown. */
function drawnItems(source: string): readonly string[] {
  const lines = source.split('\n');
  return lines.every((line) => /^\s*[•‣◦·▪–]\s/.test(line))
    ? lines.map((line) => line.trim().slice(1).trim())
    : [source];
}

/** Names that a value lists: items of a list, or parts between commas. A text with sentences stays whole. */
export function namesIn(text: string): readonly string[] {
  const items = itemsIn(text);
  const isList = items.length > 1 && /^[ \t]*(?:[-*+]|\d+[.)])[ \t]/m.test(text);
  const names = isList ? items : items.flatMap((item) => item.split('\n').flatMap(betweenCommas));
  return names.map((name) => name.trim()).filter((name) => name !== '');
}

/** Names have few words. */
const MOST_WORDS = 8;

function betweenCommas(line: string): readonly string[] {
  const parts = splitOutside(line, /[,;，、；]/);
  const isProse = /[.!?]\s+\p{Lu}/u.test(line) || parts.some((part) => part.split(/\s+/).length > MOST_WORDS);
  if (isProse && /[.!?]\s+\p{Lu}/u.test(line)) return [line];
  if (isProse || parts.length === 1) return [line.replace(/(?<=[\p{L}\p{N})+#])\.$/u, '')];
  return parts.map((part) => part.replace(/^(?:and|or)\s+/i, '').replace(/(?<=[\p{L}\p{N})+#])\.$/u, ''));
}

function sourceOf(text: string, { position }: Nodes): string {
  return text.slice(position?.start.offset, position?.end.offset);
}

/** A line that begins up to `columns` columns further left. */
export function withoutIndent(line: string, columns: number): string {
  let at = 0;
  while (at < columns && /[ \t]/.test(line.charAt(at))) at++;
  return line.slice(at);
}
