import { availableParallelism } from 'node:os';
import { Thread } from '../../adapters/threads/thread';
import type { ProjectList } from '../../core/facts/projects';
import type { Log } from '../../host/ports';
import type { CheckedFile } from './checked-file';
import type { FileToCheck, SharedFacts } from './checking-thread';
import type { Target } from './targets';

/** The text that a thread has to have at least, in UTF-16 code units: it takes longer to start than to check less. */
const SHARE = 2_000_000;

/** However many processors there are: each thread keeps all that is known. */
const MOST_THREADS = 8;

/** How many files a thread has at once, so that it does not wait for the next. */
const AT_ONCE = 2;

interface Options {
  /** The script that runs `checkFiles` in a thread. */
  readonly script: string;
  readonly log: Log;
  /** Called after each file. */
  readonly progress: () => void;
}

/**
 * Checks files in threads, where they are enough for two. What no thread has checked is null, which may be all: whoever
 * asks checks that.
 */
export async function checkedInThreads(
  targets: readonly Target[],
  facts: Omit<SharedFacts, 'lists'>,
  { script, log, progress }: Options,
): Promise<readonly (CheckedFile | null)[]> {
  const checked: (CheckedFile | null)[] = targets.map(() => null);
  const size = targets.reduce((sum, { file }) => sum + file.content.text.length, 0);
  const count = Math.min(availableParallelism(), MOST_THREADS, Math.floor(size / SHARE), targets.length);
  if (count < 2) return checked;
  const lists = [...new Set(targets.flatMap(({ file }) => file.reading.projects ?? []))];
  const data: SharedFacts = { ...facts, lists: lists.map(({ projects }) => projects) };
  const threads: Thread<FileToCheck, CheckedFile>[] = [];
  try {
    for (let i = 0; i < count; i++) threads.push(new Thread(script, 'A thread that checks files', log, data));
    let next = 0;
    const work = async (thread: Thread<FileToCheck, CheckedFile>) => {
      for (let at = next++; ; at = next++) {
        const target = targets[at];
        const answer = target && (await thread.ask(toCheck(target, lists)));
        if (!answer || answer === 'failed') return;
        checked[at] = answer;
        progress();
      }
    };
    await Promise.all(threads.flatMap((thread) => Array.from({ length: AT_ONCE }, () => work(thread))));
  } catch (error) {
    log(`Threads that check files did not start: ${error}`);
  } finally {
    for (const thread of threads) thread.end();
  }
  return checked;
}

function toCheck({ file, rules }: Target, lists: readonly ProjectList[]): FileToCheck {
  const { shown, content, reading } = file;
  const projects = reading.projects && lists.indexOf(reading.projects);
  return { text: content.text, shown, rules, reading: { ...reading, projects } };
}
