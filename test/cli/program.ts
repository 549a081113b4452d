/** Runs the command line, built afresh for each file of tests, in the folder of a test. */
import { execFile, execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { goodProposal } from '../good';

const root = resolve(import.meta.dirname, '../..');
/** The folder with the build. */
export const built = mkdtempSync(join(tmpdir(), 'mentorship-proposals-built-'));

beforeAll(() => {
  execFileSync(process.execPath, ['esbuild.mjs', '--dev', '--outdir', built, '--only', 'cli.js'], { cwd: root });
});
afterAll(() => rmSync(built, { recursive: true }));

export interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the program in `folder` and waits until it ends. */
export function run(folder: string, ...args: string[]): Promise<Run> {
  return runWith({}, folder, ...args);
}

/** Runs Node itself with these arguments. */
export function runNode(folder: string, ...args: string[]): Promise<Run> {
  return runFile(process.execPath, folder, args);
}

/** The same with more variables in its environment. */
export function runWith(environment: Record<string, string>, folder: string, ...args: string[]): Promise<Run> {
  return runFile(process.execPath, folder, [join(built, 'cli.js'), ...args], environment);
}

/** The same with a text as its standard input. */
export function runOn(input: string, folder: string, ...args: string[]): Promise<Run> {
  return runFile(process.execPath, folder, [join(built, 'cli.js'), ...args], {}, input);
}

/** The same as a person who is not root, because root may read everything. */
export function runAsNobody(folder: string, ...args: string[]): Promise<Run> {
  for (const each of [folder, built]) chmodSync(each, 0o755);
  const person = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  return runFile(process.execPath, folder, [join(built, 'cli.js'), ...args], {}, '', person);
}

export function git(folder: string, ...args: string[]): Promise<Run> {
  const person = ['-c', 'user.name=Ada Example', '-c', 'user.email=ada@example.org', '-c', 'commit.gpgsign=false'];
  return runFile('git', folder, [...person, ...args]);
}

/** A drafts file without template, with a proposal of each title; all of them are complete. */
export function drafts(...titles: string[]): string {
  return `## Proposed Project ideas\n\n### Jaeger\n\n${titles.map((title) => proposal(title)).join('\n')}`;
}

export function proposal(title: string, without: readonly string[] = []): string {
  return goodProposal(title, { without });
}

function runFile(
  program: string,
  cwd: string,
  args: readonly string[],
  more: Record<string, string> = {},
  input = '',
  person: { readonly uid?: number; readonly gid?: number } = {},
): Promise<Run> {
  const env = { ...process.env, ...more };
  return new Promise((done) => {
    const child = execFile(program, args, { cwd, env, maxBuffer: 1 << 26, ...person }, (error, out, err) => {
      const code = error ? Number(error.code) : 0;
      done({ code, out, err });
    });
    // The program may end before it has read anything.
    child.stdin?.on('error', () => {});
    child.stdin?.end(input);
  });
}
