import { type IssueField, issueFieldOf } from '../facts/issue-labels';
import { wordKey } from '../facts/words';
import { type ProposalsDocument, readDocument } from '../model/document';
import { bundledProgramAt } from '../model/given-template';
import { levelsOf } from '../model/levels';
import type { LabelWriting, Template, TemplateField } from '../model/template';
import { titleHeading } from '../submission/draft-text';
import type { DraftWithRest } from './draft-text';
import { type FilledFields, filledFields } from './filled-fields';
import { formLabels } from './form-labels';
import type { IssueReading } from './reading';

/** Where a draft goes: what is asked for there, and how it is written. */
export interface DraftPlace {
  readonly template: Template;
  /** The level of the draft's heading. */
  readonly level: number;
  /** The document that the draft will be a part of. Null for a document of its own. */
  readonly document: ProposalsDocument | null;
}

/** A document as the place of a draft. For one without proposals, the template of its folder or program counts. */
export function draftPlaceIn(document: ProposalsDocument, given: Template | null = null): DraftPlace {
  if (document.kind !== null) return { template: document.template, level: levelsOf(document).proposal, document };
  const template = given ?? bundledProgramAt(document.path)?.template ?? document.template;
  return { template, level: template.proposalLevel, document: null };
}

/**
 * The draft that an issue makes in the shape of a place: its labels in their order, written as there, below a heading of
 * the same level. What no label there asks for is `rest`.
 */
export function shapedDraft(reading: IssueReading, place: DraftPlace): DraftWithRest {
  const { template, level } = place;
  const form = template.form ? formLabels(template.form) : null;
  const fields = template.fields
    .map((field): WrittenField => {
      const asks = form?.byLabel.get(wordKey(field.label))?.field ?? issueFieldOf(field.label);
      return { ...field, asks, writing: writingOf(field, template) };
    })
    .filter((field) => !isHeading(field));
  const lowest = Math.min(6, Math.max(level, ...fields.map(({ writing }) => levelOf(writing))) + 1);
  const filled = withoutLongCells(filledFields(reading, fields, { withProse: true, lowest }), fields);
  const title = titleOf(filled.title, place);
  const written = (quoted: boolean) => {
    const parts = [title.line, quoted ? quoteOf(filled.prose) : filled.prose, fieldsText(fields, filled, quoted)];
    return `${[...parts, title.end].filter((part) => part !== '').join('\n\n')}\n`;
  };
  const text = written(false);
  return { text: place.document && !isAlone(text, place.document) ? written(true) : text, rest: filled.rest };
}

/** The title as a heading, or as the titles of the document are written: in bold, or as a fold with its end. */
function titleOf(title: string, { level, document }: DraftPlace): { readonly line: string; readonly end: string } {
  const last = document?.proposals.at(-1)?.body;
  const before = last?.text.slice(0, last.title.span.start) ?? '';
  const plain = title.replace(/[*_<>&\s]+/g, ' ').trim();
  if (/^\s*(?:<details>\s*)?<summary>/i.test(before))
    return { line: `<details>\n<summary>${plain}</summary>`, end: '</details>' };
  const [, number, mark = ''] = /^(?:(\d{1,3})(?=[.)] ))?[^\n]{0,8}(\*\*|__)$/.exec(before) ?? [];
  if (mark === '') return { line: `${'#'.repeat(level)} ${titleHeading(title)}`.trimEnd(), end: '' };
  const marked = number === undefined ? before : before.replace(number, String(Number(number) + 1));
  return { line: `${marked}${plain}${mark}`, end: '' };
}

interface WrittenField extends TemplateField {
  readonly asks: IssueField | null;
  readonly writing: LabelWriting;
}

function writingOf(field: TemplateField, template: Template): LabelWriting {
  const item = { shape: 'item', before: template.marker, after: ':', alone: false } as const;
  return field.writing ?? template.writing ?? item;
}

/** A title that is asked for below a label, too, is in the heading alone; not so in a table. */
function isHeading(field: WrittenField): boolean {
  return !isCell(field) && field.asks?.id === 'title';
}

function levelOf({ shape, before }: LabelWriting): number {
  return shape === 'heading' ? (/#{1,6}/.exec(before)?.[0].length ?? 3) : 0;
}

function isCell({ writing: { shape } }: WrittenField): boolean {
  return shape === 'row' || shape === 'column';
}

/** A cell holds no paragraphs: a description that has some stands above the table. */
function withoutLongCells(filled: FilledFields, fields: readonly WrittenField[]): FilledFields {
  const field = fields.find(({ asks }) => asks?.id === 'description');
  const long = (field && filled.values.get(field.label)?.text) ?? '';
  if (!field || !isCell(field) || !long.includes('\n\n')) return filled;
  return { ...filled, prose: long, values: new Map([...filled.values].filter(([label]) => label !== field.label)) };
}

/** What a field says: a value, or people. */
interface Said {
  readonly field: WrittenField;
  readonly value: string;
  readonly entries: readonly string[];
}

function fieldsText(fields: readonly WrittenField[], filled: FilledFields, quoted: boolean): string {
  const said = fields.flatMap((field): Said[] => {
    const id = field.asks?.id ?? field.id;
    const value = id === 'title' ? filled.title : (filled.values.get(field.label)?.text ?? '');
    const entries = id === 'mentors' ? filled.mentors : [];
    return value === '' && entries.length === 0 && field.required === false ? [] : [{ field, value, entries }];
  });
  const groups: Said[][] = [];
  for (const each of said) {
    const group = groups.at(-1);
    if (group?.[0]?.field.writing.shape === each.field.writing.shape) group.push(each);
    else groups.push([each]);
  }
  return groups.map((group) => groupText(group, quoted)).join('\n\n');
}

/** Fields that are written in the same shape. */
function groupText(said: readonly Said[], quoted: boolean): string {
  const shape = said[0]?.field.writing.shape;
  if (shape === 'row') return rowsOf(said).join('\n');
  if (shape === 'column') return columnsOf(said).join('\n');
  return said.map((each) => textOf(each, quoted)).join(shape === 'item' ? '\n' : '\n\n');
}

/** A label with its value. */
function textOf({ field: { label, writing }, value, entries }: Said, quoted: boolean): string {
  const { shape, before, after, alone } = writing;
  const head = `${before}${label}${after}`;
  const indent = shape === 'item' ? ' '.repeat(/^\s*(?:[-*+]|\d+[.)])\s+/.exec(before)?.[0].length ?? 0) : '';
  const below = (lines: readonly string[]) => lines.map((line) => (line === '' ? '' : indent + line)).join('\n');
  const isList = alone || shape === 'item' || entries.length > 1;
  const list = isList ? entries.map((entry) => `- ${entry}`).join('\n') : entries.join('');
  const text = value === '' ? list : quoted && value.includes('\n') ? quoteOf(value) : value;
  if (text === '') return head;
  const [first = '', ...more] = text.split('\n');
  const isBlock = /^(?:[-*+>#|]|\d+[.)]|`{3}|~{3})/.test(first);
  if (alone || isBlock)
    return `${head}${shape === 'item' && /^[-*+] /.test(first) ? '\n' : '\n\n'}${below([first, ...more])}`;
  return [`${head} ${first}`, ...(more.length > 0 ? [below(more)] : [])].join('\n');
}

/** A table with a label and a value in each row. */
function rowsOf(said: readonly Said[]): readonly string[] {
  const rows = said.map(
    (each) => `${each.field.writing.before}${each.field.label}${each.field.writing.after} ${cellOf(each)} |`,
  );
  rows.splice(1, 0, '| --- | --- |');
  return rows;
}

/** A table with a label in each column. */
function columnsOf(said: readonly Said[]): readonly string[] {
  const labels = said.map(({ field: { label, writing } }) => {
    const marks = /[*_]{1,3}/.exec(writing.before)?.[0] ?? '';
    return `${marks}${label}${marks}`;
  });
  return [labels, said.map(() => '---'), said.map(cellOf)].map((cells) => `| ${cells.join(' | ')} |`);
}

function cellOf({ value, entries }: Said): string {
  const lines = (value === '' ? entries.join('\n') : value).split('\n').map((line) => line.trim());
  return lines
    .filter((line) => line !== '')
    .join('<br>')
    .replace(/\|/g, '\\|');
}

function quoteOf(text: string): string {
  if (text === '') return '';
  return text
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');
}

/** Whether a draft at the end of a document is one proposal more, and all others stay. */
function isAlone(text: string, { text: before, path, proposals, readings }: ProposalsDocument): boolean {
  const projects = readings.context.projects;
  const after = readDocument(`${before.trimEnd()}\n\n${text}`, path, { projects });
  return after.proposals.length === proposals.length + 1;
}
