import type { Clock } from '../../server/src/host/ports';

/** A clock that stands still until a test moves it on. */
export class HandClock implements Clock {
  private time = Date.UTC(2026, 0, 15, 12);
  private waiting: { at: number; run: () => void }[] = [];
  private listeners: (() => void)[] = [];

  now(): number {
    return this.time;
  }

  after(milliseconds: number, run: () => void): () => void {
    const timer = { at: this.time + milliseconds, run };
    this.waiting.push(timer);
    for (const listener of this.listeners.splice(0)) listener();
    return () => {
      this.waiting = this.waiting.filter((each) => each !== timer);
    };
  }

  async pause(): Promise<void> {}

  advance(milliseconds: number): void {
    this.time += milliseconds;
    const due = this.waiting.filter(({ at }) => at <= this.time);
    this.waiting = this.waiting.filter(({ at }) => at > this.time);
    for (const { run } of due) run();
  }

  /** Done when somebody waits. */
  async waitedFor(): Promise<void> {
    if (this.waiting.length > 0) return;
    await new Promise<void>((resolve) => this.listeners.push(resolve));
  }
}
