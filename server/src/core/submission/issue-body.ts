import type { FormField, ProposalForm } from '../facts/proposal-form';

/** What GitHub writes for a field that nobody has filled in. */
const noResponse = '_No response_';

/** An answer without what stands for none. */
export function answered(text: string): string {
  const answer = text.trim();
  return answer === noResponse ? '' : answer;
}

/**
 * The answers in the body of an issue that was made by a form, by their labels, as the bot reads it: cut before every
 * line that begins with `### `, inside of fences too. Of a label that stands twice the last counts; a label without a
 * line break behind it does not exist. An answer that was not given is empty.
 */
export function answersIn(body: string): ReadonlyMap<string, string> {
  const text = body.replaceAll('\r\n', '\n');
  const answers = new Map<string, string>();
  for (const part of text.split(/^(?=### )/m)) {
    const end = part.indexOf('\n');
    if (!part.startsWith('### ') || end < 0) continue;
    answers.set(part.slice('### '.length, end).trim(), answered(part.slice(end + 1)));
  }
  return answers;
}

/**
 * The body that GitHub writes for a form: each field with its label and answer, in the order of the form. `answers` are
 * by the id or, without one, by the label of the field. LF only.
 */
export function bodyWith({ fields }: ProposalForm, answers: ReadonlyMap<string, string>): string {
  const parts = fields.map((field) => {
    const answer = answers.get(keyOf(field)) ?? '';
    const written = field.type === 'checkboxes' && answer === '' ? boxesOf(field, []) : answer;
    return `### ${field.label}\n\n${written === '' ? noResponse : written}\n`;
  });
  return parts.join('\n');
}

/** What identifies a field of a form. */
export function keyOf({ id, label }: FormField): string {
  return id === '' ? label : id;
}

/** The answer of check boxes: all of them, one a line. */
export function boxesOf({ options }: FormField, ticked: readonly string[]): string {
  return options.map((option) => `- [${ticked.includes(option) ? 'X' : ' '}] ${option}`).join('\n');
}

/** Whether a box is ticked; `label` is a part of its text, undefined for the only box of its field. */
export function isTicked(answer: string, label?: string): boolean {
  return answer
    .split('\n')
    .some((line) => /^\s*- \[x\]/i.test(line) && (label === undefined || line.toLowerCase().includes(label)));
}

/** The labels of the boxes that are ticked. */
export function tickedIn(answer: string): readonly string[] {
  return answer.split('\n').flatMap((line) => /^\s*- \[x\](.*)$/i.exec(line)?.[1]?.trim() ?? []);
}
