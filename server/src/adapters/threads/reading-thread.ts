import { parentPort, Worker } from 'node:worker_threads';
import type { Log, ReadingThread } from '../../host/ports';
import { type ClosedFile, closedFileReader, type Summary } from '../../host/workspace/summary';

/** How long a thread waits for more files before it ends, in milliseconds: many folders are read at once or never. */
const IDLE = 5_000;

interface Question {
  readonly id: number;
  readonly file: Omit<ClosedFile, 'projects'>;
  /** Only if they differ from those of the question before, because they are longer than most files. */
  readonly projects?: ClosedFile['projects'];
}

interface Answer {
  readonly id: number;
  readonly summary: Summary | null;
}

/** Reads in a thread that runs the script `file`, which has to call `answerQuestions`. It starts with the first file. */
export function readingThread(file: string, log: Log): ReadingThread {
  let thread: ThreadOfFile | null = null;
  return {
    summaryOf(closed) {
      try {
        if (!thread?.isAlive) thread = new ThreadOfFile(file, log);
        return thread.ask(closed);
      } catch (error) {
        log(`The thread that reads files did not start: ${error}`);
        return Promise.resolve('failed');
      }
    },
  };
}

class ThreadOfFile {
  isAlive = true;
  private readonly worker: Worker;
  private readonly waiting = new Map<number, (answer: Summary | null | 'failed') => void>();
  private count = 0;
  private projects: ClosedFile['projects'] | null = null;
  private idle: NodeJS.Timeout | undefined;

  constructor(
    file: string,
    private readonly log: Log,
  ) {
    this.worker = new Worker(file);
    // The process may end while the thread waits.
    this.worker.unref();
    this.worker.on('message', ({ id, summary }: Answer) => {
      this.waiting.get(id)?.(summary);
      this.waiting.delete(id);
      if (this.waiting.size === 0) this.idle = setTimeout(() => this.end(), IDLE).unref();
    });
    this.worker.on('error', (error) => this.fail(error));
    this.worker.on('exit', () => this.fail(null));
  }

  ask({ projects, ...file }: ClosedFile): Promise<Summary | null | 'failed'> {
    clearTimeout(this.idle);
    const id = ++this.count;
    return new Promise((resolve) => {
      this.waiting.set(id, resolve);
      const question: Question = { id, file, ...(projects === this.projects ? {} : { projects }) };
      this.projects = projects;
      try {
        this.worker.postMessage(question);
      } catch (error) {
        // It is no plain data, so nothing of it was sent.
        this.end();
        this.fail(error);
      }
    });
  }

  private end(): void {
    this.isAlive = false;
    void this.worker.terminate();
  }

  /** What is left is read by those who asked. */
  private fail(error: unknown): void {
    this.isAlive = false;
    if (this.waiting.size > 0) this.log(`The thread that reads files has ended${error ? `: ${error}` : '.'}`);
    for (const resolve of this.waiting.values()) resolve('failed');
    this.waiting.clear();
  }
}

/** What such a thread does. */
export function answerQuestions(): void {
  const read = closedFileReader();
  let last: ClosedFile['projects'] = [];
  parentPort?.on('message', ({ id, file, projects = last }: Question) => {
    last = projects;
    const summary = read({ ...file, projects });
    const answer: Answer = { id, summary };
    parentPort?.postMessage(answer, summary ? [summary.lineStarts.buffer as ArrayBuffer] : []);
  });
}
