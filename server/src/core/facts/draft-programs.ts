/** The programs that drafts are made for: LFX Mentorship, Google Summer of Code and Outreachy. */
export const draftPrograms = ['lfx', 'gsoc', 'outreachy'] as const;

export type DraftProgram = (typeof draftPrograms)[number];
