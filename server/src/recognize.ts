/**
 * Cheap looks that tell whether something is worth reading at all. Client and server share them, so that no server is
 * started where there would be nothing to do. They may say yes too often, never too rarely: what a text really is,
 * the server's core decides.
 */

/** The kinds of addresses whose documents are looked at. Read-only views, such as the sides of a diff, are none. */
export const servedSchemes: readonly string[] = ['file', 'untitled', 'vscode-vfs', 'vscode-remote', 'vscode-test-web'];

/** Files that a workspace with proposals has at least one of. */
export const proposalGlobs: readonly string[] = [
  '**/project_ideas.md',
  '**/selected_projects.md',
  '**/lfx-mentorship/20*/*/README.md',
  '**/summerofcode/20*.md',
];

const proposalPath =
  /(?:^|\/)(?:project_ideas|selected_projects|(?:summerofcode|gsoc)\/20\d\d[^/]*|20\d\d\/(?:q\d[^/]*|\d\d-[^/]+)\/README)\.md$/i;

/** A label that only proposals have, at the start of a line; or an address of the program. */
const proposalText =
  /^[ \t>]*(?:[-*+][ \t]+|\d+[.)][ \t]+)?[*_]{0,3}(?:(?:primary |secondary |potential |co-?)?mentor|upstr?[a-z]*am issue|expected ?outcome|recommend(?:ed)? skill|lfx (?:url|project|mentorship))|mentorship\.lfx\.linuxfoundation\.org/im;

/** Whether documents at this URI are looked at. */
export function isServed(uri: string): boolean {
  return servedSchemes.includes(uri.slice(0, uri.indexOf(':')));
}

/** Whether the program keeps its files under such a name. Parts are separated by `/`. */
export function isProposalsPath(path: string): boolean {
  return proposalPath.test(path);
}

/** Whether a text may hold proposals. One pass over the text at most, a few milliseconds per MB. */
export function looksLikeProposals(text: string): boolean {
  return proposalText.test(text);
}
