import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver';
import type { Clock, Progress } from '../../host/ports';

/** We show no progress for operations shorter than this, in milliseconds. */
const LONG = 500;

/**
 * Shows the progress of reading ("31/44") with a cancel button, after half a second. Shows nothing if the client has no
 * progress.
 */
export function readingProgress(connection: Connection, clock: Clock, isShown: boolean): Progress {
  if (!isShown) return { report: () => {}, isCalledOff: () => false, end: () => {} };
  let shown: WorkDoneProgressServerReporter | null = null;
  let ended = false;
  let now = { done: 0, all: 0 };
  let said = '';
  const say = () => {
    const { done, all } = now;
    const percentage = all === 0 ? 0 : Math.floor((100 * done) / all);
    // More than one message per percent would not be visible.
    if (!shown || said === `${percentage}`) return;
    said = `${percentage}`;
    shown.report(percentage, `${done}/${all}`);
  };
  const show = async () => {
    const reporter = await connection.window.createWorkDoneProgress();
    if (ended) return;
    shown = reporter;
    shown.begin('Reading proposals…', 0, undefined, true);
    say();
  };
  // Some clients announce progress but do not support it.
  const callOff = clock.after(LONG, () => void show().catch(() => {}));
  return {
    report(done, all) {
      now = { done, all };
      say();
    },
    isCalledOff: () => shown?.token.isCancellationRequested === true,
    end() {
      ended = true;
      callOff();
      shown?.done();
    },
  };
}
