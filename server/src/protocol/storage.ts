/** Messages about texts that are stored between runs. */

/** Server to client, `ReadStorageParams`: what was kept under a name, answered by the text or null, never by an error. */
export const readStorageRequest = 'mentorshipProposals/readStorage';

/** Server to client, `WriteStorageParams`: keeps a text under a name; answered by null when that is done or has failed. */
export const writeStorageRequest = 'mentorshipProposals/writeStorage';

export interface ReadStorageParams {
  /** Lower-case letters and hyphens. */
  readonly name: string;
}

export interface WriteStorageParams extends ReadStorageParams {
  readonly text: string;
}
