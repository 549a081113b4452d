import { type FieldId, fieldFacts, fieldIdOf } from '../../facts/fields';
import { termLabel } from '../../facts/terms';
import { wordKey } from '../../facts/words';
import { renderedTitle } from '../../model/anchor';
import type { Term } from '../../model/term';
import { searchable } from '../symbols/fuzzy';
import type { ListedFile, ListedProposal } from './list';
import type { ListStatus, Statuses } from './status';

/** What proposals are asked for. Of each kind it is enough that one text fits; none fits all. */
export interface ListWish {
  readonly term: readonly string[];
  readonly project: readonly string[];
  readonly mentor: readonly string[];
  /** Labels or ids of fields that are missing or empty. */
  readonly missing: readonly string[];
  readonly status: readonly ListStatus[];
}

export type WishName = keyof ListWish;

/** The file with those proposals that are asked for. */
export function filtered(
  file: ListedFile,
  { term, project, mentor, missing, status }: ListWish,
  statuses: Statuses,
): ListedFile {
  const fits = <Wish>(wishes: readonly Wish[], test: (wish: Wish) => boolean) =>
    wishes.length === 0 || wishes.some(test);
  if (!fits(term, (wish) => isTerm(file.term, wish))) return { ...file, proposals: [] };
  const proposals = file.proposals.filter(
    (each) =>
      fits(project, (wish) => isProject(each, wish)) &&
      fits(mentor, (wish) => each.mentors.some((person) => isPerson(person, wish))) &&
      fits(missing, (wish) => isMissing(each, wish)) &&
      fits(status, (wish) => statuses.is(file, each, wish)),
  );
  return { ...file, proposals };
}

/** What a wish of that kind could be in these files, as people write it. */
export function possible(name: Exclude<WishName, 'status'>, files: readonly ListedFile[]): readonly string[] {
  const proposals = files.flatMap((file) => file.proposals);
  const texts = {
    term: () => files.map(({ term }) => term && termLabel(term)?.replace(/ \(.*/, '')),
    project: () =>
      proposals.flatMap(({ project, subproject }) => [project, subproject]).map((each) => each && renderedTitle(each)),
    mentor: () =>
      proposals.flatMap(({ mentors }) => mentors.flatMap(({ name, handle, email }) => [handle, name, email])),
    missing: () => [
      ...fieldFacts.flatMap(({ label, aliases }) => [label, ...aliases]),
      ...proposals.flatMap(({ fields }) => fields.map(({ label }) => label)),
    ],
  }[name]();
  return [...new Set(texts)].filter((each) => typeof each === 'string');
}

/** Whether a text names a field that programs ask for or that one of the files has. */
export function isField(wish: string, files: readonly ListedFile[]): boolean {
  if (fieldOf(wish)) return true;
  const key = wordKey(wish);
  return files.some((file) =>
    file.proposals.some(({ fields }) => fields.some(({ label }) => label !== null && wordKey(label) === key)),
  );
}

/** Each word has to be one of the term's, so that "term 3", "2026", "2026-03" and "Sep" fit "2026 Term 3 (Sep-Nov)". */
function isTerm(term: Term | null, wish: string): boolean {
  if (!term) return false;
  const { program, name, number } = term;
  const short = program === 'summerofcode' ? 'gsoc' : program === 'lfx-mentorship' ? 'lfx' : '';
  const words = wordsIn([termLabel(term), name, number, program, short].join(' '));
  const wanted = wordsIn(wish);
  return wanted.length > 0 && wanted.every((word) => words.includes(word));
}

/** Words and numbers in lower case: "Term 03" is "term", "3". */
function wordsIn(text: string): readonly string[] {
  return (searchable(text).match(/[\p{L}]+|\d+/gu) ?? []).map((word) => word.replace(/^0+(?=\d)/, ''));
}

function isProject({ project, subproject }: ListedProposal, wish: string): boolean {
  return [project, subproject].some((name) => name !== null && holds(renderedTitle(name), wish));
}

function isPerson({ name, handle, email }: ListedProposal['mentors'][number], wish: string): boolean {
  const wanted = searchable(wish);
  if (handle !== null && wanted.replace(/^@/, '') === handle.toLowerCase()) return true;
  if (wanted.startsWith('@')) return false;
  return email?.toLowerCase() === wanted || (name !== null && holds(name, wish));
}

function holds(name: string, part: string): boolean {
  return part.trim() !== '' && searchable(name).includes(searchable(part.trim()));
}

function isMissing({ fields, mentors, upstream, lfxUrl }: ListedProposal, wish: string): boolean {
  const asked = fieldOf(wish);
  const key = wordKey(wish);
  if (asked === 'mentors') return mentors.length === 0;
  if (asked === 'upstream-issue') return upstream.length === 0;
  if (asked === 'lfx-url') return lfxUrl === null;
  const isAsked = ({ id, label }: ListedProposal['fields'][number]) =>
    (asked !== null && id === asked) || (label !== null && wordKey(label) === key);
  return !fields.some((field) => isAsked(field) && !field.empty);
}

/** By its id, by one of its labels, or by a word of its label: "upstream", "skills". */
function fieldOf(wish: string): FieldId | null {
  const word = wish.trim().toLowerCase();
  return (
    fieldFacts.find(({ id }) => wordKey(id) === wordKey(wish))?.id ??
    fieldIdOf(wish) ??
    fieldFacts.find(({ label }) => label.toLowerCase().split(' ').includes(word))?.id ??
    null
  );
}
