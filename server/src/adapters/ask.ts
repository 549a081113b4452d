/** Sends a request of our own to the client. Rejects where the client does not know it or is gone. */
export type Ask = (method: string, params: unknown) => Promise<unknown>;

/** Has `run` called whenever the client sends a notification of that name. */
export type Hear = (method: string, run: () => void) => void;
