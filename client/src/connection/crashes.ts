/** How many times a server that has crashed is started again within the window. */
const MOST = 5;

/** The window, in milliseconds. */
const WINDOW = 3 * 60_000;

/** Counts how often a server has crashed of late, to tell whether another start is worth it. */
export class Crashes {
  private recent: readonly number[] = [];

  /** `now` gives milliseconds. */
  constructor(private readonly now: () => number) {}

  /** One more crash. Whether the server is to be started again: at most five times in three minutes. */
  worthAnotherStart(): boolean {
    const now = this.now();
    this.recent = [...this.recent.filter((at) => now - at < WINDOW), now];
    return this.recent.length <= MOST;
  }
}
