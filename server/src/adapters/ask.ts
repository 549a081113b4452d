/** Sends a custom request to the client. Rejects if the client does not support it or has disconnected. */
export type Ask = (method: string, params: unknown) => Promise<unknown>;

/** Calls `run` for every notification of that name from the client. */
export type Hear = (method: string, run: () => void) => void;
