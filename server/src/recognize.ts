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
  /^[ \t>]*(?:[-*+][ \t]+|\d+[.)][ \t]+)?[*_]{0,3}(?:upstr?[a-z]*am issue|expected ?outcome|recommend(?:ed)? skill|lfx (?:url|project|mentorship))|mentorship\.lfx\.linuxfoundation\.org/im;

/** Whether a template is an issue form, by its path. */
export function isFormPath(path: string): boolean {
  return /\.ya?ml$/i.test(path);
}

/** Where GitHub looks for the issue forms of a repository. */
export const issueFormFolder = '.github/ISSUE_TEMPLATE';

/** Whether a file of that folder may be a form, by its name. */
export function isIssueForm(name: string): boolean {
  return isFormPath(name) && !/^config\./i.test(name);
}

/** Whether documents at this URI are looked at. */
export function isServed(uri: string): boolean {
  return servedSchemes.includes(uri.slice(0, uri.indexOf(':')));
}

/** Whether an address or a path is that of a Markdown file, by its name. */
export function isMarkdown(uri: string): boolean {
  return /\.md$/i.test(uri);
}

/** Whether the program keeps its files under such a name. Parts are separated by `/`. */
export function isProposalsPath(path: string): boolean {
  return proposalFiles.some((file) => file.path.test(path));
}

/** Words of labels that idea lists have, by what they are about; the first names people. */
const labelWords: readonly RegExp[] = [
  /\b(?:co-?)?(?:mentors?|supervisors?|advisors?)\b/i,
  /\b(?:difficulty|complexity|intensity)\b/i,
  /\b(?:size|length|duration|effort|hours|commitment)\b/i,
  /\b(?:skills?|prerequisites?|requirements?|technolog(?:y|ies)|knowledge|involves|experience)\b/i,
  /\b(?:outcome|result|deliverable)s?\b/i,
  /\bdescription\b/i,
];

/** Longer texts before a colon are sentences. */
const LONGEST_LABEL = 60;

/** A heading of a page that lists ideas, with `#` or underlined. */
const ideaPage =
  /^(?:#{1,3}[^\n]{0,80}\b(?:ideas?|gsoc|summer of code|outreachy|mentorships?)\b|[^\n]{0,80}\bideas?\b[^\n]{0,80}\r?\n(?:={3,}|-{3,}) *\r?$)/im;

/** The second line of a table, an item of a list with a link, or a heading that is one. */
const rowOrItem =
  /^(?:\|? *:?-{2,}:? *\|[ \t:|-]*|(?: {0,3}(?:[-*+]|\d{1,3}[.)])[ \t]|#{2,4} )[^\n]{0,400}?(?:\]\(|https?:\/\/|\/[\w.-]{1,100}#\d)[^\n]*)$/m;

/** Whether a text may hold proposals. A few passes over the text, a few milliseconds per MB. */
export function looksLikeProposals(text: string): boolean {
  if (proposalText.test(text)) return true;
  if (!mayTakePeople(text)) return false;
  const found = new Set<RegExp>();
  const [people] = labelWords;
  for (let start = 0; start < text.length; ) {
    const feed = text.indexOf('\n', start);
    const end = feed < 0 ? text.length : feed;
    // Most texts that are not proposals are prose and blank lines.
    const labels = end - start < 3 ? [] : labelsOf(text.slice(start, Math.min(end, start + 400)));
    for (const label of labels)
      for (const words of labelWords) if (!found.has(words) && words.test(label)) found.add(words);
    if (found.size >= 3 || (found.size === 2 && people && found.has(people))) return true;
    start = end + 1;
  }
  return ideaPage.test(text) && rowOrItem.test(text);
}

/** Whether a text speaks of mentors or of a program that has some. Without them, it holds no proposals. */
export function mayTakePeople(text: string): boolean {
  return /mentor|supervisor|advisor|summer of code|outreachy/i.test(text);
}

/** What may be labels in a line: the text before a colon or closing emphasis, a whole short line, the cells of a table's row. */
function labelsOf(line: string): readonly string[] {
  const plain = line.replace(/^(?:[\s>#*+\d.)-]|[^\p{L}\p{ASCII}]){1,20}/u, '').replaceAll('_', ' ');
  if (plain.includes('|')) return plain.split('|').slice(0, 12).filter(isShort);
  const end = plain.search(/[:：*|<]/);
  const label = end > 0 ? plain.slice(0, end) : plain;
  return isShort(label) ? [label] : [];
}

function isShort(label: string): boolean {
  return label.length <= LONGEST_LABEL && !/[.,;!?]\s*$/.test(label) && label.trim().split(/\s+/).length <= 7;
}
