import { type FormField, isLfxForm, lfxRepository, type ProposalForm } from '../facts/proposal-form';
import { wordKey } from '../facts/words';
import { keyOf } from './issue-body';

/** GitHub answers longer addresses with an error (414). In characters. */
export const longestAddress = 7_500;

/** The address of an issue form with what GitHub can fill in, and what is left to a person. */
export interface PrefilledForm {
  readonly url: string;
  /** What the person has to choose or tick in the form, as "CNCF Project: Jaeger". */
  readonly toClick: readonly string[];
  /** Labels of the fields whose text did not fit into the address and has to be pasted. */
  readonly toPaste: readonly string[];
}

/** What a prefilled form needs of an issue. */
export interface Prefilling {
  readonly title: string;
  /** By the id of the form's field, or its label without one. */
  readonly answers: ReadonlyMap<string, { readonly text: string }>;
}

/**
 * The address of the form with its text fields filled in. GitHub fills no drop-downs and check boxes, and may even empty
 * the form for them, so they are left out. The longest texts are left out until the address is short enough.
 */
export function prefilledForm(form: ProposalForm, { title, answers }: Prefilling): PrefilledForm {
  const answerOf = (field: FormField) => answers.get(keyOf(field))?.text ?? '';
  const texts = form.fields
    .filter(({ type, id }) => (type === 'input' || type === 'textarea') && id !== '')
    .map((field) => ({ field, text: answerOf(field) }))
    .filter(({ text }) => text !== '');
  const kept = new Set(texts);
  const address = () => {
    const parts = [...texts].filter((each) => kept.has(each)).map(({ field, text }) => pair(field.id, text));
    return [`${newIssuePage(form)}?template=${templateOf(form)}`, pair('title', title), ...parts].join('&');
  };
  const byLength = [...texts].sort((a, b) => b.text.length - a.text.length);
  for (const each of byLength) {
    if (address().length <= longestAddress) break;
    kept.delete(each);
  }
  return {
    url: address(),
    toClick: form.fields.flatMap((field) => clicksIn(field, answerOf(field))),
    toPaste: texts.filter((each) => !kept.has(each)).map(({ field }) => field.label),
  };
}

/** The page on which a blank issue is written, with its title. */
export function blankIssuePage(form: ProposalForm, title: string): string {
  return `${newIssuePage(form)}?${pair('title', title)}`;
}

function newIssuePage(form: ProposalForm): string {
  return `https://github.com/${repositoryOf(form) ?? ''}/issues/new`;
}

/** The repository in which a form makes issues: `owner/repo`. Null if unknown. */
export function repositoryOf(form: ProposalForm): string | null {
  return isLfxForm(form) ? lfxRepository : null;
}

/** The file of the form, as its address names it. */
export function templateOf({ path }: ProposalForm): string {
  return encodeURIComponent(path?.split('/').at(-1) ?? 'lfx-program-proposal.yml');
}

/** A lone half of a surrogate pair, which no address can hold, becomes the replacement character. */
function pair(name: string, text: string): string {
  return `${encodeURIComponent(name)}=${encodeURIComponent(text.replace(loneSurrogate, '\ufffd'))}`;
}

const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

function clicksIn({ type, label, options }: FormField, answer: string): string[] {
  if (type === 'dropdown') return answer === '' ? [] : [`${label}: ${answer}`];
  if (type !== 'checkboxes') return [];
  const ticked = answer.split('\n').flatMap((line) => /^- \[x\] (.*)$/i.exec(line)?.[1] ?? []);
  return ticked
    .filter((option) => options.some((each) => wordKey(each) === wordKey(option)))
    .map((option) => `${label}: ${option}`);
}
