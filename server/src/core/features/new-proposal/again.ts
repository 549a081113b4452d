import { isOnlyParts, markedSpan } from '../../edits/mentor-entry';
import { draftFieldOf } from '../../facts/draft-fields';
import type { DraftProgram } from '../../facts/draft-programs';
import { fieldFact } from '../../facts/fields';
import type { IssueFieldId } from '../../facts/issue-labels';
import { lfxField, type ProposalForm } from '../../facts/proposal-form';
import { termInLabel, termSortKey } from '../../facts/terms';
import { withoutMarkup } from '../../facts/words';
import type { DraftWithRest } from '../../from-issue/draft-text';
import type { IssuePart } from '../../from-issue/parts';
import { draftForProgram } from '../../from-issue/program-draft';
import { readProposal } from '../../from-issue/proposal-reading';
import { renderedTitle } from '../../model/anchor';
import type { Proposal, ProposalsDocument } from '../../model/document';
import { cncf } from '../../model/program';
import type { Field, Mentor, ProposalBody } from '../../model/proposal';
import { valueText } from '../../model/value-text';
import { partsOfDescription } from '../../submission/description';
import { type DraftValue, draftText } from '../../submission/draft-text';
import { lineText } from '../../submission/draft-values';
import { nameOf } from '../../submission/issue-of-draft';

/**
 * A draft for the open term, made of a proposal of any term: its texts and people as they are, without its term and its
 * page on LFX.
 */
export function draftAgain({ body, project }: Proposal, form: ProposalForm): string {
  const values = new Map<string, DraftValue>();
  for (const field of body.fields) {
    const label = labelOf(field);
    const text = valueText(body, field);
    if (label === null || text === '' || values.has(label)) continue;
    if (field.id === 'upstream-issue') values.set(label, { text: upstreamOf(body, text) });
    else if (draftFieldOf(label)?.id === 'custom-prerequisite') values.set(label, custom(text));
    else values.set(label, { text: isLine(field, label) ? lineText(text) : text });
  }
  const { description, outcome } = partsOfDescription(values.get(fieldFact('description').label)?.text ?? '');
  const outcomeLabel = fieldFact('expected-outcome').label;
  if (outcome !== '' && !values.has(outcomeLabel)) {
    values.set(fieldFact('description').label, { text: description });
    values.set(outcomeLabel, { text: outcome });
  }
  return draftText({
    term: openTerm(form),
    project: renderedTitle(project?.name ?? ''),
    title: withoutTerm(nameOf(body)),
    mentors: body.mentors.map((mentor) => entryOf(body.text, mentor)),
    values,
  });
}

/**
 * A draft for a program, made of a proposal of any program and term. What the program does not ask for is `rest`; of a
 * proposal for LFX that is proposed there again, the draft holds everything.
 */
export function draftAgainFor(
  program: DraftProgram,
  proposal: Proposal,
  document: ProposalsDocument,
  form: ProposalForm,
): DraftWithRest {
  const isLfx = document.program === cncf && document.term?.program !== 'summerofcode';
  if (program === 'lfx' && isLfx) return { text: draftAgain(proposal, form), rest: [] };
  const title = withoutTerm(nameOf(proposal.body));
  const project = renderedTitle(proposal.project?.name ?? '');
  const part = (label: string, id: IssueFieldId, text: string): IssuePart => ({
    label,
    field: { id, rank: 0 },
    text,
    isAside: false,
  });
  const known =
    program === 'lfx' ? [part('Term', 'term', openTerm(form) ?? ''), part('Project', 'project', project)] : [];
  return draftForProgram(readProposal(proposal, { title, known }), program, { body: '', form, project });
}

/** The label in today's draft. Null for what a draft does not take over. */
function labelOf({ id, label }: Field): string | null {
  if (id === 'lfx-url' || id === 'mentors' || /^mentees?\b/i.test(label?.text ?? '')) return null;
  if (id !== null) return fieldFact(id).label;
  return label && (draftFieldOf(label.text)?.label ?? label.text);
}

function isLine({ id }: Field, label: string): boolean {
  return id === 'recommended-skills' || draftFieldOf(label) !== null;
}

/** The name in the first line, and the text below. */
function custom(text: string): DraftValue {
  const [line = '', ...rest] = text.split('\n');
  return { line, text: rest.join('\n').trim(), isHeaded: true };
}

function upstreamOf({ upstream }: ProposalBody, text: string): string {
  return upstream.length > 0 ? upstream.map(({ url }) => url.text).join(', ') : lineText(text);
}

/** The newest of the form's terms. Null without one. */
export function openTerm(form: ProposalForm): string | null {
  const terms = (lfxField(form, 'term')?.options ?? []).flatMap((label) => {
    const term = termInLabel(label);
    return term ? [{ label, key: termSortKey(term) }] : [];
  });
  return terms.sort((a, b) => (a.key < b.key ? 1 : -1))[0]?.label ?? null;
}

/** A title that ends with its term, without it. */
function withoutTerm(title: string): string {
  const bare = title.replace(/[\s:,–—-]{0,3}\(?20\d\d Term \d\)?\s{0,3}$/i, '');
  return bare === '' ? title : bare;
}

/** In the form of today if that loses nothing. */
function entryOf(text: string, mentor: Mentor): string {
  const { name, handle, email, lfid, role } = mentor;
  const span = markedSpan(text, mentor);
  const written = text.slice(span.start, span.end).replace(/\s+/g, ' ').trim();
  const parts = [handle && `@${handle.text}`, email?.text, lfid && `LFID: ${lfid.text}`].filter(Boolean).join(', ');
  const isWhole = name !== null && handle !== null && isOnlyParts(text, mentor);
  const entry = isWhole ? `${withoutMarkup(name.text)} (${parts})` : written;
  return role === null || written.includes(role) ? entry : `${entry} - ${role}`;
}
