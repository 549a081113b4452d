import { once } from 'node:events';
import { visible } from '../../core/text/visible';
import { Progress } from './progress';

/** What takes long, on standard error: gone before anything else is written there or on standard output. */
export const progress = new Progress({
  now: Date.now,
  write: (text) => process.stderr.write(text),
  columns: () => (process.stderr.isTTY && process.env.TERM !== 'dumb' ? process.stderr.columns || 80 : null),
});

/** The only way to standard output. What is no JSON has been made visible by whoever made it. */
export async function print(text: string): Promise<void> {
  progress.clear();
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}

/** Whether a person reads what is printed, and how many columns their terminal has. */
export function terminal(): { readonly isThere: boolean; readonly width: number } {
  return { isThere: process.stdout.isTTY === true, width: process.stdout.columns || Number(process.env.COLUMNS) || 80 };
}

/** One line for the person or the runner that reads standard error: the only way there. */
export function warn(line: string): void {
  progress.clear();
  process.stderr.write(`mentorship-proposals: ${visible(line)}\n`);
}

/** Asks a person who can answer; false where there is none. */
export async function isWanted(question: string): Promise<boolean> {
  if (!process.stdout.isTTY || !process.stdin.isTTY) return false;
  const { createInterface } = await import('node:readline/promises');
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  // At the end of the input there is no answer.
  const ended = new AbortController();
  lines.on('close', () => ended.abort());
  const answer = await lines.question(`${question} [y/N] `, { signal: ended.signal }).catch(() => '');
  lines.close();
  return /^y(es)?$/i.test(answer.trim());
}

/** Exits when the reader closes the pipe, as `| head` does, and says so if there is no room for the output. */
export function endWithReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    warn(`Standard output could not be written: ${/^[A-Z]+: ([^,]+)/.exec(error.message)?.[1] ?? error.message}.`);
    process.exit(2);
  });
  process.stderr.on('error', () => process.exit(2));
}
