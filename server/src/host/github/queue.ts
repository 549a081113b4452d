import { issueName } from '../../core/facts/issues';
import type { IssueKey } from '../../core/known/known';
import type { Cancellation } from '../ports';

/**
 * The priority of a question: `person` waits for one answer now; `command` waits for many answers; `background` does
 * not wait.
 */
export type Wanted = 'person' | 'command' | 'background';

/** Questions with one key share a request. */
export interface Batch {
  readonly keys: readonly IssueKey[];
  readonly wanted: Wanted;
}

interface Question {
  readonly key: IssueKey;
  wanted: Wanted;
  running: boolean;
  /** Called when the question is answered, once for each waiting caller. */
  readonly waiting: Set<() => void>;
}

const PLACES = 4;
/** One slot is reserved for a person, who would otherwise wait behind bulk requests. */
const BULK_PLACES = 3;
const BATCH = 25;

const ranks: readonly Wanted[] = ['person', 'command', 'background'];

/** Queues questions: each is asked once, with at most four requests at a time, and higher priorities go first. */
export class Queue {
  /** By the issue's name, in order of arrival. */
  private readonly questions = new Map<string, Question>();
  private running = 0;
  private bulk = 0;
  private starting = false;

  constructor(
    /** How many questions go into one request now; 0 where the question would not be asked at all. */
    private readonly size: (wanted: Wanted) => Promise<'many' | 'one' | 'none'>,
    /** Answers a batch with one request at a time. Never rejects. */
    private readonly work: (batch: Batch) => Promise<void>,
  ) {}

  has(key: IssueKey): boolean {
    return this.questions.has(issueName(key));
  }

  /** Resolves when the question is answered, has failed or was canceled. Never rejects. */
  add(key: IssueKey, wanted: Wanted, cancellation: Cancellation | null): Promise<void> {
    if (cancellation?.isCancellationRequested) return Promise.resolve();
    const name = issueName(key);
    const question = this.questions.get(name) ?? { key, wanted, running: false, waiting: new Set() };
    if (ranks.indexOf(wanted) < ranks.indexOf(question.wanted)) question.wanted = wanted;
    this.questions.set(name, question);
    void this.start();
    return new Promise((resolve) => {
      question.waiting.add(resolve);
      cancellation?.onCancellationRequested(() => {
        question.waiting.delete(resolve);
        resolve();
        // A running request is already paid for, and the next caller can use its answer.
        const isWaiting = this.questions.get(name) === question && !question.running;
        if (isWaiting && question.waiting.size === 0) this.questions.delete(name);
      });
    });
  }

  /** Starts one request for a person at once; null if four are already running. */
  async atOnce<T>(work: () => Promise<T>): Promise<T | null> {
    if (!this.hasPlace('person')) return null;
    this.running++;
    try {
      return await work();
    } finally {
      this.running--;
      void this.start();
    }
  }

  /** Everything that is asked in one go is there when the first batch is made. */
  private async start(): Promise<void> {
    if (this.starting) return;
    this.starting = true;
    await Promise.resolve();
    const sizes = new Map<Wanted, 'many' | 'one' | 'none'>();
    for (const wanted of ranks) sizes.set(wanted, await this.size(wanted));
    this.starting = false;
    for (const wanted of ranks) {
      const size = sizes.get(wanted) ?? 'none';
      while (this.hasPlace(wanted)) {
        const batch = [...this.questions].filter(([, each]) => each.wanted === wanted && !each.running);
        if (batch.length === 0) break;
        if (size === 'none') this.finish(batch.map(([name]) => name));
        else this.run(batch.slice(0, size === 'many' ? BATCH : 1), wanted);
      }
    }
  }

  private hasPlace(wanted: Wanted): boolean {
    return this.running < PLACES && (wanted === 'person' || this.bulk < BULK_PLACES);
  }

  private run(batch: readonly [string, Question][], wanted: Wanted): void {
    const bulk = wanted === 'person' ? 0 : 1;
    this.running++;
    this.bulk += bulk;
    for (const [, question] of batch) question.running = true;
    void this.work({ keys: batch.map(([, { key }]) => key), wanted }).then(() => {
      this.running--;
      this.bulk -= bulk;
      this.finish(batch.map(([name]) => name));
      void this.start();
    });
  }

  private finish(names: readonly string[]): void {
    for (const name of names) {
      const question = this.questions.get(name);
      this.questions.delete(name);
      for (const resolve of question?.waiting ?? []) resolve();
    }
  }
}
