import type { Clock } from '../ports';

/** How long work may go on before whoever waits is let through, in milliseconds. */
const AT_A_TIME = 4;

/** Does work that nobody waits for, part by part, with pauses in which everybody else is answered. */
export async function runYielding(parts: Iterable<void>, clock: Clock): Promise<void> {
  let since = clock.now();
  for (const _ of parts) {
    if (clock.now() - since < AT_A_TIME) continue;
    await clock.pause();
    since = clock.now();
  }
}
