import type { Clock } from '../ports';

/** How long background work may run before it lets other requests through, in milliseconds. */
const AT_A_TIME = 4;

/** Runs background work in parts and answers other requests between them. Resolves with its result. */
export async function runYielding<T>(parts: Iterator<void, T>, clock: Pick<Clock, 'now' | 'pause'>): Promise<T> {
  let since = clock.now();
  for (;;) {
    const part = parts.next();
    if (part.done) return part.value;
    if (clock.now() - since < AT_A_TIME) continue;
    await clock.pause();
    since = clock.now();
  }
}
