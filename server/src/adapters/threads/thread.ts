import { parentPort, type TransferListItem, Worker, workerData } from 'node:worker_threads';
import type { Log } from '../../host/ports';

interface Asked<Question> {
  readonly id: number;
  readonly question: Question;
}

interface Answered<Answer> {
  readonly id: number;
  readonly answer: Answer;
}

/** A thread that runs a script of ours, which has to call `answerWith`. Throws where threads cannot start. */
export class Thread<Question, Answer> {
  isAlive = true;
  private readonly worker: Worker;
  private readonly waiting = new Map<number, (answer: Answer | 'failed') => void>();
  private count = 0;

  /** `name` is what people call the thread, and `data` plain data that it gets once. */
  constructor(
    file: string,
    private readonly name: string,
    private readonly log: Log,
    data?: unknown,
  ) {
    this.worker = new Worker(file, { workerData: data });
    // The process may end while the thread waits for a question, but not while somebody waits for an answer.
    this.worker.unref();
    this.worker.on('message', ({ id, answer }: Answered<Answer>) => {
      this.waiting.get(id)?.(answer);
      this.waiting.delete(id);
      if (!this.isBusy) this.worker.unref();
    });
    this.worker.on('error', (error) => this.fail(error));
    this.worker.on('exit', () => this.fail(null));
  }

  /** Whether somebody waits for an answer. */
  get isBusy(): boolean {
    return this.waiting.size > 0;
  }

  /** Plain data in, plain data out. `failed` if the thread has ended: then who asked has to do it. */
  ask(question: Question): Promise<Answer | 'failed'> {
    const id = ++this.count;
    return new Promise((resolve) => {
      if (!this.isAlive) return resolve('failed');
      this.waiting.set(id, resolve);
      this.worker.ref();
      try {
        this.worker.postMessage({ id, question } satisfies Asked<Question>);
      } catch (error) {
        // It is no plain data, so nothing of it was sent.
        this.end();
        this.fail(error);
      }
    });
  }

  end(): void {
    this.isAlive = false;
    void this.worker.terminate();
  }

  private fail(error: unknown): void {
    this.isAlive = false;
    if (this.isBusy) this.log(`${this.name} has ended${error ? `: ${error}` : '.'}`);
    for (const resolve of this.waiting.values()) resolve('failed');
    this.waiting.clear();
  }
}

/**
 * What a thread does: it makes an answer of each question, with what it was given at its start. What `owned` names of an
 * answer is handed over instead of copied.
 */
export function answerWith<Data, Question, Answer>(
  start: (data: Data) => (question: Question) => Answer,
  owned: (answer: Answer) => readonly TransferListItem[] = () => [],
): void {
  const answerTo = start(workerData as Data);
  parentPort?.on('message', ({ id, question }: Asked<Question>) => {
    const answer = answerTo(question);
    parentPort?.postMessage({ id, answer } satisfies Answered<Answer>, owned(answer));
  });
}
