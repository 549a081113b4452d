import { type HeadingRole, headingRole } from '../facts/headings';
import { wordKey } from '../facts/words';
import { renderedTitle } from '../model/anchor';
import { readDocument } from '../model/document';
import { type TemplateField, templateByFacts } from '../model/template';
import { valueText, withoutQuote } from '../model/value-text';

/** A draft in parts. Values are Markdown texts of their own, by the label of their field. */
export interface DraftParts {
  /** As in the heading: "2026 Term 3 (Sep-Nov)". Null if unknown. */
  readonly term: string | null;
  /** Plain text. Empty if unknown. */
  readonly project: string;
  /** Plain text. */
  readonly title: string;
  /** Entries as they are written below the label. */
  readonly mentors: readonly string[];
  readonly values: ReadonlyMap<string, DraftValue>;
}

/** What a field says. */
export interface DraftValue {
  /** May have several lines. */
  readonly text: string;
  /** Text of its own in the line of the label. */
  readonly line?: string;
  /** Whether the text belongs below the line of the label even if nothing is in that. */
  readonly isHeaded?: boolean;
}

/** A field that a draft has, with its value or without. */
export type AskedField = Pick<TemplateField, 'id' | 'label' | 'required'>;

/** The fields of a draft for CNCF's form, in order. */
export const draftTemplate = templateByFacts(
  'proposed',
  { program: 'lfx-mentorship', year: 2026, number: 3, name: null, status: null },
  4,
);

/**
 * A draft as mentors write it. Labels that the form requires are there even without a value. Values that our reader
 * would cut or change are quoted, as in the READMEs of accepted terms. `asked` are the fields of another
 * program, of whose labels our reader may not know all.
 */
export function draftText(parts: DraftParts, asked?: readonly AskedField[]): string {
  if (asked) return textWith(parts, asked, firstForm);
  const text = textWith(parts, draftTemplate.fields, fieldWith);
  // Where little stands above a heading in a value, the heading begins a proposal of its own.
  return readDocument(text, '').proposals.length === 1 ? text : textWith(parts, draftTemplate.fields, lastForm);
}

function textWith(
  { term, project, title, mentors, values }: DraftParts,
  asked: readonly AskedField[],
  fieldOf: (label: string, value: DraftValue) => string,
): string {
  const known = asked.map(({ label }) => label);
  const others = [...values.keys()].filter((label) => !known.some((each) => wordKey(each) === wordKey(label)));
  const fields = [...asked, ...others.map((label): AskedField => ({ label, required: false, id: null }))];
  const lines = fields.flatMap(({ label, required, id }): string[] => {
    if (id === 'mentors') return [`- ${label}:`, ...mentors.map((entry) => `  - ${entry}`)];
    const value = values.get(label);
    if (!value) return required === false ? [] : [`- ${label}:`];
    return [fieldOf(label, value)];
  });
  const headings = [
    term === null ? '' : `# ${term}`,
    project === '' ? '' : `### ${unless(project, (role) => role !== 'other')}`,
    `#### ${titleHeading(title)}`.trimEnd(),
  ];
  return `${[...headings.filter((heading) => heading !== ''), lines.join('\n')].join('\n\n')}\n`;
}

/** The first form of a field that our reader reads as it was put in, from the plainest on. */
function fieldWith(label: string, value: DraftValue): string {
  return formsOf(label, value).find((form) => isReadBack(label, form, value)) ?? lastForm(label, value);
}

/** The plainest form, in the item of its label. */
function firstForm(label: string, value: DraftValue): string {
  return formsOf(label, value)[0] ?? `- ${label}:`;
}

/** The form that is safe whatever the value is: a quote. */
function lastForm(label: string, value: DraftValue): string {
  return formsOf(label, value).at(-1) ?? `- ${label}:`;
}

function formsOf(label: string, value: DraftValue): readonly string[] {
  return valueForms(value).map((form) => `- ${label}:${form}`.trimEnd());
}

/**
 * The forms of a value behind the colon of its label, in an item of a list, from the plainest to a quote. `indent` is
 * that of the lines below the label.
 */
export function valueForms({ line = '', text, isHeaded = false }: DraftValue, indent = '  '): readonly string[] {
  const lines = text.split('\n');
  const [first = '', ...rest] = lines;
  const nested = (each: readonly string[]) =>
    each.map((own) => (own.trim() === '' ? '' : `${indent}${own}`)).join('\n');
  const quoted = lines.map((own) => `${indent}> ${own}`.trimEnd()).join('\n');
  const head = line === '' ? '' : ` ${line}`;
  if (text === '') return [head];
  if (line !== '') return [`${head}\n\n${nested(lines)}`, `${head}\n\n${quoted}`];
  // Text below an empty line of the label would be read as that line.
  if (isHeaded) return [`\n\n${quoted}`];
  const isItem = /^[-*+] /.test(first);
  return [
    ...(isBlock(first) ? [] : [` ${[first, nested(rest)].join('\n')}`.trimEnd()]),
    ...(isItem ? [`\n${nested(lines)}`] : []),
    ...(isBlock(first) || rest.length > 0 ? [`\n\n${nested(lines)}`] : []),
    `\n\n${quoted}`,
  ];
}

/** Whether a line begins something that has to stand in lines of its own. */
export function isBlock(line: string): boolean {
  return /^(?:[-*+>#|]|\d+[.)]|`{3}|~{3})/.test(line);
}

/** Whether a field is read whole between others, and they are, too. */
function isReadBack(label: string, form: string, { line = '', text }: DraftValue): boolean {
  const document = `#### A\n\n- Mentor(s):\n  - Ada Example (@ada-example)\n${form}\n- Bonus: none\n- Upstream Issue: https://github.com/a/b/issues/1\n`;
  const { proposals, conflicts } = readDocument(document, 'project_ideas.md');
  const [only, ...more] = proposals;
  if (!only || more.length > 0 || conflicts.length > 0) return false;
  const { body } = only;
  const field = body.fields.find((each) => each.label !== null && wordKey(each.label.text) === wordKey(label));
  if (!field || body.fields.length !== 4 || body.mentors.length !== 1) return false;
  const read = valueText(body, field);
  if (line === '') return read === text;
  const [readLine = '', ...rest] = read.split('\n');
  return readLine === line && withoutQuote(rest).join('\n').trim() === text;
}

/** Plain text as the text of a heading. */
export function headingText(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return isHeading(line) ? line : line.replace(/[\\`*_[\]<>&#]/g, '\\$&');
}

/** The heading, in letters that only Markdown reads where it would otherwise head another part of the file. */
function unless(text: string, isOther: (role: HeadingRole) => boolean): string {
  const heading = headingText(text);
  if (!isOther(headingRole(heading))) return heading;
  return heading.replace(/\b[a-z]/gi, (letter) => `&#${letter.charCodeAt(0)};`);
}

/** A title as the text of a heading that begins a proposal. */
export function titleHeading(title: string): string {
  // With fields below it, everything but a sample is a proposal.
  return unless(title, (role) => role === 'sample');
}

/** Whether a heading is read as it is written. */
function isHeading(line: string): boolean {
  return renderedTitle(line) === line && !/(?:^|\s)#+$/.test(line) && !/^#/.test(line);
}
