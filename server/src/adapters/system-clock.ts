import type { Clock } from '../host/ports';

const TURNS = 4;

/** The system clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after(milliseconds, run) {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
  async pause() {
    // A message takes several turns of the event loop: it is received, dequeued and answered.
    for (let turn = 0; turn < TURNS; turn++) await new Promise<void>(nextTurn);
  },
};

/** Calls `run` after the pending events. A browser can do that only with timers. */
function nextTurn(run: () => void): void {
  if (typeof setImmediate === 'function') setImmediate(run);
  else setTimeout(run, 0);
}
