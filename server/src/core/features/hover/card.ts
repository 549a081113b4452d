import { termId, termLabel } from '../../facts/terms';
import { counted, wordKey } from '../../facts/words';
import { type IssueKey, type Known, type KnownFile, type KnownProposal, newestFirst } from '../../known/known';
import type { Place } from '../../known/place';
import type { RuleSettings } from '../../linter/rule';
import { link, plain, short } from '../../markdown/write';
import { renderedTitle } from '../../model/anchor';
import type { Span } from '../../text/span';
import type { EditorMarkdown } from '../issue-preview/issue-preview';

/** What is told about a place. `markdown` holds no HTML, images or command links. */
export interface Hover {
  readonly span: Span;
  readonly markdown: string;
}

/** What a hover is made of, beside the document. */
export interface HoverContext {
  readonly known: Known;
  /** For the limits that are told; the rules' own where nothing is said. */
  readonly settings?: RuleSettings;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Where an editor opens a place: only the caller knows its lines. Null for a file that has gone. */
  addressOf(place: Place): string | null;
  /** What the editor's Markdown can do; nothing special where nothing is said. */
  readonly editor?: EditorMarkdown;
}

/** What has to be known before a hover can be shown in full. */
export interface HoverNeeds {
  /** What other files of the workspace say. */
  readonly workspace: boolean;
  readonly issues: readonly IssueKey[];
}

/** A link that opens a place of the workspace; plain words where it cannot be opened. */
export function placeLink(text: string, place: Place, { addressOf }: Pick<HoverContext, 'addressOf'>): string {
  const address = addressOf(place);
  return address === null ? plain(text) : link(text, address);
}

/** The title of a proposal, as a link to its heading. */
export function proposalLink({ file, title, span }: KnownProposal, context: HoverContext): string {
  return placeLink(heading(title, 90) || 'Untitled', { uri: file.uri, span }, context);
}

/** A heading as a reader sees it, cut to `most` letters; not yet escaped. */
export function heading(title: string, most: number): string {
  return short(renderedTitle(title), most);
}

/** "2026 Term 1", "2020 q2"; null for a file of no term. */
export function shortTerm({ term }: KnownFile): string | null {
  if (!term) return null;
  const isNumbered = /^\d\d-/.test(term.name ?? '');
  return termLabel({ ...term, name: isNumbered ? null : term.name });
}

/** What tells terms apart, and files that belong to none. */
export function termIdOf({ term, path }: KnownFile): string {
  return termId(term) ?? path;
}

/** How many proposals are shown. */
const PROPOSALS = 6;

/** The newest of some proposals, and how many there are; null for none. */
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

/** Each proposal once, the first one given of those with one title in one term: drafts and README name the same. */
export function onceEach(proposals: readonly KnownProposal[]): KnownProposal[] {
  const first = new Map<string, KnownProposal>();
  for (const proposal of proposals) {
    const key = `${termIdOf(proposal.file)} ${wordKey(proposal.title)}`;
    if (!first.has(key)) first.set(key, proposal);
  }
  return [...first.values()];
}

/** The first `most` of some lines as a list, with the number of those left out; null for none. */
export function bulletList(lines: readonly string[], most: number): string | null {
  if (lines.length === 0) return null;
  const left = lines.length - most;
  const shown = lines.slice(0, most).map((line) => `- ${line}`);
  return [...shown, ...(left > 0 ? [`- and ${grouped(left)} more`] : [])].join('\n');
}

/** Parts of one line, without those that have nothing to say; null for none. */
export function dotted(...parts: readonly (string | null)[]): string | null {
  return parts.filter((part) => part !== null && part !== '').join(' · ') || null;
}

/** Paragraphs, without those that have nothing to say; null for none. */
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
