import type { Clock } from '../host/ports';

const TURNS = 4;

/** The time of the machine. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after(milliseconds, run) {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
  async pause() {
    // A message that has arrived takes several turns: it is received, taken from a queue, and answered.
    for (let turn = 0; turn < TURNS; turn++) await new Promise<void>(nextTurn);
  },
};

/** Calls `run` when the events that wait have been handled. A browser has timers alone for that. */
function nextTurn(run: () => void): void {
  if (typeof setImmediate === 'function') setImmediate(run);
  else setTimeout(run, 0);
}
