import type { RuleSettings } from '../../linter/rule';
import { resolveFirst } from '../../model/conflict';
import { type ProposalsDocument, proposalAt } from '../../model/document';
import { type Span, sliceOf, touches } from '../../text/span';
import { startOfEntry } from '../navigation/heading-links';
import { targetAt } from '../navigation/target';
import { newTitle, renameHeading, titleIn } from './heading';
import { newPart, type PartName, placesOf, renamePart } from './mentor';
import { type NewName, type Refused, type Renamed, refused } from './new-name';

/** Something with a name that can occur in several places. Spans count from the start of the document. */
export type Named = NamedPart | NamedHeading;

/** A mentor's handle, without `@`, or e-mail. It is renamed in all documents. */
export interface NamedPart {
  readonly is: PartName;
  readonly span: Span;
  readonly text: string;
}

/** A proposal or project heading. It is renamed with all links and names that depend on it in its document. */
export interface NamedHeading {
  readonly is: 'proposal' | 'project';
  /** Where the user started the renaming: the heading's text, or an entry of the table of contents. */
  readonly span: Span;
  readonly text: string;
  /** Start of the heading's section. */
  readonly start: number;
}

/**
 * The name at `offset` that can be renamed. A refusal if users may expect a renaming that is not possible. Otherwise
 * null.
 */
export function nameAt(document: ProposalsDocument, offset: number): Named | Refused | null {
  const target = targetAt(document, offset);
  if (target?.is === 'mentor') {
    const { proposal, mentor } = target;
    if (document.conflicts.length > 0) return refused(resolveFirst);
    for (const is of ['handle', 'email'] as const) {
      const part = mentor[is];
      const span = placesOf(proposal, mentor, is).find((place) => touches(place, offset));
      if (!part || !span) continue;
      const good = newPart(is, part.text);
      if (good.is === 'refused') return { ...good, why: `${good.why} Correct it in the text instead of renaming it.` };
      return { is, span, text: sliceOf(document.text, span) };
    }
    return {
      is: 'refused',
      why: 'Place the cursor on the handle or e-mail of the mentor. Only these can be renamed.',
    };
  }
  if (target?.is === 'proposal') return headingOf(document, target.proposal.section.start);
  if (target?.is === 'project') return headingOf(document, target.project.section.start);
  if (target?.is !== 'tocEntry') return null;
  const start = startOfEntry(document, offset);
  const heading = start === null ? null : headingOf(document, start);
  return heading && { ...heading, span: target.span };
}

/** The proposal or project that contains `offset`. */
export function renamableHeadingAt(document: ProposalsDocument, offset: number): NamedHeading | null {
  const proposal = proposalAt(document, offset);
  if (proposal) return headingOf(document, proposal.section.start);
  const project = document.projects.find(({ section }) => section.start <= offset && offset <= section.end);
  if (project) return headingOf(document, project.section.start);
  const start = startOfEntry(document, offset);
  return start === null ? null : headingOf(document, start);
}

/** The new name as written in documents. Refused if it is not valid. */
export function newName(named: Named, written: string): NewName | Refused {
  return 'start' in named ? newTitle(written) : newPart(named.is, written);
}

/**
 * The edits that rename something in a document, or none if it does not occur. `name` comes from `newName`.
 *
 * We read the document again with the new name and refuse the name if the structure would change. We also refuse if
 * there is a merge conflict, because the wrong side could be renamed.
 */
export function renameIn(
  document: ProposalsDocument,
  named: Named,
  name: string,
  settings: RuleSettings = {},
): Renamed | Refused {
  if (document.conflicts.length > 0) return refused(resolveFirst);
  return 'start' in named ? renameHeading(document, named, name, settings) : renamePart(document, named, name);
}

function headingOf({ text, projects, proposals }: ProposalsDocument, start: number): NamedHeading | null {
  const isHeading = ({ section }: { section: { start: number } }) => section.start === start;
  const proposal = proposals.find(isHeading);
  const found = proposal ?? projects.find(isHeading);
  if (!found) return null;
  return { is: proposal ? 'proposal' : 'project', start, ...titleIn(text, found.section) };
}
