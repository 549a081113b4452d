/** What client and server say to each other about what a person has changed, and about what has been read. */

/**
 * Server to client, `BaseTextParams`: the text that a file had where the person's work branched off. Answered by the
 * text, empty where there was no such file; by null where nobody knows. Never an error.
 */
export const baseTextRequest = 'mentorshipProposals/baseText';

/** Client to server, no parameters: earlier texts may have changed, or may be known now. */
export const baseTextsChanged = 'mentorshipProposals/baseTextsMayDiffer';

/** Client to server, an object without anything in it: how much has been read, as a `WireReading`. */
export const readingRequest = 'mentorshipProposals/reading';

export interface BaseTextParams {
  readonly uri: string;
}

export interface WireReading {
  /** Proposals files of the workspace, and open ones. */
  readonly files: number;
  readonly proposals: number;
}

/** What a branch may have begun with, the likeliest first. The upstream of a fork comes first. */
export const likelyBases: readonly string[] = [
  ...['upstream/HEAD', 'upstream/main', 'upstream/master', 'origin/HEAD', 'origin/main', 'origin/master'],
  ...['main', 'master', 'HEAD'],
];
