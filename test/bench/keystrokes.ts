import { join } from 'node:path';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { nothingKnown } from '../../server/src/core/known/known';
import { FindingMemory } from '../../server/src/core/linter/memory';
import { findingsOf } from '../../server/src/core/linter/run';
import { readDocument } from '../../server/src/core/model/document';
import { median, percentile, type Row, timed } from './measure';
import { Session, type Typed } from './session';
import { realisticText } from './text';

const uri = 'file:///bench/programs/lfx-mentorship/2025/01-Mar-May/project_ideas.md';
const path = 'programs/lfx-mentorship/2025/01-Mar-May/project_ideas.md';
const sizes: readonly (readonly [string, number])[] = [
  ['160 KB', 160_000],
  ['1 MB', 1_000_000],
  ['10 MB', 10_000_000],
];

/** Edits before the measured ones: what a person feels is a process that has been typed in for a minute. */
const WARM_UP = 60;

/** Keystrokes at three sizes: over stdio against the floor and a whole parse, and inside the server alone. */
export async function keystrokes(dist: string, edits: number): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [name, size] of sizes) {
    const text = realisticText(size);
    const typed = places(text, edits + WARM_UP);
    const ours = await throughServer([join(dist, 'server.js'), '--stdio'], text, typed);
    const floor = await throughServer([join(dist, 'bench/floor.js')], text, typed);
    const inside = await insideServer(text, typed);
    const bar = size <= 1_000_000 ? Math.max(2 * median(floor.edits), median(floor.edits) + 2) : undefined;
    rows.push({
      what: `${name}: floor, change to pull`,
      value: median(floor.edits),
      p95: percentile(floor.edits, 0.95),
      unit: 'ms',
    });
    rows.push({
      what: `${name}: ours, change to pull`,
      value: median(ours.edits),
      p95: percentile(ours.edits, 0.95),
      unit: 'ms',
      bar,
      note: `${ours.findings} findings`,
    });
    rows.push({
      what: `${name}: inside the server`,
      value: median(inside) / (text.length / 1e6),
      p95: percentile(inside, 0.95) / (text.length / 1e6),
      unit: 'ms per MB',
      bar: 4,
    });
    rows.push({
      what: `${name}: fence opened and closed at the top`,
      value: ours.fence,
      unit: 'ms',
      bar: size === 1_000_000 ? 100 : undefined,
    });
    if (size > 1_000_000) continue;
    const parse = await wholeParse(text);
    rows.push({
      what: `${name}: whole parse by remark`,
      value: parse.first,
      unit: 'ms',
      note: `then ${parse.warm.toFixed(0)} ms`,
    });
    if (size < 1_000_000) continue;
    rows.push({
      what: `${name}: ours as a share of a whole parse`,
      value: (1_000 * median(ours.edits)) / parse.warm,
      unit: '‰',
      bar: 1_000 / 300,
    });
    rows.push({
      what: `${name}: open to symbols, against the floor`,
      value: ours.symbols / floor.symbols,
      unit: '×',
      bar: 5,
      note: `${ours.symbols.toFixed(1)} ms`,
    });
    rows.push({ what: `${name}: open to all findings`, value: ours.opened, unit: 'ms', bar: parse.first / 8 });
  }
  return rows;
}

interface Answers {
  readonly edits: number[];
  readonly findings: number;
  readonly symbols: number;
  readonly opened: number;
  /** The slowest edit that changes everything. */
  readonly fence: number;
}

/** A fresh process opens the file; one that is warm is typed in. */
async function throughServer(command: readonly string[], text: string, typed: readonly Typed[]): Promise<Answers> {
  const opening: number[] = [];
  const symbols: number[] = [];
  for (let run = 0; run < 5; run++) {
    for (const [times, ask] of [
      [symbols, (session: Session) => session.request('textDocument/documentSymbol')],
      [opening, (session: Session) => session.pull()],
    ] as const) {
      const fresh = await Session.start(command, uri);
      times.push(await timed(() => fresh.open(text).then(() => ask(fresh))));
      await fresh.stop();
    }
  }
  const session = await Session.start(command, uri);
  await session.open(text);
  const findings = await session.pull();
  const edits: number[] = [];
  for (const each of typed) edits.push(await timed(() => session.type(each).then(() => session.pull())));
  const fences: number[] = [];
  for (let run = 0; run < 5; run++) {
    fences.push(
      await timed(() => session.type({ line: 0, character: 0, remove: 0, text: '~~~\n' }).then(() => session.pull())),
    );
    const close = () => session.type({ line: 0, character: 0, remove: 3, text: '' }).then(() => session.pull());
    fences.push(await timed(close));
  }
  await session.stop();
  return {
    edits: edits.slice(WARM_UP),
    findings,
    symbols: median(symbols),
    opened: median(opening),
    fence: Math.max(...fences),
  };
}

async function insideServer(text: string, typed: readonly Typed[]): Promise<number[]> {
  let document = TextDocument.create(uri, 'markdown', 1, text);
  let read = readDocument(document.getText(), path);
  const settings = {};
  const memory = new FindingMemory();
  const times: number[] = [];
  for (const { line, character, remove, text: inserted } of typed) {
    const range = { start: { line, character }, end: { line, character: character + remove } };
    const time = await timed(() => {
      document = TextDocument.update(document, [{ range, text: inserted }], document.version + 1);
      read = readDocument(document.getText(), path, { previous: read });
      return findingsOf(read, nothingKnown, settings, memory);
    });
    times.push(time);
  }
  return times.slice(WARM_UP);
}

async function wholeParse(text: string): Promise<{ first: number; warm: number }> {
  const parser = unified().use(remarkParse);
  const first = await timed(() => parser.parse(text));
  return {
    first,
    warm: median([
      await timed(() => parser.parse(text)),
      await timed(() => parser.parse(text)),
      await timed(() => parser.parse(text)),
    ]),
  };
}

/** Letters of a word, because people go on where they have just typed. */
const LETTERS = 6;

/**
 * Words typed letter by letter in prose, spread over the text: that is what people type most. Throws a RangeError if
 * there is no prose.
 */
export function places(text: string, count: number): Typed[] {
  const lines = text.split('\n');
  const isProse = (line: number) => /^[ -].{30}/.test(lines[line] ?? '') && !/@|https?:|\]\(#/.test(lines[line] ?? '');
  if (!lines.some((_, line) => isProse(line))) throw new RangeError('There is no prose to type in.');
  return Array.from({ length: count }, (_, k) => {
    const word = Math.floor(k / LETTERS);
    let line = Math.floor((((word * 7919 + 101) % 9973) / 9973) * (lines.length - 30)) + 25;
    while (!isProse(line)) line = (line + 1) % lines.length;
    return { line, character: 25 + (k % LETTERS), remove: 0, text: 'x' };
  });
}
