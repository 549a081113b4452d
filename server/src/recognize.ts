/**
 * Cheap looks that tell whether something is worth reading at all. Client and server share them, so that no server is
 * started where there would be nothing to do. They may say yes too often, never too rarely: what a text really is,
 * the server's core decides.
 */

/** The kinds of addresses whose documents are looked at. Read-only views, such as the sides of a diff, are none. */
export const servedSchemes: readonly string[] = ['file', 'untitled', 'vscode-vfs', 'vscode-remote', 'vscode-test-web'];

/** Where a program keeps its proposals: the one table of what a proposals file is called. */
export interface ProposalFile {
  /** `accepted` is what a term has published, `proposed` what takes proposals. */
  readonly kind: 'accepted' | 'proposed';
  /** Of the whole path or its end, with `/` between the parts. */
  readonly path: RegExp;
  /** For searches of a workspace: files there of which any one tells that the workspace holds proposals. */
  readonly glob: string;
}

export const proposalFiles: readonly ProposalFile[] = [
  { kind: 'accepted', path: /(?:^|\/)selected_projects\.md$/i, glob: '**/selected_projects.md' },
  { kind: 'proposed', path: /(?:^|\/)project_ideas\.md$/i, glob: '**/project_ideas.md' },
  { kind: 'proposed', path: /(?:^|\/)(?:summerofcode|gsoc)\/20\d\d[^/]*\.md$/i, glob: '**/summerofcode/20*.md' },
  {
    kind: 'accepted',
    path: /(?:^|\/)20\d\d\/(?:q\d[^/]*|\d\d-[^/]+)\/README\.md$/i,
    glob: '**/lfx-mentorship/20*/*/README.md',
  },
];

/** Files that a workspace with proposals has at least one of. */
export const proposalGlobs: readonly string[] = proposalFiles.map(({ glob }) => glob);

/** A label that only proposals have, at the start of a line; or an address of the program. */
const proposalText =
  /^[ \t>]*(?:[-*+][ \t]+|\d+[.)][ \t]+)?[*_]{0,3}(?:(?:primary |secondary |potential |co-?)?mentor|upstr?[a-z]*am issue|expected ?outcome|recommend(?:ed)? skill|lfx (?:url|project|mentorship))|mentorship\.lfx\.linuxfoundation\.org/im;

/** Whether documents at this URI are looked at. */
export function isServed(uri: string): boolean {
  return servedSchemes.includes(uri.slice(0, uri.indexOf(':')));
}

/** Whether the program keeps its files under such a name. Parts are separated by `/`. */
export function isProposalsPath(path: string): boolean {
  return proposalFiles.some((file) => file.path.test(path));
}

/** Whether a text may hold proposals. One pass over the text at most, a few milliseconds per MB. */
export function looksLikeProposals(text: string): boolean {
  return proposalText.test(text);
}
