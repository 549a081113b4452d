import { type IssueField, issueFieldOf } from '../facts/issue-labels';
import type { ProposalForm } from '../facts/proposal-form';
import { wordKey } from '../facts/words';
import type { IssueEvent, LabelEvent } from './events';

/** An issue form, as far as it tells what the headings of its issues mean. */
export interface FormLabels {
  /** By `wordKey` of the label. */
  readonly byLabel: ReadonlyMap<string, FormLabel>;
  /** What the form writes before the title. May be empty. */
  readonly prefix: string;
}

/** A field of an issue form. */
export interface FormLabel {
  /** What the label asks for. Null for what no program asks for. */
  readonly field: IssueField | null;
  /** Texts of the form itself, which say nothing as an answer. */
  readonly given: readonly string[];
  /** Whether boxes are ticked there: those that are not say nothing. */
  readonly hasBoxes: boolean;
}

/** What the labels of a form ask for, by their words or else by their ids. */
export function formLabels({ fields, title }: ProposalForm): FormLabels {
  const byLabel = new Map<string, FormLabel>();
  for (const { id, label, type, given = [] } of fields) {
    const key = wordKey(label);
    if (key !== '' && !byLabel.has(key))
      byLabel.set(key, { field: fieldOf(label, id), given, hasBoxes: type === 'checkboxes' });
  }
  // Parts in angle brackets stand for answers.
  return { byLabel, prefix: title.split('<', 1)[0]?.trim() ?? '' };
}

/** Ids are often copied along with other fields, so a label that says as much is surer. */
function fieldOf(label: string, id: string): IssueField | null {
  const own = issueFieldOf(label);
  if (own?.rank === 0) return own;
  const named = issueFieldOf(id.replace(/[_-]+/g, ' '));
  if (!named || (own && own.rank <= named.rank)) return own;
  return { id: named.id, rank: named.rank + 1 };
}

/** GitHub writes each answer of a form below a heading of this level. */
const LEVEL = 3;

/** The field of a form that a label of an issue is. Undefined for other labels. */
export function formLabelOf(label: LabelEvent | null, form: FormLabels | null): FormLabel | undefined {
  if (!form || label?.shape !== 'heading' || label.level !== LEVEL) return undefined;
  return form.byLabel.get(wordKey(label.text));
}

/** The form that an issue was made with: it has at least half of its labels as headings. Null for none. */
export function formOfIssue(events: readonly IssueEvent[], forms: readonly FormLabels[]): FormLabels | null {
  let best: FormLabels | null = null;
  let most = 0;
  for (const form of forms) {
    const labels = new Set(events.flatMap((event) => (event.is === 'label' ? (formLabelOf(event, form) ?? []) : [])));
    const share = labels.size / form.byLabel.size;
    if (labels.size >= 2 && share >= 0.5 && share > most) [best, most] = [form, share];
  }
  return best;
}

/** An answer without what only the form says: paragraphs that it begins with, and headings of it without a text below. */
export function withoutGiven(text: string, given: readonly string[]): string {
  const own = new Set(given.flatMap(blocksOf).map(plain));
  if (own.size === 0) return text;
  const blocks = blocksOf(text);
  const left: string[] = [];
  for (const block of blocks.reverse()) {
    const level = levelOf(block);
    const isSaid = !own.has(plain(block)) || /[:：]\s*$/.test(block);
    // What stands below a heading goes to the next one of its level or above.
    const isAbove =
      level > 0 && left.length > 0 && !(levelOf(left.at(-1) ?? '') > 0 && levelOf(left.at(-1) ?? '') <= level);
    if (isSaid || isAbove) left.push(block);
  }
  return left.length === blocks.length ? text : left.reverse().join('\n\n');
}

function blocksOf(text: string): string[] {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n(?:[ \t]*\n)+/)
    .filter((block) => block.trim() !== '');
}

function levelOf(block: string): number {
  return /^#{1,6}(?=[ \t])/.exec(block)?.[0].length ?? 0;
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
