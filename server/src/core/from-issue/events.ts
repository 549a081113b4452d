import type { Code, Html, List, Nodes, Paragraph, RootContent, Table } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { issueFieldOf } from '../facts/issue-labels';
import { parseMarkdown } from '../markdown/parse';
import { withoutTail } from '../text/tail';
import { withoutIndent } from './items';
import { type FoundLabel, LabelFinder, type LabelShape, offsetsOf, plainLabel } from './labels';
import { withoutComments } from './nothing';
import { type Pair, pairsIn, rowsIn } from './table';
import { yamlFields } from './yaml-fields';

/** A label in an issue, in the order of the text. */
export interface LabelEvent {
  readonly is: 'label';
  /** Plain text without its colon. */
  readonly text: string;
  /** As it is written, with its marks and its colon. */
  readonly source: string;
  readonly shape: LabelShape;
  /** 1 to 6 of a heading, 7 of a bold label, 8 of others. */
  readonly level: number;
  /** Whether the value begins behind the label in its line. */
  readonly isInline: boolean;
  /** Whether it begins a paragraph below a blank line. */
  readonly isApart?: boolean;
}

/** A piece of text between labels: a block, or some lines of one. */
export interface TextEvent {
  readonly is: 'text';
  /** Markdown, moved to the left margin. */
  readonly text: string;
  readonly kind: 'paragraph' | 'list' | 'table' | 'rule' | 'end' | 'other';
  /** Whether a blank line stands above. */
  readonly isApart: boolean;
  /** Whether it ends what the label above began, as the cell of a table does. */
  readonly isWhole?: boolean;
  /** The fields of each row, if the rows of a table are projects. */
  readonly rows?: readonly (readonly Pair[])[];
  /** The boxes of a list: all ticked, none, some; undefined if it has none. */
  readonly boxes?: 'all' | 'none' | 'some';
}

export type IssueEvent = LabelEvent | TextEvent;

/** The labels and texts of an issue in their order. `text` has LF and is bounded by the caller. */
export function eventsIn(text: string): IssueEvent[] {
  return new EventReader(text).events();
}

class EventReader {
  private readonly found: IssueEvent[] = [];
  private lastLine = 0;

  private readonly labels: LabelFinder;

  constructor(private readonly text: string) {
    this.labels = new LabelFinder(text);
  }

  events(): IssueEvent[] {
    for (const node of parseMarkdown(this.text).children) {
      this.block(node);
      this.lastLine = node.position?.end.line ?? this.lastLine;
    }
    return this.found;
  }

  private block(node: RootContent): void {
    const source = this.sourceOf(node);
    if (node.type === 'heading') this.heading(textOf(node), source, node.depth);
    else if (node.type === 'paragraph') this.paragraph(node);
    else if (node.type === 'list') this.list(node, source);
    else if (node.type === 'html') this.html(node, source);
    else if (node.type === 'table') this.table(node, source);
    else if (node.type === 'code') this.code(node, source);
    else this.put(source, node.type === 'thematicBreak' ? 'rule' : 'other', node);
  }

  private code(node: Code, source: string): void {
    const fields = yamlFields(node);
    if (fields) this.pairs(fields);
    else this.put(source, 'other', node);
  }

  private pairs(pairs: readonly Pair[]): void {
    for (const { label, source: written, value } of pairs) {
      this.label({ text: label, source: written, shape: 'cell', level: 8, isInline: true });
      this.found.push({ is: 'text', text: value, kind: 'other', isApart: false, isWhole: true });
    }
  }

  private table(node: Table, source: string): void {
    const pairs = pairsIn(this.text, node);
    if (pairs) {
      this.pairs(pairs);
      return;
    }
    const rows = rowsIn(this.text, node);
    const isApart = this.isApart(node);
    this.found.push({ is: 'text', text: source, kind: 'table', isApart, ...(rows ? { rows } : {}) });
  }

  private heading(text: string, source: string, level: number): void {
    const line = withoutTail((source.split('\n', 1)[0] ?? '').replace(/^#{1,6}[ \t]*/, ''), /[ \t]/);
    const unclosed = withoutTail(line, /#/);
    const written = /[ \t]$/.test(unclosed) ? withoutTail(unclosed, /[ \t]/) : line;
    // "### Recommended Skills: Go" has its value in the heading.
    const [, before = '', behind = ''] = /^([^:：]{1,100})[:：]\s*(\S.*)$/.exec(written ?? '') ?? [];
    const label = before.replace(/[*_`]/g, '').trim();
    if (label !== '' && issueFieldOf(label)) {
      // Of a heading, "Project: Faster queries" is the title.
      const name = /^(?:project|idea|proposal)$/i.test(label) ? 'Project Title' : label;
      this.label({ text: name, source: `${'#'.repeat(level)} ${before}:`, shape: 'heading', level, isInline: true });
      this.found.push({ is: 'text', text: behind.replace(/^[*_]{1,3}\s*/, ''), kind: 'paragraph', isApart: false });
    } else
      this.label({
        text: plainLabel(text),
        source: `${'#'.repeat(level)} ${written ?? text}`,
        shape: 'heading',
        level,
        isInline: false,
      });
  }

  private paragraph(node: Paragraph): void {
    const { start, end } = offsetsOf(node);
    const isApart = this.isApart(node);
    this.labelled(this.labels.labelsOf(node), start, end, node.position?.start.column ?? 1, isApart);
  }

  /** The text from `start` to `end` with its labels, moved left by the column of its first line. */
  private labelled(labels: readonly FoundLabel[], start: number, end: number, column: number, isApart: boolean): void {
    const put = (from: number, to: number, apart: boolean) => {
      const text = dedented(withoutComments(this.text.slice(from, to)), column - 1).trim();
      // A comment says nothing, but where it stands there is no heading over others.
      if (to > from) this.found.push({ is: 'text', text, kind: 'paragraph', isApart: apart });
    };
    put(start, labels[0]?.start ?? end, isApart);
    for (const [i, label] of labels.entries()) {
      const next = labels[i + 1]?.start ?? end;
      const lineEnd = this.text.indexOf('\n', label.valueStart);
      const firstLine = this.text.slice(label.valueStart, lineEnd < 0 ? next : Math.min(next, lineEnd));
      const isInline = withoutComments(firstLine).trim() !== '';
      this.label({
        text: label.text,
        source: label.source,
        shape: label.shape,
        level: label.shape === 'bold' ? 7 : 8,
        isInline,
        isApart: isApart && i === 0 && label.start === start,
      });
      put(label.valueStart, next, false);
    }
  }

  /** A list whose items begin with labels is a form; of any other one the text counts. */
  private list(node: List, source: string): void {
    const numbered = this.labels.numberedLabel(node);
    if (numbered) {
      const { start, end } = offsetsOf(node);
      this.labelled([numbered], Math.max(start, numbered.start), end, 1, this.isApart(node));
      return;
    }
    const known = node.children.filter((item) => {
      const label = this.labels.itemLabel(item, false);
      return label !== null && issueFieldOf(label.text) !== null;
    });
    if (known.length === 0 || known.length * 2 < node.children.length) {
      const text = dedented(withoutComments(source), (node.position?.start.column ?? 1) - 1);
      this.found.push({ is: 'text', text, kind: 'list', isApart: this.isApart(node), ...boxesOf(node) });
      return;
    }
    for (const item of node.children) {
      const label = this.labels.itemLabel(item, true);
      const { start, end } = offsetsOf(item);
      if (!label) {
        this.found.push({ is: 'text', text: this.text.slice(start, end), kind: 'list', isApart: false });
        continue;
      }
      const [first, ...others] = item.children;
      const column = first?.position?.start.column ?? 1;
      const firstEnd = first ? offsetsOf(first).end : end;
      this.labelled([{ ...label, shape: 'item' }], label.start, firstEnd, column, false);
      let line = first?.position?.end.line ?? 0;
      for (const child of others) {
        const own = offsetsOf(child);
        const text = dedented(this.text.slice(own.start, own.end), column - 1);
        const isApart = (child.position?.start.line ?? 0) > line + 1;
        const kind = child.type === 'list' ? 'list' : child.type === 'paragraph' ? 'paragraph' : 'other';
        this.found.push({ is: 'text', text, kind, isApart, ...(child.type === 'list' ? boxesOf(child) : {}) });
        line = child.position?.end.line ?? line;
      }
    }
  }

  private html(node: Html, source: string): void {
    const text = withoutComments(source).trim();
    const summary = /<summary>([^<>]{1,100})<\/summary>/i.exec(text);
    if (summary?.[1] && issueFieldOf(summary[1]))
      this.label({ text: plainLabel(summary[1]), source: summary[1], shape: 'bold', level: 7, isInline: false });
    else if (/[\p{L}\p{N}]/u.test(text.replace(/<\/?[a-z]+>/gi, ''))) this.put(text, 'other', node);
    else this.put('', /^<\/details>/i.test(text) ? 'end' : 'other', node);
  }

  private put(text: string, kind: TextEvent['kind'], node: Nodes): void {
    this.found.push({ is: 'text', text, kind, isApart: this.isApart(node) });
  }

  private label(label: Omit<LabelEvent, 'is'>): void {
    this.found.push({ is: 'label', ...label });
  }

  private sourceOf(node: Nodes): string {
    const { start, end } = offsetsOf(node);
    return this.text.slice(start, end);
  }

  private isApart(node: Nodes): boolean {
    return (node.position?.start.line ?? 0) > this.lastLine + 1;
  }
}

/** `text` whose lines after the first begin up to `columns` columns further left. */
function dedented(text: string, columns: number): string {
  if (columns <= 0 || !text.includes('\n')) return text;
  const [first = '', ...rest] = text.split('\n');
  return [first, ...rest.map((line) => withoutIndent(line, columns))].join('\n');
}

function boxesOf({ children }: List): { readonly boxes?: 'all' | 'none' | 'some' } {
  const boxes = children.filter(({ checked }) => typeof checked === 'boolean');
  if (boxes.length === 0) return {};
  const ticked = boxes.filter(({ checked }) => checked === true).length;
  return { boxes: ticked === 0 ? 'none' : ticked === children.length ? 'all' : 'some' };
}
