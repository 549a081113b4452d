import { fieldIdOf } from '../../facts/fields';
import { lfxRepository } from '../../facts/proposal-form';
import { summerOfCodeLabels } from '../../facts/summer-of-code';
import { lfxTerms, parseSortKey } from '../../facts/terms';
import type { Known, KnownFile, KnownTerm } from '../../known/known';
import { type ProposalsDocument, type ReadOptions, readDocument } from '../../model/document';
import { templateOf } from '../../model/template';
import { isOver, kindsOf, type OutlineTerm, termsOf } from '../outline/terms';

/** Where a new proposal can go: a file of an open term, or a new draft file. */
export interface OpenPlaces {
  /** Files with their terms. The current one comes first, then the newest. */
  readonly files: readonly { readonly file: KnownFile; readonly label: string; readonly isHere: boolean }[];
  /** Terms that the workspace lists as open but has no file for. */
  readonly terms: readonly KnownTerm[];
}

/**
 * Files that accept proposals: their term is not over or, for LFX Mentorship, the workspace lists it as open. `here` is
 * the current file. If it contains drafts, it is included whatever its term. `now` is in milliseconds since 1970.
 */
export function openPlaces(known: Known, now: number, here: string | null): OpenPlaces {
  const listed = new Set(known.terms().map((term) => term.termKey));
  const isOpen = (term: OutlineTerm): boolean => {
    const [file] = term.files;
    if (file?.term?.program === 'lfx-mentorship' && listed.size > 0) return listed.has(file.termKey);
    return !isOver(term, now);
  };
  const proposed = termsOf(known.files()).flatMap((term) =>
    kindsOf(term)
      .filter(({ kind }) => kind === 'proposed')
      .flatMap(({ files }) => files.map((file) => ({ file, label: term.label, isOpen: isOpen(term), term }))),
  );
  const isInProposed = proposed.some(({ file }) => file.uri === here);
  const places = proposed.flatMap(({ file, label, isOpen, term }) => {
    // Proposals do not go into a README, so from there we use the drafts of its term.
    const isHere = file.uri === here || (!isInProposed && isOpen && term.files.some(({ uri }) => uri === here));
    return isOpen || isHere ? [{ file, label, isHere }] : [];
  });
  const files = [...places.filter(({ isHere }) => isHere), ...places.filter(({ isHere }) => !isHere)];
  const keys = new Set(proposed.map(({ file }) => file.termKey));
  return { files, terms: known.terms().filter((term) => !keys.has(term.termKey)) };
}

/** The proposal form, if a file does not link one. */
export const formPage = `https://github.com/${lfxRepository}/issues/new/choose`;

/**
 * The form that replaces a file of proposals. Null if the file accepts proposals itself. A replaced file has no
 * proposals and no template, only text with a link to new issues or a mention of the form.
 */
export function formIn({ text, proposals, projects, template }: ProposalsDocument): string | null {
  if (proposals.length > 0 || projects.length > 0 || template.source === 'document') return null;
  const link = /https:\/\/github\.com\/[\w.-]+\/[\w.-]+\/issues\/new(?:\/choose)?(?:\?[\w.%&=+-]*)?/.exec(text)?.[0];
  if (link) return link;
  return /\b(?:issue|proposal)s? form\b/i.test(text) && /\b(?:moved|no longer|instead)\b/i.test(text) ? formPage : null;
}

/** What a draft is for: a term, by key, a Summer of Code, or any LFX Mentorship term. */
export type DraftKind =
  | { readonly is: 'term'; readonly key: string }
  | { readonly is: 'summerofcode' | 'lfx-mentorship' };

/** The empty document of a new draft. Its path and template determine the fields. */
export function emptyDraft(kind: DraftKind, options: ReadOptions): ProposalsDocument {
  if (kind.is === 'summerofcode') {
    // The sample mentor makes the template ask for one line per mentor.
    const sample = (label: string) => (fieldIdOf(label) === 'mentors' ? '\n  - Name (@handle, e-mail)' : '');
    const fields = summerOfCodeLabels.map((label) => `- ${label}:${sample(label)}`).join('\n');
    const template = templateOf(`#### CNCF Project Name\n\n##### Project Title\n\n${fields}\n`);
    const document = readDocument('', 'project_ideas.md', options);
    const term = { program: 'summerofcode', year: null, number: null, name: null, status: null } as const;
    return { ...document, term, template: template ?? document.template };
  }
  return readDocument('', kind.is === 'term' ? pathOf(kind.key) : 'project_ideas.md', options);
}

/** The path for drafts of an LFX Mentorship term. The key looks like "2026-03". */
function pathOf(key: string): string {
  const id = parseSortKey(key);
  const term = lfxTerms.find(({ number }) => number === id?.number);
  return id && term ? `lfx-mentorship/${id.year}/${term.folder}/project_ideas.md` : 'project_ideas.md';
}
