import { type Known, newestFirst } from '../known/known';
import type { Person } from '../known/people';
import { type Proposal, type ProposalsDocument, proposalAt } from '../model/document';
import type { Edit } from '../text/edit';
import { isBlank, type Span, shift } from '../text/span';

export interface Completion {
  readonly kind: 'mentor' | 'field' | 'project' | 'proposal' | 'issue' | 'value' | 'link';
  readonly label: string;
  /** One short line beside the label. */
  readonly detail: string | null;
  /** Markdown, for the person who looks closer. */
  readonly documentation: string | null;
  readonly filterText: string;
  readonly sortText: string;
  readonly edit: Edit;
}

/** What can be completed at `offset`; empty in prose. */
export function completionsAt(document: ProposalsDocument, offset: number, known: Known): readonly Completion[] {
  const proposal = proposalAt(document, offset);
  return proposal ? mentorCompletions(document, proposal, offset, known) : [];
}

/** Whole entries for the mentors field at the caret, those of the project first, then the newest. */
function mentorCompletions(
  document: ProposalsDocument,
  proposal: Proposal,
  offset: number,
  known: Known,
): Completion[] {
  const entry = entryAt(proposal, offset);
  if (!entry) return [];
  const written = document.text.slice(entry.start, entry.end);
  const listed = new Set(
    proposal.body.mentors
      .filter(
        (mentor) =>
          mentor.span.end + proposal.section.start < entry.start ||
          mentor.span.start + proposal.section.start > entry.end,
      )
      .map((mentor) => mentor.handle?.text.toLowerCase()),
  );
  const people = known
    .people()
    .filter(({ handle, names }) => handle && names.length > 0 && !listed.has(handle.toLowerCase()));
  const project = proposal.project?.key;
  const isHere = (person: Person) => person.mentions.some((mention) => mention.proposal.project?.key === project);
  const here = people.filter(isHere).sort(newerFirst);
  const elsewhere = people.filter((person) => !isHere(person)).sort(newerFirst);
  // A client filters by what stands in the replaced range: one that begins with a known word must find it anywhere.
  return [...here, ...elsewhere].map(({ handle, names: [name], emails: [email], mentions }, order) => {
    const text = email ? `${name} (@${handle}, ${email})` : `${name} (@${handle})`;
    return {
      kind: 'mentor' as const,
      label: `${name} (@${handle})`,
      detail: mentions[0]?.proposal.project?.name ?? null,
      documentation: null,
      filterText: written.startsWith('@')
        ? `@${handle} ${name} ${email ?? ''}`
        : `${name} @${handle} ${handle} ${email ?? ''}`,
      sortText: String(order).padStart(5, '0'),
      edit: { span: entry, text },
    };
  });
}

function newerFirst({ mentions: [a] }: Person, { mentions: [b] }: Person): number {
  return a && b ? newestFirst(a.proposal.file, b.proposal.file) : 0;
}

/**
 * The entry that stands, or could stand, at `offset`: what an accepted completion replaces. Null outside of mentors
 * fields. An entry reaches from the list marker or the last separator to the end of the line or the next separator.
 */
function entryAt(proposal: Proposal, offset: number): Span | null {
  const { section, body } = proposal;
  const at = offset - section.start;
  const field = body.fields.findLast(
    (each) => each.id === 'mentors' && each.label !== null && each.label.span.end < at,
  );
  if (!field) return null;
  const lineStart = body.text.lastIndexOf('\n', at - 1) + 1;
  const next = body.fields.find((each) => each.span.start > field.span.start);
  if (next && lineStart >= next.span.start) return null;
  if (
    lineStart > field.span.end &&
    /^[ \t]*$|^\S/.test(body.text.slice(lineStart, at)) &&
    !/^[-*+]/.test(body.text.slice(lineStart, at))
  )
    return null;
  const valueStart =
    lineStart > field.value.start || field.empty ? Math.max(lineStart, labelEnd(body.text, field)) : field.value.start;
  let start = Math.max(lineStart, Math.min(valueStart, at));
  const marker = /^[ \t]*(?:[-*+]|\d+[.)])[ \t]+/.exec(body.text.slice(start, at));
  if (marker) start += marker[0].length;
  const separator = lastSeparator(body.text, start, at);
  if (separator >= 0) start = separator;
  while (start < at && isBlank(body.text.charCodeAt(start))) start++;
  let end = at;
  while (end < body.text.length && !/[\r\n;]/.test(body.text.charAt(end))) end++;
  const inner = body.mentors.find(
    (mentor) => mentor.span.start < end && mentor.span.end >= at && mentor.span.start >= start,
  );
  if (inner && inner.span.end < end) end = inner.span.end;
  while (end > at && isBlank(body.text.charCodeAt(end - 1))) end--;
  return shift({ start, end }, section.start);
}

function labelEnd(text: string, field: { label: { span: Span } | null; form: { colon: boolean } }): number {
  const end = field.label?.span.end ?? 0;
  const colon = field.form.colon ? text.slice(end).search(/[:：]/) : -1;
  let at = colon >= 0 ? end + colon + 1 : end;
  while (/[*_ \t]/.test(text.charAt(at))) at++;
  return at;
}

/** Behind the last comma or semicolon outside parentheses, -1 without one. */
function lastSeparator(text: string, from: number, to: number): number {
  let depth = 0;
  let last = -1;
  for (let i = from; i < to; i++) {
    const character = text[i];
    if (character === '(') depth++;
    else if (character === ')') depth = Math.max(0, depth - 1);
    else if (depth === 0 && (character === ',' || character === ';')) last = i + 1;
  }
  return last;
}
