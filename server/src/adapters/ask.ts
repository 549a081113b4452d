/** Sends a request of our own to the client. Rejects where the client does not know it or is gone. */
export type Ask = (method: string, params: unknown) => Promise<unknown>;
