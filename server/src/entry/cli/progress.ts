/** What a line of progress is written with. */
export interface ProgressOptions {
  /** In milliseconds, from any start. */
  now(): number;
  write(text: string): void;
  /** The columns of the terminal; null where no person looks. */
  columns(): number | null;
}

/** Whoever waits for less has no need of it, and nobody reads faster, in milliseconds. */
const AFTER = 1_000;
const EVERY = 100;

/** One line on a terminal that says what takes so long. It is gone as soon as something else is written. */
export class Progress {
  private begun: number | null = null;
  private last = Number.NEGATIVE_INFINITY;
  private text = '';
  private isShown = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly options: ProgressOptions) {}

  /** Says what is being done. `text` has no control characters. Cheap: it may be called for every file. */
  say(text: string): void {
    if (this.options.columns() === null) return;
    this.text = text;
    const now = this.options.now();
    this.begun ??= now;
    if (now - this.begun >= AFTER) {
      if (now - this.last >= EVERY) this.show(now);
      return;
    }
    // While GitHub is waited for, nobody calls.
    this.timer ??= setTimeout(() => this.show(this.options.now()), AFTER).unref();
  }

  /** Takes the line away, before something else is written or at the end. */
  clear(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.isShown) this.options.write('\r\x1b[K');
    this.isShown = false;
  }

  private show(now: number): void {
    this.last = now;
    this.isShown = true;
    // A line that wraps could not be taken away.
    this.options.write(`\r\x1b[K${this.text.slice(0, (this.options.columns() ?? 1) - 1)}`);
  }
}
