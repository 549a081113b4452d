/** The kinds of code actions that client and server have to call the same. */

/** The kind of the code action that fixes the layout of a whole file. */
export const fixLayoutKind = 'source.fixLayout.mentorshipProposals';

/** The kind of the code action that fixes the layout of those proposals that were edited since the file was opened. */
export const fixAllKind = 'source.fixAll.mentorshipProposals';
