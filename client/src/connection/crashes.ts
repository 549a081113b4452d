/** The number of restarts within the window. */
const MOST = 5;

/** The window, in milliseconds. */
const WINDOW = 3 * 60_000;

/** Counts recent crashes to decide whether to restart the server. */
export class Crashes {
  private recent: readonly number[] = [];

  /** `now` gives milliseconds. */
  constructor(private readonly now: () => number) {}

  /** Records a crash. Returns whether to restart the server: at most five times in three minutes. */
  worthAnotherStart(): boolean {
    const now = this.now();
    this.recent = [...this.recent.filter((at) => now - at < WINDOW), now];
    return this.recent.length <= MOST;
  }
}
