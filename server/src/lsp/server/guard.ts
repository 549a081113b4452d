import { CancellationToken, ErrorCodes, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Log } from '../../host/ports';

type Handler<P, R> = (params: P, token: CancellationToken) => R | Promise<R>;
type Guarded<P, R> = (params: P, token: CancellationToken) => Promise<R | ResponseError<never>>;

/** Wraps the handler of a request. See `guardWith`. */
export type Guard = <P, R>(name: string, empty: R, handle: Handler<P, R>) => Guarded<P, R>;

/**
 * Makes a wrapper for request handlers. An error becomes a line in the log and an empty answer, so that one document
 * cannot stop the server. With `throwErrors`, for tests, the error goes to the client. Canceled requests are answered
 * as canceled, and all of them as invalid once `isOver` says that the client has shut the server down.
 */
export function guardWith(log: Log, throwErrors: boolean, isOver: () => boolean): Guard {
  return (name, empty, handle) => async (params, token) => {
    if (isOver()) return new ResponseError<never>(ErrorCodes.InvalidRequest, 'The server has shut down.');
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

/** Runs background work with the same error handling. */
export type Background = (name: string, work: () => Promise<void>) => Promise<void>;

export function backgroundWith(guard: Guard): Background {
  return async (name, work) => {
    await guard(name, undefined, work)(undefined, CancellationToken.None);
  };
}

/** The error and its location, in one line. */
function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const [place = ''] = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  return `${error.message} ${place.trim()}`;
}
