import { once } from 'node:events';
import { visible } from '../../core/text/visible';

/** The only way to standard output. What is no JSON has been made visible by whoever made it. */
export async function print(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}

/** Prints a text of several lines as it is, but to a terminal, which would obey the control characters in it. */
export function printExactly(text: string): Promise<void> {
  return print(`${process.stdout.isTTY ? text.split('\n').map(visible).join('\n') : text}\n`);
}

/** One line for the person or the runner that reads standard error: the only way there. */
export function warn(line: string): void {
  process.stderr.write(`mentorship-proposals: ${visible(line)}\n`);
}

/** Exits when the reader closes the pipe, as `| head` does. */
export function endWithReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    throw error;
  });
}
