/** The longest description with its expected outcome that LFX Mentorship takes, in UTF-16 code units. */
export const longestDescription = 3000;

/** The longest name of a program that LFX Mentorship takes, in UTF-16 code units. */
export const longestProgramName = 100;

/** A proposal with more mentors is not accepted. */
export const mostMentorsOfProposal = 4;
