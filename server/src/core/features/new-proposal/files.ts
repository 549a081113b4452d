import { fieldIdOf } from '../../facts/fields';
import { summerOfCodeLabels } from '../../facts/summer-of-code';
import { lfxTerms } from '../../facts/terms';
import type { Known, KnownFile, KnownTerm } from '../../known/known';
import { type ProposalsDocument, type ReadOptions, readDocument } from '../../model/document';
import { templateOf } from '../../model/template';
import { isOver, kindsOf, type OutlineTerm, termsOf } from '../outline/terms';

/** Where a new proposal may be written: in a file of an open term, or in a draft of its own. */
export interface OpenPlaces {
  /** Files with the term that they belong to: the one somebody is in first, then the newest. */
  readonly files: readonly { readonly file: KnownFile; readonly label: string; readonly isHere: boolean }[];
  /** Terms that the workspace lists as open and has no file for. */
  readonly terms: readonly KnownTerm[];
}

/**
 * The files that take proposals: those of terms that are not over, or, of LFX Mentorship, that the workspace lists as
 * open where it keeps a list. `here` is the file that somebody is in: whoever is in one means it, whatever its term.
 * `now` is in milliseconds since 1970.
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
    // A README takes no proposals: whoever is in one means the drafts of its term.
    const isHere = file.uri === here || (!isInProposed && isOpen && term.files.some(({ uri }) => uri === here));
    return isOpen || isHere ? [{ file, label, isHere }] : [];
  });
  const files = [...places.filter(({ isHere }) => isHere), ...places.filter(({ isHere }) => !isHere)];
  const keys = new Set(proposed.map(({ file }) => file.termKey));
  return { files, terms: known.terms().filter((term) => !keys.has(term.termKey)) };
}

/** Where the form for proposals is found if a file does not say. */
export const formPage = 'https://github.com/cncf/mentoring/issues/new/choose';

/**
 * The page of the form that proposals have moved to; null for a file that takes them itself. Such a file has a page of
 * text and nothing else: neither proposals nor a template, but a link to new issues, or words for the form.
 */
export function formIn({ text, proposals, projects, template }: ProposalsDocument): string | null {
  if (proposals.length > 0 || projects.length > 0 || template.source === 'document') return null;
  const link = /https:\/\/github\.com\/[\w.-]+\/[\w.-]+\/issues\/new(?:\/choose)?(?:\?[\w.%&=+-]*)?/.exec(text)?.[0];
  if (link) return link;
  return /\b(?:issue|proposal)s? form\b/i.test(text) && /\b(?:moved|no longer|instead)\b/i.test(text) ? formPage : null;
}

/** What a draft is made for: a term, by its key, a Summer of Code, or any term of LFX Mentorship. */
export type DraftKind =
  | { readonly is: 'term'; readonly key: string }
  | { readonly is: 'summerofcode' | 'lfx-mentorship' };

/** The empty document that a draft begins with: its path and its template tell what is asked for. */
export function emptyDraft(kind: DraftKind, options: ReadOptions): ProposalsDocument {
  if (kind.is === 'summerofcode') {
    // With the sample of a mentor it tells that each has a line.
    const sample = (label: string) => (fieldIdOf(label) === 'mentors' ? '\n  - Name (@handle, e-mail)' : '');
    const fields = summerOfCodeLabels.map((label) => `- ${label}:${sample(label)}`).join('\n');
    const template = templateOf(`#### CNCF Project Name\n\n##### Project Title\n\n${fields}\n`);
    const document = readDocument('', 'project_ideas.md', options);
    const term = { program: 'summerofcode', year: null, number: null, name: null, status: null } as const;
    return { ...document, term, template: template ?? document.template };
  }
  return readDocument('', kind.is === 'term' ? pathOf(kind.key) : 'project_ideas.md', options);
}

/** Where the drafts of a term of LFX Mentorship would stand; "2026-3" is its key. */
function pathOf(key: string): string {
  const [year = '', number = ''] = key.split('-');
  const term = lfxTerms.find((each) => String(each.number) === number);
  return term ? `lfx-mentorship/${year}/${term.folder}/project_ideas.md` : 'project_ideas.md';
}
