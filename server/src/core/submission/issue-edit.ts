import type { ProposalForm } from '../facts/proposal-form';
import { answersIn } from './issue-body';

/** What happens to an issue when the body of its draft is sent. */
export interface IssueEdit {
  /** The body to send: that of the draft, and what others have added behind the last answer of the issue. */
  readonly body: string;
  /** Labels of the fields whose answers change. If there is one, the issue loses its approvals. */
  readonly differing: readonly string[];
}

/**
 * Compares an issue with the body of its draft. White space makes no difference, nor does the title. A section that the
 * form does not have differs, too, because the bot may know another version of the form.
 */
export function issueEdit(present: string, draft: string, form: ProposalForm): IssueEdit {
  const addition = additionIn(present, form);
  const own = present.replaceAll('\r\n', '\n').slice(0, present.replaceAll('\r\n', '\n').length - addition.length);
  const [before, after] = [answersIn(own), answersIn(draft)];
  const labels = new Set([...form.fields.map(({ label }) => label), ...before.keys(), ...after.keys()]);
  const differing = [...labels].filter((label) => collapsed(before.get(label)) !== collapsed(after.get(label)));
  return { body: addition === '' ? draft : `${draft.trimEnd()}\n\n${addition.trim()}\n`, differing };
}

/** A section that is not there differs from an empty one. */
function collapsed(answer: string | undefined): string | null {
  return answer === undefined ? null : answer.replace(/\s+/g, ' ').trim();
}

/** The block that the bot adds below the last answer, with LF. Empty without one. */
function additionIn(body: string, form: ProposalForm): string {
  const text = body.replaceAll('\r\n', '\n');
  const last = form.fields.at(-1);
  const start = last ? text.lastIndexOf(`### ${last.label}\n`) : -1;
  if (!last || start < 0) return '';
  const lines = text.slice(start).split('\n');
  const isBoxes = last.type === 'checkboxes';
  const end = isBoxes
    ? lines.findLastIndex((line) => line.startsWith('- [')) + 1
    : lines.findIndex((line, i) => i > 0 && /^(?:---|<!--)/.test(line));
  const rest = end > 0 ? lines.slice(end).join('\n') : '';
  // An answer may hold a rule or a comment of its own. The bot's block has the address of the program.
  return rest.trim() !== '' && (isBoxes || lfxAddress.test(rest)) ? rest : '';
}

const lfxAddress = /\bmentorship\.lfx\.linuxfoundation\.org\//;
