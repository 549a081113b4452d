import { formatTermId, termLabel } from '../../facts/terms';
import { counted, wordKey } from '../../facts/words';
import { type IssueKey, type Known, type KnownFile, type KnownProposal, newestFirst } from '../../known/known';
import type { Place } from '../../known/place';
import type { RuleSettings } from '../../linter/rule';
import { link, plain, short } from '../../markdown/write';
import { renderedTitle } from '../../model/anchor';
import type { Span } from '../../text/span';
import type { EditorMarkdown } from '../issue-preview/issue-preview';

/** The content of a hover. `markdown` contains no HTML, images or command links. */
export interface Hover {
  readonly span: Span;
  readonly markdown: string;
}

/** What a hover uses besides the document. */
export interface HoverContext {
  readonly known: Known;
  /** Limits that the hover shows. Default: the rules' own. */
  readonly settings?: RuleSettings;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** The link that opens a place. Only the caller can compute its line. Null if the file no longer exists. */
  addressOf(place: Place): string | null;
  /** Markdown extensions of the editor. Default: none. */
  readonly editor?: EditorMarkdown;
}

/** What must be loaded before the hover is complete. */
export interface HoverNeeds {
  /** Whether the hover needs other files of the workspace. */
  readonly workspace: boolean;
  readonly issues: readonly IssueKey[];
}

/** A link to a place in the workspace, or plain text if it cannot be opened. */
export function placeLink(text: string, place: Place, { addressOf }: Pick<HoverContext, 'addressOf'>): string {
  const address = addressOf(place);
  return address === null ? plain(text) : link(text, address);
}

/** A proposal's title, linked to its heading. */
export function proposalLink({ file, title, span }: KnownProposal, context: HoverContext): string {
  return placeLink(heading(title, 90) || 'Untitled', { uri: file.uri, span }, context);
}

/** The heading as rendered, cut to `most` characters. Not escaped. */
export function heading(title: string, most: number): string {
  return short(renderedTitle(title), most);
}

/** "2026 Term 1", "2020 q2". Null for a file without a term. */
export function shortTerm({ term }: KnownFile): string | null {
  if (!term) return null;
  const isNumbered = /^\d\d-/.test(term.name ?? '');
  return termLabel({ ...term, name: isNumbered ? null : term.name });
}

/** Key of a file's term, or of the file if it has no term. */
export function termIdOf({ term, path }: KnownFile): string {
  return formatTermId(term) ?? path;
}

/** The largest number of proposals to show. */
const PROPOSALS = 6;

/** The newest proposals and the total number. Null if there are none. */
export function proposalLines(all: readonly KnownProposal[], context: HoverContext): string | null {
  const proposals = onceEach([...all].sort((a, b) => newestFirst(a.file, b.file)));
  const terms = new Set(proposals.map(({ file }) => termIdOf(file))).size;
  const lines = proposals.map((proposal) => {
    const term = shortTerm(proposal.file);
    const project = proposal.project && heading(proposal.project.name, 40);
    return dotted(term && plain(term), proposalLink(proposal, context), project && plain(project)) ?? '';
  });
  const list = bulletList(lines, PROPOSALS);
  return list && `${countedLong(proposals.length, 'proposal')} in ${countedLong(terms, 'term')}\n\n${list}`;
}

/** Proposals without duplicates. Of those with the same title and term, as in drafts and README, the first remains. */
export function onceEach(proposals: readonly KnownProposal[]): KnownProposal[] {
  const first = new Map<string, KnownProposal>();
  for (const proposal of proposals) {
    const key = `${termIdOf(proposal.file)} ${wordKey(proposal.title)}`;
    if (!first.has(key)) first.set(key, proposal);
  }
  return [...first.values()];
}

/** The first `most` lines as a list, with the number of omitted lines. Null if there are no lines. */
export function bulletList(lines: readonly string[], most: number): string | null {
  if (lines.length === 0) return null;
  const left = lines.length - most;
  const shown = lines.slice(0, most).map((line) => `- ${line}`);
  return [...shown, ...(left > 0 ? [`- and ${grouped(left)} more`] : [])].join('\n');
}

/** The non-empty parts on one line, separated by dots. Null if there are none. */
export function dotted(...parts: readonly (string | null)[]): string | null {
  return parts.filter((part) => part !== null && part !== '').join(' · ') || null;
}

/** The non-empty parts as paragraphs. Null if there are none. */
export function paragraphs(...parts: readonly (string | null)[]): string | null {
  return parts.filter((part) => part !== null && part !== '').join('\n\n') || null;
}

/** "1 proposal", "2,740 proposals". */
export function countedLong(count: number, noun: string): string {
  return counted(count, noun, grouped(count));
}

/** "2,740". */
export function grouped(count: number): string {
  return count.toLocaleString('en-US');
}
