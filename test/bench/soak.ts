import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { copyOf } from './copies';
import { corpusFiles, inventedFiles } from './corpus';
import { places } from './keystrokes';
import { Session, type Typed } from './session';
import { numbers } from './text';

/** How much more the heap may hold at the end than after the first minute. */
const MOST = 1.05;
/** How many files somebody works on. The server keeps what each was like before the session, so they must not be more and more. */
const FILES = 8;
/** A shorter file, in UTF-16 code units, has nothing to work on. */
const LEAST = 10_000;
/** How many documents are open at once, and how many of their versions somebody makes before closing one. */
const OPEN = 4;
const EDITS = 40;

type Position = Pick<Typed, 'line' | 'character'>;

interface Open {
  readonly session: Session;
  readonly typed: readonly Typed[];
  /** Where mentors are named. */
  readonly people: readonly Position[];
  /** The changes that can be taken back, the last one last. */
  readonly done: Typed[];
  edits: number;
}

/**
 * Somebody works for some minutes: types, takes back, asks for completion, hovers and symbols, closes and opens files of
 * the corpus, or invented ones without it. Fails if the server's heap has grown by more than 5 % since the first minute.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { minutes: { type: 'string', default: '10' } } });
  const minutes = Number(values.minutes);
  if (!(minutes >= 2)) throw new RangeError('--minutes needs a number of at least 2.');
  const dist = resolve(__dirname, '..');
  const folder = mkdtempSync(join(tmpdir(), 'proposals-soak-'));
  try {
    const all = corpusFiles(resolve(dist, '../../shared')) ?? inventedFiles();
    const files = all.filter(([, text]) => text.length >= LEAST);
    for (const [name, text] of [...files, ...copyOf(files, 1)]) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    await soak(dist, pathToFileURL(folder).href, files.slice(-FILES), minutes);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function soak(dist: string, root: string, files: readonly (readonly [string, string])[], minutes: number) {
  const command = ['--expose-gc', '--require', join(dist, 'bench/heap-report.js'), join(dist, 'server.js'), '--stdio'];
  const server = await Session.start(command, `${root}/none.md`, root, { hasHeapReport: true });
  const random = numbers(1);
  const pick = <T>(all: readonly T[]) => all[Math.floor(random() * all.length)] as T;
  const open = new Map<string, Open>();
  const heaps: number[] = [];
  const start = Date.now();
  let steps = 0;
  for (; Date.now() - start < minutes * 60_000; steps++) {
    while (open.size < OPEN) {
      const [name, text] = pick(files);
      if (open.has(name)) continue;
      const session = server.beside(`${root}/${name}`);
      await session.open(text);
      open.set(name, { session, typed: places(text, EDITS), people: peopleIn(text), done: [], edits: 0 });
    }
    const [name, document] = pick([...open]);
    if (await work(document, random())) {
      await document.session.close();
      open.delete(name);
    }
    if (Date.now() - start < (heaps.length + 1) * 60_000) continue;
    // Always with nothing open, so that two minutes are compared by what stays.
    for (const each of open.values()) await each.session.close();
    open.clear();
    heaps.push(await server.heap());
    console.log(`minute ${heaps.length}: ${heaps.at(-1)?.toFixed(1)} MB on the heap, ${steps} steps`);
  }
  await server.stop();
  const [first = Number.NaN] = heaps;
  const last = Math.min(...heaps.slice(-2));
  const growth = last / first;
  console.log(`${steps} steps; the heap after the first minute times ${growth.toFixed(3)} (at most ${MOST})`);
  if (!(growth <= MOST)) process.exitCode = 1;
}

/** One thing that a person does. True when they are done with the document. */
async function work(document: Open, chance: number): Promise<boolean> {
  const { session, typed, done } = document;
  const at = typed[document.edits % typed.length];
  if (!at) return true;
  const position = document.people[Math.floor(chance * 1_000) % document.people.length] ?? at;
  if (chance < 0.55) {
    document.edits++;
    await session.type(at);
    done.push({ ...at, remove: 1, text: '' });
    await session.pull();
  } else if (chance < 0.7) {
    const last = done.pop();
    if (last) await session.type(last);
    await session.pull();
  } else if (chance < 0.8) await session.request('textDocument/completion', { position });
  else if (chance < 0.9) await session.request('textDocument/hover', { position });
  else if (chance < 0.95) await session.request('textDocument/documentSymbol');
  else
    await session.request('textDocument/codeAction', {
      range: { start: position, end: position },
      context: { diagnostics: [] },
    });
  return document.edits >= EDITS;
}

/** Behind the `(@` of each entry. There, nothing is asked of GitHub. */
function peopleIn(text: string): readonly Position[] {
  return text.split('\n').flatMap((content, line) => {
    const at = content.indexOf('(@');
    return at === -1 ? [] : { line, character: at + 4 };
  });
}

void main();
