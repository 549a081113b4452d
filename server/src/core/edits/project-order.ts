import type { Project, ProposalsDocument } from '../model/document';
import { levelsOf } from '../model/levels';
import { blockOf } from '../model/project-block';
import type { Edit } from '../text/edit';
import { firstWhere } from '../text/first-where';
import { losesNothing } from './safe-edits';

/**
 * The edits that sort the projects in each list for which `wants` is true. Null if moving them would lose something.
 */
export function sortProjects(
  document: ProposalsDocument,
  wants: (strays: number, all: number) => boolean = () => true,
): readonly Edit[] | null {
  const edits = projectListsIn(document).flatMap((list) => {
    const { length } = straysIn(list).strays;
    return length > 0 && wants(length, list.length) ? sorted(document, list) : [];
  });
  return edits.length === 0 || losesNothing(document, edits) ? edits : null;
}

/**
 * Where a new project belongs in the longest list of projects: above another one, or after the last one if `above` is
 * null. A list that is not sorted gets new projects at its end. Null if the file has no projects.
 */
export function placeInOrder(
  document: ProposalsDocument,
  name: string,
): { readonly last: Project; readonly above: Project | null } | null {
  const [list] = runsOf(document).sort((a, b) => b.length - a.length);
  const last = list?.at(-1);
  if (!list || !last) return null;
  const strays = new Set(straysIn(list).strays);
  const sort = sortKey(name);
  const isOrdered = strays.size * 4 <= list.length;
  const above = isOrdered ? list.find((place) => !strays.has(place) && place.sort > sort) : null;
  return { last: last.project, above: above?.project ?? null };
}

export interface Place {
  readonly project: Project;
  readonly sort: string;
}

/** Lists of projects at the usual level. Any other heading at that level or above ends a list. */
export function projectListsIn(document: ProposalsDocument): Place[][] {
  return runsOf(document).filter((each) => each.length > 1);
}

function runsOf(document: ProposalsDocument): Place[][] {
  const level = levelsOf(document).project;
  const lists: Place[][] = [];
  let list: Place[] = [];
  let project = 0;
  let proposal = 0;
  for (const section of document.sections) {
    if (section === document.proposals[proposal]?.section) {
      proposal++;
      continue;
    }
    const own = section === document.projects[project]?.section ? document.projects[project++] : null;
    if (section.level === 0 || section.level > level) continue;
    if (own && section.level === level) list.push({ project: own, sort: sortKey(own.name) });
    else {
      lists.push(list);
      list = [];
    }
  }
  lists.push(list);
  return lists.filter((each) => each.length > 0);
}

/** The smallest set of projects to move, and the project that the first of them belongs above. */
export function straysIn(list: readonly Place[]): { strays: readonly Place[]; before: Place | null } {
  if (list.every(({ sort }, i) => i === 0 || (list[i - 1]?.sort ?? '') <= sort)) return { strays: [], before: null };
  const kept = new Set(longestRun(list));
  const strays = list.filter((place) => !kept.has(place));
  const first = strays[0];
  const before = first ? (list.slice(0, list.indexOf(first)).find(({ sort }) => first.sort < sort) ?? null) : null;
  return { strays, before };
}

/** The longest sorted subsequence, by patience sorting. */
function longestRun(list: readonly Place[]): Place[] {
  const piles: number[] = [];
  const below: number[] = [];
  for (const [i, { sort }] of list.entries()) {
    const at = firstWhere(piles, (top) => (list[top]?.sort ?? '') > sort);
    below[i] = piles[at - 1] ?? -1;
    piles[at] = i;
  }
  const run: Place[] = [];
  for (let i = piles.at(-1) ?? -1; i >= 0; i = below[i] ?? -1) {
    const place = list[i];
    if (place) run.push(place);
  }
  return run;
}

function sortKey(name: string): string {
  return name.toLowerCase().replace(/^[\s[*_`]+/, '');
}

/** Exchanges the blocks. The blank lines and rules between them stay in place. */
function sorted(document: ProposalsDocument, list: readonly Place[]): Edit[] {
  const blocks = list.map(({ project }) => blockOf(document, project));
  const order = list
    .map(({ sort }, i) => ({ sort, i }))
    .sort((a, b) => (a.sort < b.sort ? -1 : a.sort > b.sort ? 1 : a.i - b.i));
  return blocks.flatMap((span, place) => {
    const from = order[place]?.i ?? place;
    const block = blocks[from];
    return from === place || !block ? [] : [{ span, text: document.text.slice(block.start, block.end) }];
  });
}
