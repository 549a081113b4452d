/** The command line: `mentorship-proposals list|check`. */
import { run } from './cli/run';

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // Whoever reads from us ("| head") has seen enough.
  if (error.code === 'EPIPE') process.exit();
  throw error;
});

void run(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
