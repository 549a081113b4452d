import type { Log, ReadingThread } from '../../host/ports';
import { type ClosedFile, closedFileReader, type Summary } from '../../host/workspace/summary';
import { answerWith, Thread } from './thread';

/** How long a thread waits for more files before it ends, in milliseconds: many folders are read at once or never. */
const IDLE = 500;

const NAME = 'The thread that reads files';

interface Question {
  readonly file: Omit<ClosedFile, 'projects'>;
  /** Only if they differ from those of the question before, because they are longer than most files. */
  readonly projects?: ClosedFile['projects'];
}

type Answer = Summary | null;

/** Reads in a thread that runs the script `file`, which has to call `answerQuestions`. It starts with the first file. */
export function readingThread(file: string, log: Log): ReadingThread {
  let thread: Thread<Question, Answer> | null = null;
  let last: ClosedFile['projects'] | null = null;
  let idle: NodeJS.Timeout | undefined;
  return {
    async summaryOf({ projects, ...closed }) {
      clearTimeout(idle);
      try {
        if (!thread?.isAlive) {
          thread = new Thread(file, NAME, log);
          last = null;
        }
      } catch (error) {
        log(`${NAME} did not start: ${error}`);
        return 'failed';
      }
      const own = thread;
      const question: Question = { file: closed, ...(projects === last ? {} : { projects }) };
      last = projects;
      const answer = await own.ask(question);
      if (!own.isBusy) idle = setTimeout(() => own.end(), IDLE).unref();
      return answer;
    },
  };
}

/** What such a thread does. */
export function answerQuestions(): void {
  answerWith<undefined, Question, Answer>(
    () => {
      const read = closedFileReader();
      let last: ClosedFile['projects'] = [];
      return ({ file, projects = last }) => {
        last = projects;
        return read({ ...file, projects });
      };
    },
    (summary) => (summary ? [summary.lineStarts.buffer as ArrayBuffer] : []),
  );
}
