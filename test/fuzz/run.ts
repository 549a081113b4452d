import { checks } from './checks';
import { type Case, caseOf } from './mutate';
import { type Originals, originals } from './originals';
import { Random } from './random';
import { shrunk } from './shrink';
import { subjectOf } from './subject';

export interface Failure {
  readonly document: number;
  readonly check: string;
  readonly message: string;
  readonly short: Case;
}

export interface Outcome {
  readonly documents: number;
  readonly characters: number;
  /** How many things each check has looked at. */
  readonly counts: ReadonlyMap<string, number>;
  /** How many documents failed, also as others before. */
  readonly failed: number;
}

export interface Run {
  readonly seed: number;
  /** The number of the first document. */
  readonly first: number;
  readonly documents: number;
  /** In milliseconds. */
  readonly time: number;
}

/** So many times the usual is a hang. */
const HANG = 50;
/** What is faster is never a hang, in milliseconds. */
const QUICK = 400;
/** How many documents tell what is usual. */
const USUAL = 200;
/** The garbage of others may make one slow once; slow code is slow every time. */
const TRIES = 4;
/** After so many kinds of failures a run ends. */
const KINDS = 20;

/** Is told how a run gets on. */
export interface Listener {
  /** With the number of each document before it is read. */
  begin(document: number): void;
  /** With one failure of each kind, made short. */
  found(failure: Failure): void;
}

/** Checks documents until the time is over or all are done. */
export function fuzz({ seed, first, documents, time }: Run, listener: Listener): Outcome {
  const from = originals();
  const end = performance.now() + time;
  const counts = new Map(checks.map(({ name }) => [name, 0]));
  const kinds = new Set<string>();
  const usual = new Usual();
  let [done, characters, failed] = [0, 0, 0];
  for (; done < documents && performance.now() < end && kinds.size < KINDS; done++) {
    const document = first + done;
    listener.begin(document);
    const own = numbered(seed, document, from);
    const length = own.versions.at(-1)?.length ?? 0;
    characters += length;
    const isDue = (every: number) => document % every === 0;
    const found = flawIn(own, counts, { isDue, isHang: (taken) => usual.isHang(taken, length) });
    if (!found) continue;
    failed++;
    if (kinds.has(kindOf(found))) continue;
    kinds.add(kindOf(found));
    const again = { isDue: () => true, isHang: (taken: number) => found.check === hang && taken >= QUICK };
    const short = shrunk(own, (one) => sameKind(flawIn(one, new Map(), again), found));
    listener.found({ document, ...found, short });
  }
  return { documents: done, characters, counts, failed };
}

/** The document with that number. */
export function numbered(seed: number, document: number, from: Originals = originals()): Case {
  return caseOf(from, new Random(seed, document));
}

interface Flaw {
  readonly check: string;
  readonly message: string;
}

const hang = 'time';

interface Manner {
  /** Whether a check that is done for every so many documents is done for this one. */
  isDue(every: number): boolean;
  /** Whether so many milliseconds are too many. */
  isHang(taken: number): boolean;
}

/** The first check that does not hold, or null. */
function flawIn(own: Case, counts: Map<string, number>, { isDue, isHang }: Manner): Flaw | null {
  let check = 'reading';
  try {
    for (let tries = 0; tries < TRIES; tries++) {
      const before = process.cpuUsage();
      const subject = subjectOf(own);
      for (const { name, run, every = 1 } of checks) {
        if (!isDue(every)) continue;
        check = name;
        const count = run(subject);
        if (tries === 0) counts.set(name, (counts.get(name) ?? 0) + count);
      }
      // Of the processor, because the machine does other things, too.
      const { user, system } = process.cpuUsage(before);
      if (!isHang((user + system) / 1_000)) return null;
    }
    return { check: hang, message: 'takes far longer than others of its length' };
  } catch (error) {
    return { check, message: told(error) };
  }
}

function told(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const own = error.name === 'AssertionError' ? error.message : (error.stack ?? error.message);
  return error.cause === undefined ? own : `${error.message}: ${told(error.cause)}`;
}

function kindOf({ check, message }: Flaw): string {
  const [line = ''] = message.split('\n', 1);
  return `${check}: ${line.replace(/".*"/g, '""').replace(/\d+/g, '0')}`;
}

function sameKind(one: Flaw | null, other: Flaw): boolean {
  return one !== null && kindOf(one) === kindOf(other);
}

/** What a KB usually takes. */
class Usual {
  private readonly times: number[] = [];
  private median = Number.POSITIVE_INFINITY;

  /** Whether that many milliseconds are far too many for a text. */
  isHang(taken: number, length: number): boolean {
    const size = Math.max(1, length / 1_000);
    if (this.times.length < USUAL) {
      this.times.push(taken / size);
      if (this.times.length === USUAL) this.median = this.times.toSorted((a, b) => a - b)[USUAL >> 1] ?? this.median;
    }
    return taken >= QUICK && taken / size > HANG * this.median;
  }
}
