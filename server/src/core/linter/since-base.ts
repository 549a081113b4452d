import type { Known } from '../known/known';
import { type Proposal, type ProposalsDocument, readDocument } from '../model/document';
import type { ProposalBody } from '../model/proposal';
import { contentKey } from '../text/content-key';

/** A proposal that was there before the change and has another text now. */
export interface EditedProposal {
  readonly proposal: Proposal;
  readonly before: Proposal;
}

/** What a branch, or a change on the command line, does to the proposals of a file. */
export interface ChangeOfProposals {
  readonly added: readonly Proposal[];
  readonly edited: readonly EditedProposal[];
}

const none: ChangeOfProposals = { added: [], edited: [] };

/** Compares a document with its base. Empty if the base is unknown, or if the file is new. */
export function changeSinceBase(document: ProposalsDocument, known: Known): ChangeOfProposals {
  const base = known.base();
  if (base === null || base.kind === null) return none;
  const last = remembered.get(document);
  if (last?.base === base) return last.change;
  const change = changeBetween(base, document);
  remembered.set(document, { base, change });
  return change;
}

/** Cached, because several rules and the help for each finding need it. */
const remembered = new WeakMap<ProposalsDocument, { base: ProposalsDocument; change: ChangeOfProposals }>();

function changeBetween(base: ProposalsDocument, document: ProposalsDocument): ChangeOfProposals {
  const changed = onlyIn(document, base);
  if (changed.length === 0) return none;
  const left = onlyIn(base, document);
  const edited = new Map<Proposal, EditedProposal>();
  const taken = new Set<Proposal>();
  // A proposal with the same title is the same one; only then may another have got a new title.
  for (const marksOf of [titleMarks, contentMarks]) {
    const byMark = new Map(left.flatMap((before) => marksOf(before).map((mark) => [mark, before] as const)));
    for (const proposal of changed) {
      const marks = edited.has(proposal) ? [] : marksOf(proposal);
      const before = marks.flatMap((mark) => byMark.get(mark) ?? []).find((each) => !taken.has(each));
      if (!before) continue;
      taken.add(before);
      edited.set(proposal, { proposal, before });
    }
  }
  const added = changed.filter((proposal) => !edited.has(proposal));
  return { added, edited: [...edited.values()] };
}

/** For examples: the document as it was before the change. */
export function changedFrom(text: string, path: string): Partial<Known> {
  return { base: () => readDocument(text, path) };
}

/** The proposals of one version whose text is not in the other one. */
function onlyIn({ proposals }: ProposalsDocument, other: ProposalsDocument): readonly Proposal[] {
  const texts = new Set(other.proposals.map(({ body }) => contentKey(body.text)));
  return proposals.filter(({ body }) => !texts.has(contentKey(body.text)));
}

function titleMarks({ body, project }: Proposal): readonly string[] {
  return [`${project?.key ?? ''}\n${body.key}`];
}

/** The same issue or description means that only the title was changed. */
function contentMarks({ body }: Proposal): readonly string[] {
  const description = descriptionOf(body);
  const issues = body.upstream.flatMap(({ issue }) => issue ?? []);
  return description === '' ? issues : [...issues, description];
}

function descriptionOf({ text, fields }: ProposalBody): string {
  const field = fields.find(({ id }) => id === 'description');
  return field ? contentKey(text.slice(field.value.start, field.value.end)) : '';
}
