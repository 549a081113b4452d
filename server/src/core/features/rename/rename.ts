import type { RuleSettings } from '../../linter/rule';
import { resolveFirst } from '../../model/conflict';
import { type ProposalsDocument, proposalAt } from '../../model/document';
import { type Span, sliceOf, touches } from '../../text/span';
import { startOfEntry } from '../navigation/heading-links';
import { targetAt } from '../navigation/target';
import { newTitle, renameHeading, titleIn } from './heading';
import { newPart, type PartName, placesOf, renamePart } from './mentor';
import { type NewName, type Refused, type Renamed, refused } from './new-name';

/** Something whose name stands in more than one place. Spans count from the start of the document. */
export type Named = NamedPart | NamedHeading;

/** A mentor's handle, without `@`, or e-mail: it is renamed in every document that has it. */
export interface NamedPart {
  readonly is: PartName;
  readonly span: Span;
  readonly text: string;
}

/** The heading of a proposal or project: it is renamed with everything in its document that goes by its name. */
export interface NamedHeading {
  readonly is: 'proposal' | 'project';
  /** Where the name was asked for: the heading's text, or an entry of the table of contents. */
  readonly span: Span;
  readonly text: string;
  /** Where the heading's section begins. */
  readonly start: number;
}

/** What can be renamed at `offset`; a refusal where a person may expect it and it cannot be; null elsewhere. */
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

/** The proposal or project that `offset` stands in, wherever in it. */
export function renamableHeadingAt(document: ProposalsDocument, offset: number): NamedHeading | null {
  const proposal = proposalAt(document, offset);
  if (proposal) return headingOf(document, proposal.section.start);
  const project = document.projects.find(({ section }) => section.start <= offset && offset <= section.end);
  if (project) return headingOf(document, project.section.start);
  const start = startOfEntry(document, offset);
  return start === null ? null : headingOf(document, start);
}

/** The new name as it will stand in documents; refused where nothing can be called so. */
export function newName(named: Named, written: string): NewName | Refused {
  return 'start' in named ? newTitle(written) : newPart(named.is, written);
}

/**
 * The edits that rename something in a document; none where it does not stand there. `name` comes from `newName`.
 *
 * A document is read again with its new name before anything is given out: where it would then be made of other parts,
 * the new name is refused. So is every name beside a merge conflict: of two sides, the wrong one might be renamed.
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
