import { type ChildProcess, fork } from 'node:child_process';
import { residentOf } from '../measure';
import type { Answer, Running } from './tool';

/**
 * Starts a library in a process of its own, so that it can be given up and its memory be told. It measures itself there:
 * what it takes to reach that process does not count. `child` is the built `in-process-child.ts`.
 */
export async function inProcess(child: string, adapter: string, uri: string): Promise<Running> {
  const process = fork(child, [adapter, uri], { serialization: 'advanced' });
  await heard(process);
  const asked = async (question: object): Promise<Answer> => {
    process.send(question);
    return heard<Answer>(process);
  };
  return {
    open: (text, ask) => asked({ text, ask }),
    key: (typed, ask) => asked({ typed, ask }),
    get resident() {
      return residentOf(process.pid ?? 0);
    },
    end: () => process.kill('SIGKILL'),
  };
}

/** The next message of a process. Rejects when the process ends instead. */
function heard<T>(process: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    const ended = () => reject(new Error('The process has ended.'));
    process.once('exit', ended);
    process.once('message', (message) => {
      process.off('exit', ended);
      resolve(message as T);
    });
  });
}
