import { sortProjects } from '../../edits/project-order';
/** Commands that reorder a whole file when the user asks for it. */

import { updateToc } from '../../edits/toc-update';
import { resolveFirst } from '../../model/conflict';
import type { ProposalsDocument } from '../../model/document';
import { tocOf } from '../../model/toc';

import type { Edit } from '../../text/edit';

/** Edits, or one sentence that says why there are none. */
export type Arranged =
  | { readonly is: 'edits'; readonly edits: readonly Edit[] }
  | { readonly is: 'nothing'; readonly why: string };

/** Updates the table of contents to match the headings. */
export function updatedContents(document: ProposalsDocument): Arranged {
  if (document.kind === null) return nothing('This file has no proposals.');
  if (document.conflicts.length > 0) return nothing(resolveFirst);
  const toc = tocOf(document);
  if (!toc) return nothing('This file has no table of contents (a list of at least two links to its headings).');
  const edit = updateToc(document, toc);
  return edit ? { is: 'edits', edits: [edit] } : nothing('The table of contents is already up to date.');
}

/** Sorts all projects alphabetically. */
export function sortedProjects(document: ProposalsDocument): Arranged {
  if (document.kind === null) return nothing('This file has no proposals.');
  if (document.conflicts.length > 0) return nothing(resolveFirst);
  if (document.projects.length < 2) return nothing('This file has fewer than two projects.');
  const edits = sortProjects(document);
  if (edits === null) return nothing('Cannot sort the projects: close the code fence or comment between them first.');
  return edits.length > 0 ? { is: 'edits', edits } : nothing('The projects are already in alphabetical order.');
}

function nothing(why: string): Arranged {
  return { is: 'nothing', why };
}
