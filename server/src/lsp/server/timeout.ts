import type { CancellationToken } from 'vscode-languageserver';
import type { Clock } from '../../host/ports';

/** Waits for `work`, a timeout in milliseconds, or cancellation, whatever comes first. */
export function withTimeout(
  work: Promise<unknown>,
  milliseconds: number,
  clock: Clock,
  token: CancellationToken,
): Promise<void> {
  return new Promise((resolve) => {
    const stopWaiting = clock.after(milliseconds, resolve);
    token.onCancellationRequested(() => resolve());
    void work.then(() => {
      stopWaiting();
      resolve();
    });
  });
}
