import { fieldFact } from '../facts/fields';
import { issueFieldOf } from '../facts/issue-labels';
import type { Proposal } from '../model/document';
import type { Field, ProposalBody } from '../model/proposal';
import { valueText } from '../model/value-text';
import { entryOf } from './draft';
import type { IssuePart } from './parts';
import { peopleIn } from './people';
import type { IssueReading } from './reading';

/**
 * A proposal of any program, read like an issue that says the same. `title` is its plain title, and `known` are parts
 * that the proposal does not say itself. Its page on LFX and its mentees belong to its own term and are left out.
 */
export function readProposal(
  { body }: Proposal,
  { title, known = [] }: { readonly title: string; readonly known?: readonly IssuePart[] },
): IssueReading {
  const fields = body.fields.filter(({ id, label }) => id !== 'lfx-url' && !/^mentees?\b/i.test(label?.text ?? ''));
  const parts = fields.flatMap((field) => (field.id === 'mentors' ? mentorParts(body, field) : [partOf(body, field)]));
  const between = textsBetween(body).map((text) => ({ label: '', field: null, text, isAside: true }));
  return {
    url: null,
    title,
    prefix: '',
    parts: [...known, ...parts, ...between].filter(({ text }) => text !== ''),
    projects: [],
  };
}

function partOf(body: ProposalBody, field: Field): IssuePart {
  const { id, label, column } = field;
  const words = label?.text ?? column ?? '';
  const asked = id !== null ? { id, rank: 0 } : issueFieldOf(words);
  return { label: words, field: asked, text: textIn(body, field), isAside: false };
}

/** The value as Markdown of its own, with lines for the breaks of a cell. */
function textIn(body: ProposalBody, field: Field): string {
  return valueText(body, field).replace(/<br\s?\/?>/gi, '\n');
}

/** The mentors as the proposal's reader knows them. If the words of the field mean others, they are kept, too. */
function mentorParts(body: ProposalBody, field: Field): readonly IssuePart[] {
  const own = partOf(body, field);
  const people = body.mentors.map(({ name, handle, email, lfid }) => ({
    name: name?.text ?? null,
    handle: handle?.text ?? null,
    email: email?.text ?? null,
    lfid: lfid?.text ?? null,
  }));
  if (people.length === 0 || JSON.stringify(people) === JSON.stringify(peopleIn(own.text).people)) return [own];
  const label = own.label || fieldFact('mentors').label;
  return [
    {
      label,
      field: { id: 'mentors', rank: 0 },
      text: people.map((person) => `- ${entryOf(person)}`).join('\n'),
      isAside: false,
    },
    { ...own, label, field: null, isAside: true },
  ];
}

/** What stands outside of fields: paragraphs with words, below the title. */
function textsBetween({ text, title, programName, fields }: ProposalBody): readonly string[] {
  const lineEnd = text.indexOf('\n', title.span.end);
  const spans = [{ start: 0, end: lineEnd < 0 ? text.length : lineEnd }, ...fields.map(({ span }) => span)];
  if (programName) spans.push(programName.span);
  spans.sort((a, b) => a.start - b.start);
  const texts: string[] = [];
  let at = 0;
  for (const { start, end } of [...spans, { start: text.length, end: text.length }]) {
    if (start > at) texts.push(text.slice(at, start).trim());
    at = Math.max(at, end);
  }
  return texts.filter((each) => /[\p{L}\p{N}]/u.test(each));
}
