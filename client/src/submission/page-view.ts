import type { WireField, WireProblem, WireSubmission } from '../../../server/src/protocol/submission';
import { l10n } from '../ui/l10n';
import { type PlainText, plainText } from '../ui/plain-text';
import type { PageField, PageGroup, PageLine, PageView } from './page-messages';

/** What can be done with a draft from the page. */
export interface PageAction {
  readonly id: string;
  readonly label: PlainText;
  readonly detail: PlainText;
}

/** The places in a draft that the lines of a page lead to, by their numbers. */
export type PageTargets = readonly WireField['range'][];

/** What the page shows of a submission, and where its lines lead. */
export function pageViewOf(
  submission: WireSubmission,
  actions: readonly PageAction[],
): { readonly view: PageView; readonly targets: PageTargets } {
  const targets: WireField['range'][] = [];
  const targetOf = (range: WireField['range']) => targets.push(range) - 1;
  const lineOf = ({ severity, message, range }: WireProblem): PageLine => ({
    text: message,
    tone: severity,
    target: targetOf(range),
  });
  const { problems, programName, issue, form } = submission;
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const names = [{ label: l10n.t('Title of the issue'), text: issue.title, count: '', isOver: false }];
  if (programName) {
    const { text, length, limit } = programName;
    names.push({ label: l10n.t('Name of the program'), text, count: countOf(length, limit), isOver: length > limit });
  }
  const view: PageView = {
    heading: submission.name,
    summary: summaryOf(errors, problems.length - errors),
    names,
    fieldsHeading: l10n.t('The form'),
    fields: submission.fields.map((field) =>
      fieldOf(field, problems.filter((problem) => problem.field === field.label).map(lineOf), targetOf(field.range)),
    ),
    groups: groupsOf(submission, lineOf),
    actionsHeading: l10n.t('Send it'),
    actions,
    footnote:
      form.asOf === null
        ? l10n.t('The form is the one of this workspace.')
        : l10n.t(
            'Rules of the form as of {0}. The form in your checkout of its repository counts first.',
            plainText(form.asOf),
          ),
  };
  return { view, targets };
}

function summaryOf(errors: number, warnings: number): PageLine {
  if (errors > 0) return { text: refusedText(errors), tone: 'error', target: null };
  if (warnings === 0) return { text: l10n.t('Ready to send.'), tone: 'good', target: null };
  const text =
    warnings === 1 ? l10n.t('Ready to send, with 1 warning.') : l10n.t('Ready to send, with {0} warnings.', warnings);
  return { text, tone: 'warning', target: null };
}

/** How many errors keep a draft from being accepted. */
export function refusedText(errors: number): PlainText {
  return errors === 1 ? l10n.t('Not ready: 1 error.') : l10n.t('Not ready: {0} errors.', errors);
}

function fieldOf(
  { label, type, required, answer, limit }: WireField,
  problems: readonly PageLine[],
  target: number,
): PageField {
  const isBoxes = type === 'checkboxes';
  return {
    label,
    need: required ? l10n.t('required') : '',
    value: isBoxes ? '' : answer,
    placeholder: type === 'dropdown' ? l10n.t('nothing chosen') : l10n.t('empty'),
    boxes: isBoxes ? boxesIn(answer) : [],
    count: limit === null ? '' : countOf(answer.length, limit),
    isOver: limit !== null && answer.length > limit,
    problems,
    target,
  };
}

function boxesIn(answer: string): PageField['boxes'] {
  return answer.split('\n').flatMap((line) => {
    const [, mark, label] = /^- \[([ xX])\] (.*)$/.exec(line) ?? [];
    return label === undefined ? [] : [{ label, ticked: mark !== ' ' }];
  });
}

/** What the bot would answer, and what only we see. */
function groupsOf(
  { problems, form }: WireSubmission,
  lineOf: (problem: WireProblem) => PageLine,
): readonly PageGroup[] {
  const groups: PageGroup[] = [];
  if (form.isLfx) {
    const lines = problems.filter(({ by }) => by === 'bot').map(lineOf);
    const good: PageLine = { text: l10n.t('All checks pass.'), tone: 'good', target: null };
    groups.push({
      heading: l10n.t('What the bot would answer'),
      note: l10n.t('The bot of the form checks each issue and answers with a comment.'),
      lines: lines.length > 0 ? lines : [good],
    });
  }
  const own = problems.filter(({ by }) => by === 'editor').map(lineOf);
  if (own.length > 0)
    groups.push({
      heading: l10n.t('What the bot does not see'),
      note: l10n.t('Mentorship Proposals noticed this. The bot would not tell you.'),
      lines: own,
    });
  return groups;
}

function countOf(length: number, limit: number): string {
  return l10n.t('{0} of {1}', plainText(length.toLocaleString()), plainText(limit.toLocaleString()));
}
