import type { Clock } from '../ports';

/** How long background work may run before it lets other requests through, in milliseconds. */
const AT_A_TIME = 4;

/** Runs background work in parts and answers other requests between them. */
export async function runYielding(parts: Iterable<void>, clock: Clock): Promise<void> {
  let since = clock.now();
  for (const _ of parts) {
    if (clock.now() - since < AT_A_TIME) continue;
    await clock.pause();
    since = clock.now();
  }
}
