import { CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Log } from '../../host/ports';

type Handler<P, R> = (params: P, token: CancellationToken) => R | Promise<R>;
type Guarded<P, R> = (params: P, token: CancellationToken) => Promise<R | ResponseError<never>>;

/** The crash fence of every request: see `guardWith`. */
export type Guard = <P, R>(name: string, empty: R, handle: Handler<P, R>) => Guarded<P, R>;

/**
 * Makes the fence around requests: whatever goes wrong inside one is a line in the log and the empty answer, so that
 * one document cannot take the server away from all others. With `throwErrors` the error goes on to the client instead: a
 * test must not pass over it. A request that the client has called off is answered so.
 */
export function guardWith(log: Log, throwErrors: boolean): Guard {
  return (name, empty, handle) => async (params, token) => {
    const calledOff = () =>
      new ResponseError<never>(LSPErrorCodes.RequestCancelled, `The request ${name} was canceled.`);
    if (token.isCancellationRequested) return calledOff();
    try {
      const answer = await handle(params, token);
      return token.isCancellationRequested ? calledOff() : answer;
    } catch (error) {
      if (throwErrors) throw error;
      log(`${name} failed: ${traceOf(error)}`);
      return empty;
    }
  };
}

/** Runs work that no request waits for, inside the same fence. */
export type Background = (name: string, work: () => Promise<void>) => Promise<void>;

export function backgroundWith(guard: Guard): Background {
  return async (name, work) => {
    await guard(name, undefined, work)(undefined, CancellationToken.None);
  };
}

/** The error with the place it comes from, in one line. */
function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const [place = ''] = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  return `${error.message} ${place.trim()}`;
}
