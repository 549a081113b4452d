import { draftFieldFacts } from '../facts/draft-fields';
import { fieldFact } from '../facts/fields';
import { isLfxForm, type LfxField, lfxField, type ProposalForm, tellingFields } from '../facts/proposal-form';
import { termInLabel } from '../facts/terms';
import { wordKey } from '../facts/words';
import { readDocument } from '../model/document';
import { mentorsIn } from '../model/mentor';
import { descriptionOf, partsOfDescription } from './description';
import { type DraftValue, draftText } from './draft-text';
import { answersIn, isTicked, tickedIn } from './issue-body';
import { plainEmail, rosterLines, rosterParts } from './roster';

/** A draft as text, or in one sentence why there is none. */
export type DraftOrWhy = { readonly text: string } | { readonly why: string };

/** An issue on GitHub. Its texts are a stranger's. */
export interface IssueTexts {
  readonly title: string;
  readonly body: string;
}

/** Longer bodies are not read. GitHub's own limit. */
const LONGEST = 65_536;

/** The draft of an issue that was made with a form. Never throws. */
export function draftOfIssue({ body }: IssueTexts, form: ProposalForm): DraftOrWhy {
  if (!isLfxForm(form)) return { why: "Only issues of CNCF's proposal form become drafts." };
  if (body.length > LONGEST) return { why: 'The issue is too long.' };
  const answers = answersIn(body);
  const has = (own: LfxField) => answers.has(lfxField(form, own)?.label ?? '');
  if (!tellingFields.every(has)) return { why: 'The issue was not made with the proposal form.' };
  const answer = (own: LfxField) => (answers.get(lfxField(form, own)?.label ?? '') ?? '').replace(/\r/g, '\n').trim();
  const title = answer('name');
  const text = draftText({
    term: termHeading(answer('term')),
    project: answer('project'),
    title,
    mentors: rosterLines(answer('mentors')).map(entryOf),
    values: valuesOf(answer, form),
  });
  const { proposals } = readDocument(text, '');
  return proposals.length === 1 ? { text } : { why: `A draft cannot have the title "${title}".` };
}

/** The label of a term as a draft's heading. Null for a text that names no term. */
function termHeading(label: string): string | null {
  return termInLabel(label) && /^[^()\n]*(?:\([^()\n]*\))?$/.test(label) ? label : null;
}

function valuesOf(answer: (own: LfxField) => string, form: ProposalForm): ReadonlyMap<string, DraftValue> {
  const values = new Map<string, DraftValue>();
  const add = (label: string, value: DraftValue) => {
    if (value.text !== '' || value.line !== undefined) values.set(label, value);
  };
  const { description, outcome } = splitDescription(answer('description'));
  add(fieldFact('description').label, { text: description });
  add(fieldFact('expected-outcome').label, { text: outcome });
  const technologies = answer('technologies');
  const skills = answer('skills');
  const isSame = skills === '' && isTicked(answer('skillsSame'));
  add(fieldFact('recommended-skills').label, { text: isSame ? technologies : skills });
  add(labelOf('technologies'), { text: technologies });
  add(fieldFact('upstream-issue').label, { text: answer('upstream') });
  const challenge = answer('challenge');
  const options = lfxField(form, 'prerequisites')?.options ?? [];
  const asked = tickedIn(answer('prerequisites')).filter((label) => !/custom prerequisite/i.test(label));
  const said = asked
    .filter((label) => challenge === '' || !/coding challenge/i.test(label))
    .map((label) => options.find((option) => wordKey(option) === wordKey(label)) ?? label);
  add(labelOf('prerequisites'), { text: said.join(', ') });
  add(labelOf('coding-challenge'), { text: challenge });
  const custom = customOf(answer);
  if (custom) add(labelOf('custom-prerequisite'), custom);
  return values;
}

/** Description and outcome, if the form's text is made of them. Other headings would have to change, so it stays whole. */
function splitDescription(text: string): { readonly description: string; readonly outcome: string } {
  const parts = partsOfDescription(text);
  return collapsed(descriptionOf(parts.description, parts.outcome)) === collapsed(text)
    ? parts
    : { description: text, outcome: '' };
}

/** As the bot compares answers. */
function collapsed(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function customOf(answer: (own: LfxField) => string): DraftValue | null {
  const name = answer('customName');
  const text = answer('customDescription');
  const isUpload = isTicked(answer('customUpload'));
  const isAsked = isTicked(answer('custom')) || isTicked(answer('prerequisites'), 'custom prerequisite');
  if (!isAsked && !isUpload && name === '' && text === '') return null;
  return { line: [name.replace(/\s+/g, ' '), isUpload ? '(file upload)' : ''].join(' ').trim(), text, isHeaded: true };
}

function labelOf(id: (typeof draftFieldFacts)[number]['id']): string {
  return draftFieldFacts.find((fact) => fact.id === id)?.label ?? '';
}

/** `Name (@handle, email, LFID: user)`, or the line as it is where our reader would read something else in that. */
function entryOf(line: string): string {
  const own = line.trim();
  const [name = '', handle = '', email = '', lfid = '', ...more] = rosterParts(own.replace(/^[-*+][ \t]+/, ''));
  if (more.length > 0 || !handle.startsWith('@') || name === '' || email === '') return own;
  const address = plainEmail(email);
  const entry = `${name} (${handle}, ${address}${lfid === '' ? '' : `, LFID: ${lfid}`})`;
  const [only, ...others] = mentorsIn(entry, [{ start: 0, end: entry.length }]);
  const isRead =
    only?.name?.text === name &&
    only.handle?.text === handle.slice(1) &&
    only.email?.text === address &&
    (only.lfid?.text ?? '') === lfid;
  return isRead && others.length === 0 ? entry : own;
}
