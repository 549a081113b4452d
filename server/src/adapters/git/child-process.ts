import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants, statSync } from 'node:fs';
import * as path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { pathBelow, realPathOf } from '../files/real-path';

/** We end a program that prints nothing for this long, in milliseconds. */
const TIMEOUT = 20_000;
const MOST_REASON = 4_096;

/** How to start a program: by absolute path, never through a shell, with exactly this environment. */
export interface Start {
  readonly program: string;
  readonly args: readonly string[];
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Its standard input; empty by default. */
  readonly input?: Iterable<string>;
  readonly timeout?: number;
  /** Whether this standard error output is a failure even if the exit code is 0. */
  readonly isFailure?: (said: string) => boolean;
}

/** A program did not start, did not answer in time, or ended with an exit code other than 0. */
export class ProgramFailed extends Error {
  /** `message` is the first line of the program's error or our own message; empty if the program gave no reason. */
  constructor(
    message: string,
    /** Null if it did not exit by itself. */
    readonly code: number | null,
  ) {
    super(message);
  }
}

/**
 * Yields what a program prints, piece by piece. No other code in this project starts programs. Throws a
 * ProgramFailed. Ends the program when the caller stops reading.
 */
export async function* outputOf(start: Start): AsyncGenerator<Buffer, void, undefined> {
  const { program, args, folder, environment, input = [], timeout = TIMEOUT, isFailure } = start;
  const child = spawn(program, args, { cwd: folder, env: { ...environment }, windowsHide: true });
  // The program may exit before it has read all input; its exit code gives the reason.
  pipeline(Readable.from(input), child.stdin).catch(() => {});
  let reason = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    if (reason.length < MOST_REASON) reason += text;
  });
  const closed = once(child, 'close').catch((error: Error) => {
    throw new ProgramFailed(error.message, null);
  });
  closed.catch(() => {});
  const chunks = child.stdout[Symbol.asyncIterator]();
  try {
    for (;;) {
      const { done, value } = await inTime(chunks.next(), timeout);
      if (done) break;
      yield value;
    }
    const [code] = await inTime(closed, timeout);
    if (code !== 0 || isFailure?.(reason)) throw new ProgramFailed(reason.trim().split(/[\r\n]/)[0] ?? '', code);
  } finally {
    child.kill('SIGKILL');
    for (const stream of [child.stdin, child.stdout, child.stderr]) stream.destroy();
  }
}

/**
 * The absolute path of a program in PATH; null if it is not there. Skips relative folders, everything inside
 * `stranger` (a checkout in which somebody else may have put a program of that name), and the folders that `npm`
 * adds for its packages.
 */
export function programOnPath(name: string, environment: NodeJS.ProcessEnv, stranger: string): string | null {
  const file = process.platform === 'win32' ? `${name}.exe` : name;
  const found = foldersOnPath(environment, stranger).map((folder) => path.join(folder, file));
  return found.find(isProgram) ?? null;
}

/** The trusted folders of PATH. */
export function foldersOnPath(environment: NodeJS.ProcessEnv, stranger: string): readonly string[] {
  const entries = (environment.PATH ?? environment.Path ?? '').split(path.delimiter);
  return entries.filter((entry) => {
    if (!path.isAbsolute(entry) || path.basename(path.dirname(entry)) === 'node_modules') return false;
    return pathBelow(stranger, realPathOf(entry)) === null;
  });
}

async function inTime<T>(answer: Promise<T>, timeout: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, fail) => {
    const message = `it was silent for ${timeout / 1000} seconds`;
    timer = setTimeout(() => fail(new ProgramFailed(message, null)), timeout);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}

function isProgram(file: string): boolean {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return false;
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
