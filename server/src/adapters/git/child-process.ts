import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants, statSync } from 'node:fs';
import * as path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { pathBelow, realPathOf } from '../files/real-path';

/** How long a program may be silent, in milliseconds, before it is ended. */
const TIMEOUT = 20_000;
const MOST_REASON = 4_096;

/** How a program is started: by its absolute path, never through a shell, with this environment and nothing of ours. */
export interface Start {
  readonly program: string;
  readonly args: readonly string[];
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
  /** What it reads on its standard input; nothing by default. */
  readonly input?: Iterable<string>;
  readonly timeout?: number;
  /** Whether what it has said on its standard error is a failure, also where it ends with the code 0. */
  readonly isFailure?: (said: string) => boolean;
}

/** A program that could not be started, did not answer in time, or ended with another code than 0. */
export class ProgramFailed extends Error {
  /** `message` is the first line of what the program says of it, or our own words; empty where it says nothing. */
  constructor(
    message: string,
    /** Null where it has not come to an end by itself. */
    readonly code: number | null,
  ) {
    super(message);
  }
}

/**
 * What a program prints, in pieces as they come; the only way in which this project starts one. Throws a ProgramFailed.
 * The program is ended as soon as nobody asks for more of it.
 */
export async function* outputOf(start: Start): AsyncGenerator<Buffer, void, undefined> {
  const { program, args, folder, environment, input = [], timeout = TIMEOUT, isFailure } = start;
  const child = spawn(program, args, { cwd: folder, env: { ...environment }, windowsHide: true });
  // It may end before it has read everything: why it did is told by its code.
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
 * The absolute path of a program, by the folders that PATH names; null where none has it.
 *
 * Folders that are not absolute mean the folder one is in. That, and all that lies in `stranger`, is the checkout of
 * somebody else, who may have put a program of that name there; so are the folders that `npm` adds for its packages.
 */
export function programOnPath(name: string, environment: NodeJS.ProcessEnv, stranger: string): string | null {
  const file = process.platform === 'win32' ? `${name}.exe` : name;
  const found = foldersOnPath(environment, stranger).map((folder) => path.join(folder, file));
  return found.find(isProgram) ?? null;
}

/** The folders of PATH that are not a stranger's. */
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
