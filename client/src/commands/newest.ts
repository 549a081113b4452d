/**
 * Runs tasks one after the other, but only the newest of those that wait: what a person has already left behind must not
 * delay where they go.
 */
export class Newest {
  private asked = 0;
  /** Resolves when every task so far has ended or been skipped. Never rejects. */
  done: Promise<void> = Promise.resolve();

  run(task: () => Promise<unknown>): void {
    const own = ++this.asked;
    this.done = this.done.then(async () => {
      if (own === this.asked) await task().catch(() => {});
    });
  }
}
