import { isEmail, isGitHubHandle } from '../core/facts/mentors';
import { termKey } from '../core/facts/terms';
import { type OutlineFile, outlineFileOf } from '../core/features/outline';
import type { KnownMentor } from '../core/known/known';
import type { ProposalsDocument } from '../core/model/document';
import { lineStartsOf } from '../core/text/lines';
import type { Part } from '../core/text/span';

/** What the index keeps of a file that is not open: no prose, and no string that would hold on to the file's text. */
export interface Summary {
  readonly mentors: readonly KnownMentor[];
  /** Null where there is nothing to show. */
  readonly outline: OutlineFile | null;
  readonly lineStarts: readonly number[];
}

/** Null where the document holds nothing of ours. */
export function summaryOf(uri: string, document: ProposalsDocument): Summary | null {
  if (document.kind === null) return null;
  return {
    mentors: detached(mentorsOf(document)),
    outline: detached(outlineFileOf(uri, document)),
    lineStarts: lineStartsOf(document.text),
  };
}

/** The mentors of a document, once for each proposal they stand in; handles and addresses only where they can work. */
export function mentorsOf(document: ProposalsDocument): readonly KnownMentor[] {
  const term = termKey(document.term);
  return document.proposals.flatMap(({ body, project }) =>
    body.mentors.map(({ name, handle, email }) => ({
      name: name?.text ?? null,
      handle: textIf(isGitHubHandle, handle),
      email: textIf(isEmail, email),
      path: document.path,
      project: project?.name ?? null,
      title: body.title.text,
      term,
    })),
  );
}

function textIf(isGood: (text: string) => boolean, part: Part | null): string | null {
  return part && isGood(part.text) ? part.text : null;
}

/** A copy whose strings are their own: a slice of a text would keep the whole text in memory. */
function detached<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
