import { applyEdits, type Edit } from '../../core/text/edit';
import { lineAt } from '../../core/text/lines';
import { shift } from '../../core/text/span';
import { beginsCommand, visible } from '../../core/text/visible';
import type { Screen } from './formats/pretty';

/** A file, and the edits that change it. */
export interface ChangedFile {
  readonly path: string;
  readonly text: string;
  /** Whether the file begins with a byte order mark, which `text` leaves out. */
  readonly bom: boolean;
  readonly edits: readonly Edit[];
}

/** How a diff is shown: on a screen, or exactly as it is. */
export type DiffLook = Pick<Screen, 'paint'> | null;

/** The look for files: the diff applies whatever the document says. */
export const exact: DiffLook = null;

/** Lines that are replaced: from `from`, before `to`, by `lines`. */
interface Change {
  from: number;
  to: number;
  lines: readonly string[];
}

const CONTEXT = 3;

/**
 * What the edits change, as a unified diff that `git apply` and `patch` read. It is made from the edits, without a
 * comparison, in linear time. On a screen, control characters and commands to a workflow runner are escaped.
 */
export function unifiedDiff({ path, text, bom, edits }: ChangedFile, look: DiffLook): string {
  const before = bom ? `\uFEFF${text}` : text;
  const moved = bom ? edits.map(({ span, text }) => ({ span: shift(span, 1), text })) : edits;
  const lines = linesOf(before);
  const hunks = hunksOf(changesOf(before, lines, moved));
  let grown = 0;
  const texts = hunks.map((changes) => {
    const text = hunkText(changes, lines, grown, look);
    for (const { from, to, lines: now } of changes) grown += now.length - (to - from);
    return text;
  });
  // Git and patch strip the first part of a path; one that leads out of this folder has none to strip.
  const isInside = !/^(?:\/|[a-z]:|\.\.\/)/i.test(path);
  const [old, now] = ['a', 'b'].map((side) => pathText(isInside ? `${side}/${path}` : path));
  return `${painted('file', `--- ${old}`, look)}\n${painted('file', `+++ ${now}`, look)}\n${texts.join('')}`;
}

function linesOf(text: string): string[] {
  const lines: string[] = [];
  for (let at = 0; at < text.length; ) {
    const feed = text.indexOf('\n', at);
    const end = feed < 0 ? text.length : feed + 1;
    lines.push(text.slice(at, end));
    at = end;
  }
  return lines;
}

/** The changes of whole lines that the edits make, in order, without what stays the same at their ends. */
function changesOf(text: string, lines: readonly string[], edits: readonly Edit[]): Change[] {
  const starts = [0];
  // A last line that is not ended goes on to the end of the text: nothing begins there.
  for (const line of lines) if (line.endsWith('\n')) starts.push((starts.at(-1) ?? 0) + line.length);
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const changes: Change[] = [];
  for (let at = 0; at < ordered.length; ) {
    const from = lineAt(starts, ordered[at]?.span.start ?? 0);
    let to = from;
    const own: Edit[] = [];
    for (let edit = ordered[at]; edit && lineAt(starts, edit.span.start) <= to; edit = ordered[++at]) {
      own.push(edit);
      to = Math.max(to, lineAt(starts, edit.span.end));
    }
    to = Math.min(to + 1, lines.length);
    const start = starts[from] ?? 0;
    const inside = own.map(({ span, text }) => ({ span: shift(span, -start), text }));
    const now = linesOf(applyEdits(text.slice(start, starts[to]), inside));
    changes.push(trimmed(lines, { from, to, lines: now }));
  }
  return changes.filter(({ from, to, lines }) => from < to || lines.length > 0);
}

function trimmed(before: readonly string[], { from, to, lines }: Change): Change {
  let start = 0;
  while (from + start < to && start < lines.length && before[from + start] === lines[start]) start++;
  let end = 0;
  const most = Math.min(to - from, lines.length) - start;
  while (end < most && before[to - 1 - end] === lines[lines.length - 1 - end]) end++;
  return { from: from + start, to: to - end, lines: lines.slice(start, lines.length - end) };
}

/** Changes that share lines of context stand in one hunk. */
function hunksOf(changes: readonly Change[]): readonly Change[][] {
  const hunks: Change[][] = [];
  for (const change of changes) {
    const last = hunks.at(-1);
    if (last && change.from - (last.at(-1)?.to ?? 0) <= 2 * CONTEXT) last.push(change);
    else hunks.push([change]);
  }
  return hunks;
}

function hunkText(changes: readonly Change[], before: readonly string[], grown: number, look: DiffLook): string {
  const from = Math.max(0, (changes[0]?.from ?? 0) - CONTEXT);
  const to = Math.min(before.length, (changes.at(-1)?.to ?? 0) + CONTEXT);
  const texts: string[] = [];
  let at = from;
  let after = to - from;
  for (const change of changes) {
    for (; at < change.from; at++) texts.push(lineText(' ', before[at] ?? '', look));
    for (; at < change.to; at++) texts.push(lineText('-', before[at] ?? '', look));
    for (const line of change.lines) texts.push(lineText('+', line, look));
    after += change.lines.length - (change.to - change.from);
  }
  for (; at < to; at++) texts.push(lineText(' ', before[at] ?? '', look));
  const head = `@@ -${range(from, to - from)} +${range(from + grown, after)} @@`;
  return `${painted('information', head, look)}\n${texts.join('')}`;
}

/** Lines count from 1; an empty range is named by the line before it. */
function range(from: number, count: number): string {
  return `${count === 0 ? from : from + 1},${count}`;
}

const styles = { ' ': 'hint', '-': 'error', '+': 'mark' } as const;

function lineText(sign: ' ' | '-' | '+', line: string, look: DiffLook): string {
  const isEnded = line.endsWith('\n');
  const end = isEnded ? '\n' : '\n\\ No newline at end of file\n';
  const text = isEnded ? line.slice(0, -1) : line;
  if (!look) return `${sign}${text}${end}`;
  const shown = `${sign}${harmless(text)}`;
  // Behind a space, a runner would take it for a command.
  const safe = beginsCommand(shown) ? shown.replace('::', '\\x3a:') : shown;
  return `${sign === ' ' ? safe : look.paint(styles[sign], safe)}${end}`;
}

/** Tabs and the line ends of Windows drive no terminal; a diff without them would not apply. */
function harmless(text: string): string {
  const isWindows = text.endsWith('\r');
  const shown = (isWindows ? text.slice(0, -1) : text).split('\t').map(visible).join('\t');
  return isWindows ? `${shown}\r` : shown;
}

function painted(style: 'file' | 'information', text: string, look: DiffLook): string {
  return look ? look.paint(style, text) : text;
}

/** As Git writes the names of files: with unusual letters as octal bytes, and a tab behind a name with spaces. */
function pathText(path: string): string {
  if (visible(path) === path && !/["\\]/.test(path)) return path.includes(' ') ? `${path}\t` : path;
  const letters = Array.from(path, (letter) => {
    if (/^[ !#-[\]-~]$/.test(letter)) return letter;
    // A half of a pair of code units has no bytes.
    const bytes = encodeURIComponent(/^\p{Cs}$/u.test(letter) ? '\ufffd' : letter);
    return bytes.replace(/%(..)/g, (_, byte: string) => `\\${Number.parseInt(byte, 16).toString(8).padStart(3, '0')}`);
  });
  return `"${letters.join('')}"`;
}
