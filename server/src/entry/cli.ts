/** The command line: `mentorship-proposals list|check`. */
import { setFlagsFromString } from 'node:v8';
import { isMainThread } from 'node:worker_threads';
import { endWithReader, warn } from './cli/output';
import { run } from './cli/run';

// V8 is told to watch a function several times longer before it makes faster code of it. For some dozen files, making it
// takes longer than it saves, a quarter of the whole run; thousands of files are read as fast as before. The V8 of Node 22
// and later has no such flag, and would print that as an error.
if (process.versions.v8.startsWith('11.')) setFlagsFromString('--interrupt-budget=500000');

if (isMainThread) {
  endWithReader();
  void run(process.argv.slice(2)).then(
    (code) => {
      process.exitCode = code;
    },
    (error: unknown) => {
      // The names of files may be in there, too: on one line it is as safe as everything else.
      warn(`This is a mistake in the program. ${error instanceof Error ? error.stack : error}`);
      process.exitCode = 2;
    },
  );
} else void import('./cli/checking-thread').then(({ checkFiles }) => checkFiles());
