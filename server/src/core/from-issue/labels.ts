import type { List, ListItem, Nodes, Paragraph, PhrasingContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { issueFieldOf } from '../facts/issue-labels';
import { withoutTail } from '../text/tail';

/** How a label is written. */
export type LabelShape = 'heading' | 'bold' | 'line' | 'item' | 'cell';

/** A label in the source of a paragraph. */
export interface FoundLabel {
  readonly text: string;
  readonly source: string;
  readonly shape: LabelShape;
  readonly start: number;
  readonly valueStart: number;
}

/** Longer labels are sentences. */
const LONGEST_LABEL = 100;

/** Finds the labels in the paragraphs of `text`. */
export class LabelFinder {
  constructor(private readonly text: string) {}

  /** Labels at the starts of a paragraph's lines. */
  labelsOf({ children }: Paragraph): FoundLabel[] {
    const labels: FoundLabel[] = [];
    for (const child of children) {
      const { start, end } = offsetsOf(child);
      if (child.type === 'strong' || child.type === 'emphasis') {
        if (!this.isLineStart(start) && !this.isSureInLine(child, end)) continue;
        const label = this.boldLabel(textOf(child), start, end, child.type === 'emphasis');
        if (label) labels.push(label);
      } else if (child.type === 'text') {
        for (const match of this.text
          .slice(start, end)
          .matchAll(/(?:^|(?<=[.!?] ))[ \t]*([^\s:：|](?:(?![.!?]\s)[^:：\n|]){0,100})[:：](?=\s|$)[ \t]*/gm)) {
          const at = start + match.index;
          const label = match[1] ?? '';
          // Within a line, only people are sure to be what is asked for.
          const isInLine = match.index > 0 && /[.!?] $/.test(this.text.slice(at - 2, at));
          if (
            (isInLine ? issueFieldOf(label)?.id !== 'mentors' : !this.isLineStart(at)) ||
            !/^[\p{Lu}\p{Lo}\p{Extended_Pictographic}]/u.test(label) ||
            !issueFieldOf(label)
          )
            continue;
          labels.push({
            text: plainLabel(label),
            source: match[0].trim(),
            shape: 'line',
            start: at,
            valueStart: at + match[0].length,
          });
        }
      }
    }
    return labels;
  }

  /** `**Label**: value`, `**Label:** value`, or a label alone in its line. Italics are labels only if they are known. */
  private boldLabel(text: string, start: number, end: number, isItalic: boolean): FoundLabel | null {
    const lineEnd = this.text.indexOf('\n', end);
    const behind = this.text.slice(end, lineEnd < 0 ? undefined : lineEnd);
    const [mark = ''] = /^\s*(?:[:：]|[-–—](?=\s))?\s*/.exec(behind) ?? [];
    const isClosed = /[:：]\s*$/.test(text) || mark.trim() !== '' || behind.trim() === '';
    if (!isClosed || text.trim() === '' || text.length > LONGEST_LABEL || text.includes('\n')) return null;
    const label = plainLabel(text);
    const field = issueFieldOf(label);
    const isKnown = field !== null;
    // Without a colon, italics are a label only where they are sure to be one, alone in their line.
    const hasColon = mark.trim() !== '' || /[:：]\s*$/.test(text);
    if (
      (isItalic &&
        (!field || (!hasColon && (behind.trim() !== '' || field.rank > 1 || label.split(' ').length > 3)))) ||
      (!isKnown && isRemark(label))
    )
      return null;
    return {
      text: label,
      source: this.text.slice(start, end + mark.length).trim(),
      shape: 'bold',
      start,
      valueStart: end + mark.length,
    };
  }

  /** The label at the start of an item. In a list of labels, any words before a colon are one (`isSure`). */
  itemLabel(item: ListItem, isSure: boolean): FoundLabel | null {
    const [first] = item.children;
    if (first?.type !== 'paragraph') return null;
    const { start, end } = offsetsOf(first);
    const label = this.labelsOf(first).find((each) => each.start === start) ?? this.question(item, isSure);
    if (label || !isSure) return label ?? null;
    const match = /^(\p{L}[^:：\n|@]{0,60})[:：](?:\s+|$)/u.exec(this.text.slice(start, end));
    if (!match?.[1]) return null;
    return {
      text: plainLabel(match[1]),
      source: match[0].trim(),
      shape: 'item',
      start,
      valueStart: start + match[0].length,
    };
  }

  /** "2) Skills", alone in its list: the value stands below, without indentation. */
  numberedLabel({ ordered, children: [item, ...more] }: List): FoundLabel | null {
    if (!ordered || !item || more.length > 0 || item.children.length !== 1) return null;
    return this.question(item, true, true);
  }

  /** The first line of an item that is a question, or a known label, with its answer below. */
  private question({ children: [first, ...below] }: ListItem, isSure: boolean, isAlone = false): FoundLabel | null {
    if (first?.type !== 'paragraph') return null;
    const { start, end } = offsetsOf(first);
    const feed = this.text.indexOf('\n', start);
    const lineEnd = feed < 0 || feed > end ? end : feed;
    const line = this.text.slice(start, lineEnd);
    const isAnswered = isAlone ? lineEnd === end : below.length > 0 || lineEnd < end;
    if (line.length > LONGEST_LABEL || !isAnswered || !/^[*_]{0,3}\p{L}/u.test(line)) return null;
    const isQuestion = /[?？][*_]{0,3}$/.test(line.trimEnd());
    const field = issueFieldOf(plainLabel(line));
    if (!isQuestion && (!field || field.rank > 1)) return null;
    if (!field && !isSure) return null;
    return { text: plainLabel(line), source: line.trim(), shape: 'item', start, valueStart: lineEnd };
  }

  /** "**Skills:**" behind other text in its line: a label only if its words can be nothing else. */
  private isSureInLine(node: PhrasingContent, end: number): boolean {
    const text = textOf(node);
    const hasColon = /[:：]\s*$/.test(text) || /^\s?[:：]/.test(this.text.slice(end, end + 2));
    return node.type === 'strong' && hasColon && issueFieldOf(plainLabel(text))?.rank === 0;
  }

  /** Whether only space, a list marker or a symbol stands before an offset in its line. */
  private isLineStart(offset: number): boolean {
    const lineStart = this.text.lastIndexOf('\n', offset - 1) + 1;
    return /^\s{0,40}(?:[-*+]\s+|\d{1,9}[.)]\s+)?(?:\[[ xX]\]\s+)?(?:\p{Extended_Pictographic}\ufe0f?\s*)?$/u.test(
      this.text.slice(Math.max(lineStart, offset - 80), offset),
    );
  }
}

/** Bold words at the start of a line that stress what follows. */
function isRemark(label: string): boolean {
  return /^(?:note|notes|important|warning|hint|tip|example|examples|e\.g|update|edit|caution|attention|info|ps|p\.s|tl;?dr)$/i.test(
    label,
  );
}

/** The words of a label without emphasis and colon. */
export function plainLabel(written: string): string {
  const words = written
    .replace(/[*_`]+/g, '')
    .replace(/\s+/g, ' ')
    .replace(/^[^\p{L}\p{N}]+/u, '');
  return withoutTail(words, /[\s:：]/);
}

export function offsetsOf({ position }: Nodes): { readonly start: number; readonly end: number } {
  return { start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 };
}
