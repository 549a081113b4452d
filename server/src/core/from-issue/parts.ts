import { type IssueField, issueFieldOf } from '../facts/issue-labels';
import type { IssueEvent, LabelEvent, TextEvent } from './events';
import { type FormLabel, type FormLabels, formLabelOf, withoutGiven } from './form-labels';
import { saysNothing } from './nothing';

/** A part of an issue: a label and what is said below it. */
export interface IssuePart {
  /** Plain text. Empty for text that stands below no label. */
  readonly label: string;
  /** What the label names. Null for a label that no program asks for. */
  readonly field: IssueField | null;
  /** Markdown as in the issue, without what says nothing. Empty if all of it says nothing. */
  readonly text: string;
  /** Commands to bots and mentions of people who should know. They are never a field. */
  readonly isAside: boolean;
}

interface Open {
  readonly label: LabelEvent | null;
  /** The field of the form, if the label is one's. */
  readonly asked: FormLabel | undefined;
  readonly field: IssueField | null;
  /** `isLabel` are labels inside of the text. */
  readonly texts: { readonly text: string; readonly gap: '' | ' ' | '\n' | '\n\n'; readonly isLabel?: boolean }[];
  readonly isAside: boolean;
  isDone: boolean;
  /** Whether the label is one of several lines with a label and a value each. */
  isBlock: boolean;
}

/** Fields of one line. A paragraph below a value in the label's line is not part of it. */
const inLine: ReadonlySet<string> = new Set([
  'title',
  'project',
  'term',
  'recommended-skills',
  'technologies',
  'mentors',
  'upstream-issue',
  'difficulty',
  'size',
]);
/** Fields in whose text a list of open boxes is a list of tasks. */
const withTasks: ReadonlySet<string> = new Set(['description', 'expected-outcome']);

/** "/kind feature", "cc @example/maintainers": lines for bots, and mentions of people who should know. */
const command = /^(?:\/[a-z][\w-]*(?:\s|$)|\/?cc:?\s.*@)/i;

function isAside(text: string): boolean {
  const lines = text.split('\n').map((line) => line.trim());
  return text !== '' && lines.every((line) => command.test(line));
}

/** The parts of an issue in their order. */
export function partsOf(events: readonly IssueEvent[], form: FormLabels | null): IssuePart[] {
  const parts: Open[] = [];
  const open = (label: LabelEvent | null, field: IssueField | null, isAside = false): Open => {
    const part = { label, asked: formLabelOf(label, form), field, texts: [], isAside, isDone: false, isBlock: false };
    parts.push(part);
    return part;
  };
  let current: Open | null = null;
  for (const [i, event] of events.entries()) {
    const last = events[i - 1];
    if (event.is === 'label') {
      const field = fieldOf(event, form);
      if (current && isInside(event, field, current, form))
        current.texts.push({
          text: event.source,
          gap: '\n\n',
          isLabel: field !== null && field.id === current.field?.id,
        });
      else {
        const isBlock = isLineOf(current) && event.shape === 'line' && !event.isApart;
        current = open(event, field);
        current.isBlock = isBlock;
      }
      continue;
    }
    if (event.kind === 'end') {
      if (current) current.isDone = true;
      continue;
    }
    if (isAside(event.text)) {
      open(null, null, true).texts.push({ text: event.text, gap: '' });
      continue;
    }
    if (event.text === '' && !current) continue;
    if (!current || current.isDone || isBehind(event, current)) current = open(null, null);
    const isBehindLabel = last?.is === 'label' && last.isInline;
    const gap = isBehindLabel
      ? ' '
      : event.isApart || (last?.is === 'label' && last.shape === 'heading')
        ? '\n\n'
        : '\n';
    current.texts.push({ text: ticked(event, current), gap });
    if (event.isWhole) current.isDone = true;
  }
  return parts.map(closed);
}

function fieldOf(label: LabelEvent, form: FormLabels | null): IssueField | null {
  const own = formLabelOf(label, form);
  return own ? own.field : issueFieldOf(label.text);
}

/** Whether a label is only a heading in the text of the part above. */
function isInside(label: LabelEvent, field: IssueField | null, current: Open, form: FormLabels | null): boolean {
  const above = current.label;
  // A value in the line of its label ends at the paragraph.
  if (field && label.isApart && isLine(current)) return false;
  if (formLabelOf(label, form)) return false;
  // Who answers a form has asked for mentors elsewhere in it.
  if (current.asked && field && isAsked(form, field)) return true;
  if (label.shape === 'cell') return false;
  const isDeeper = above !== null && label.level > above.level;
  if (!field) {
    if (current.asked && label.shape !== 'item') return true;
    if (above === null) return label.shape === 'bold' && label.isInline && current.texts.length > 0;
    return isDeeper;
  }
  if (!isDeeper || !current.field)
    return isDeeper && label.shape === 'line' && field.rank > 0 && current.field === null && current.texts.length > 0;
  if (field.id === current.field.id) return true;
  return field.rank > (label.shape === 'line' ? 0 : 1);
}

function isAsked(form: FormLabels | null, { id }: IssueField): boolean {
  return [...(form?.byLabel.values() ?? [])].some(({ field }) => field?.id === id);
}

/** Whether a part is a label with a value of one line behind it. */
function isLine({ label, field, texts, isBlock }: Open): boolean {
  if (label?.isInline !== true || field === null || texts.length === 0) return false;
  return inLine.has(field.id) || (isBlock && field.id !== 'description');
}

function isLineOf(part: Open | null): boolean {
  return part?.label?.shape === 'line' && part.label.isInline;
}

function isBehind({ kind, isApart }: TextEvent, current: Open): boolean {
  if (!isLine(current)) return false;
  return kind === 'rule' || (isApart && kind !== 'list' && kind !== 'table');
}

/** What lists of tasks are called, or contain. */
const tasks =
  /\b(?:tasks?|to-?dos?|plan|steps?|milestones?|goals?|scope|sub-?issues?|roadmap|work|ideas?|projects?|proposals?)\b/i;
const references = /#\d|https?:\/\//;

/** A list without the boxes that nobody has ticked, unless they are tasks. */
function ticked({ text, boxes }: TextEvent, { field, label, asked }: Open): string {
  if (boxes === undefined || boxes === 'all') return text;
  const isPlan = field ? withTasks.has(field.id) : label === null || tasks.test(label.text) || references.test(text);
  if (isPlan && !asked?.hasBoxes) return text;
  // In a roster, boxes only tell who has confirmed.
  const isRoster = field?.id === 'mentors' && !asked?.hasBoxes;
  return text
    .split('\n')
    .filter((line) => !/^\s*(?:[-*+]|\d+[.)])\s+\[ \]/.test(line) || (isRoster && /@|github\.com\//i.test(line)))
    .join('\n');
}

function closed({ label, asked, field, texts, isAside }: Open): IssuePart {
  // A heading over headings is words of its own, not a question without an answer.
  if (label && !field && texts.length === 0 && !asked)
    return { label: '', field: null, text: label.source, isAside: true };
  const { given = [] } = asked ?? {};
  const isRule = (text: string) => /^[-*_ ]{3,}$/.test(text);
  const said = texts.filter(({ text }) => isRule(text) || !saysNothing(text, given));
  // "## People", "### Mentors": the only heading below one of the same meaning is the same label.
  if (said[0]?.isLabel && said.filter(({ isLabel }) => isLabel).length === 1) said.shift();
  while (said.length > 0 && isRule(said.at(-1)?.text ?? '')) said.pop();
  const whole = said.reduce((all, each) => (all === '' ? each.text : `${all}${each.gap}${each.text}`), '').trim();
  const text = withoutGiven(whole, given);
  return { label: label?.text ?? '', field, text: saysNothing(text, given) ? '' : text, isAside };
}
