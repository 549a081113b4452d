/** The maximum length of description plus expected outcome on LFX Mentorship, in UTF-16 code units. */
export const longestDescription = 3000;

/** The maximum length of a program name on LFX Mentorship, in UTF-16 code units. */
export const longestProgramName = 100;

/** The maximum number of mentors for a proposal. */
export const mostMentorsOfProposal = 4;
