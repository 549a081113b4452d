/** `npm run fuzz`: starts a worker, watches that it gets on, and says what it has found. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { type Failure, fuzz, numbered, type Outcome, type Run } from './run';

/** A document that takes longer than this, in milliseconds, hangs. */
const LONGEST = 60_000;

interface Begun {
  readonly run: Run;
  /** The number of the document that is being checked. */
  readonly at: Int32Array;
}

/** What the worker says: a failure as soon as it is found, and the outcome at the end. */
type Message = { readonly failure: Failure } | { readonly outcome: Outcome };

if (isMainThread) await main();
else {
  const { run, at }: Begun = workerData;
  const say = (message: Message) => parentPort?.postMessage(message);
  const begin = (document: number) => void Atomics.store(at, 0, document);
  say({ outcome: fuzz(run, { begin, found: (failure) => say({ failure }) }) });
}

async function main(): Promise<void> {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ options: { minutes: text, seed: text, documents: text, first: text } });
  const run: Run = {
    seed: wholeNumber(values.seed, Date.now() % 1_000_000),
    first: wholeNumber(values.first, 0),
    documents: wholeNumber(values.documents, Number.POSITIVE_INFINITY),
    time:
      values.documents === undefined || values.minutes !== undefined
        ? Number(values.minutes ?? 1) * 60_000
        : Number.POSITIVE_INFINITY,
  };
  const start = performance.now();
  console.log(`seed ${run.seed}`);
  const outcome = await watched(run);
  if (outcome === null) process.exit(1);
  const seconds = (performance.now() - start) / 1000;
  report(outcome, seconds);
  process.exit(outcome.failed > 0 ? 1 : 0);
}

function wholeNumber(written: string | undefined, otherwise: number): number {
  if (written === undefined) return otherwise;
  const number = Number(written);
  if (!Number.isSafeInteger(number) || number < 0) throw new RangeError(`"${written}" is not a whole number`);
  return number;
}

/** What the worker has found, or null if it hangs: then the document that it is at has been told. */
function watched(run: Run): Promise<Outcome | null> {
  const at = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(new URL(import.meta.url), { workerData: { run, at } satisfies Begun });
  return new Promise((resolve, reject) => {
    let [last, since] = [-1, performance.now()];
    const watch = setInterval(() => {
      const now = Atomics.load(at, 0);
      if (now !== last) [last, since] = [now, performance.now()];
      else if (performance.now() - since > LONGEST) {
        const short = numbered(run.seed, now);
        tell(run, { document: now, check: 'time', message: `not done after ${LONGEST / 1000} s`, short });
        resolve(null);
      }
    }, 1_000);
    worker.on('message', (message: Message) => {
      if ('failure' in message) tell(run, message.failure);
      else resolve(message.outcome);
    });
    worker.once('error', reject);
    worker.once('exit', () => clearInterval(watch));
  });
}

function report({ documents, characters, counts, failed }: Outcome, seconds: number): void {
  for (const [name, count] of counts) console.log(`${name.padEnd(32)}${count.toLocaleString('en-US').padStart(12)}`);
  const speed = `${(documents / seconds).toFixed(0)} a second, ${(characters / documents / 1000).toFixed(1)} KB each`;
  console.log(`${documents.toLocaleString('en-US')} documents in ${seconds.toFixed(0)} s (${speed}), ${failed} failed`);
}

/** Prints a failure with its short document, and writes it to a file. */
function tell({ seed }: Run, { document, check, message, short }: Failure): void {
  const folder = mkdtempSync(join(tmpdir(), `proposals-fuzz-${seed}-${document}-`));
  short.versions.forEach((text, i) => {
    writeFileSync(join(folder, `${i + 1}.md`), text);
  });
  console.log(`\n${check}: ${message}`);
  console.log(`path ${short.path}, versions ${JSON.stringify(short.versions.map((text) => text.slice(0, 2_000)))}`);
  console.log(`whole in ${folder}, again with: npm run fuzz -- --seed ${seed} --first ${document} --documents 1\n`);
}
