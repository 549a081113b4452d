/** The names of repositories of any owner, each with what goes wrong; see `github-faults.mjs`. */
export const faults: Readonly<Record<string, unknown>>;
export const answers: Readonly<Record<string, unknown>>;
export const queryFaults: Readonly<Record<string, unknown>>;
