import type { ProjectList } from '../facts/projects';
import {
  type FormField,
  headingOf,
  isLfxForm,
  type LfxField,
  lfxField,
  lfxFields,
  type ProposalForm,
} from '../facts/proposal-form';
import { lfxTerms, termInLabel, termLabel } from '../facts/terms';
import { wordKey } from '../facts/words';
import { renderedTitle } from '../model/anchor';
import { lfxTerm } from '../model/program-name';
import { fieldOf, type ProposalBody } from '../model/proposal';
import type { Term } from '../model/term';
import { isBelowLabel, valueText, withoutQuote } from '../model/value-text';
import type { Span } from '../text/span';
import { descriptionOf, indentCuts, withoutCuts } from './description';
import { draftField, lineText } from './draft-values';
import { answered, bodyWith, boxesOf, keyOf } from './issue-body';
import { rosterOf } from './roster-of-draft';

/** A proposal that may become an issue, with what its document says about it. */
export interface DraftView {
  readonly body: ProposalBody;
  /** The heading of its project. */
  readonly project: string | null;
  readonly page: { readonly term: Term | null };
}

/** An answer of the form, with its place in the draft. */
export interface DraftAnswer {
  readonly text: string;
  /** From the proposal's start: the label of the field, or the title if the draft does not say it. */
  readonly span: Span;
}

/** The issue that a draft becomes. */
export interface DraftIssue {
  readonly title: string;
  readonly body: string;
  /** By the id of the form's field, or its label without one. */
  readonly answers: ReadonlyMap<string, DraftAnswer>;
}

/** The issue that a draft becomes with a form. Never throws. */
export function issueOfDraft(view: DraftView, form: ProposalForm, projects: ProjectList): DraftIssue {
  const answers = isLfxForm(form) ? lfxAnswers(view, form, projects) : new Map<string, DraftAnswer>();
  for (const field of form.fields) if (!answers.has(keyOf(field))) answers.set(keyOf(field), plainAnswer(view, field));
  // A title or a mentor, too, may begin with "### ".
  for (const [key, { text, span }] of answers) answers.set(key, { text: indentCuts(text), span });
  const texts = new Map([...answers].map(([key, { text }]) => [key, text]));
  return { title: titleWith(form, texts), body: bodyWith(form, texts), answers };
}

/** The title that the form suggests, with the answers that it names: `[CNCF LFX Proposal] <project> <program name>`. */
function titleWith(form: ProposalForm, answers: ReadonlyMap<string, string>): string {
  return form.title.replace(/<([^<>]*)>/g, (all, name: string) => {
    const key = wordKey(name);
    const field = form.fields.find(({ label }) => wordKey(label).endsWith(key));
    return field ? (answers.get(keyOf(field)) ?? '').trim() : all;
  });
}

function lfxAnswers(view: DraftView, form: ProposalForm, projects: ProjectList): Map<string, DraftAnswer> {
  const { body } = view;
  const answers = new Map<string, DraftAnswer>();
  const title = body.title.span;
  const set = (own: LfxField, text: string, span: Span = title) => answers.set(lfxFields[own], { text, span });
  const boxes = (own: LfxField, ticked: (option: string) => boolean, span: Span) => {
    const field = lfxField(form, own);
    if (field) set(own, boxesOf(field, field.options.filter(ticked)), span);
  };
  const value = (id: Parameters<typeof draftField>[1]) => {
    const field = draftField(body, id);
    return { text: answered(valueText(body, field)), span: field?.label?.span ?? title, isThere: field !== null };
  };
  set('project', projectOf(view, form, projects));
  set('term', termOf(view, form));
  set('name', nameOf(body), body.programName?.span ?? title);
  const description = value('description');
  const outcome = value('expected-outcome');
  set('description', descriptionOf(description.text, outcome.text), description.span);
  const technologies = value('technologies');
  const skills = value('recommended-skills');
  const [technologyLine, skillLine] = [lineText(technologies.text), lineText(skills.text)];
  const isSame = skillLine !== '' && listKey(skillLine) === listKey(technologyLine);
  set('technologies', technologyLine, technologies.span);
  boxes('skillsSame', () => isSame, skills.span);
  set('skills', isSame ? '' : skillLine, skills.span);
  set(
    'mentors',
    rosterOf(body)
      .map(({ text }) => text)
      .join('\n'),
    value('mentors').span,
  );
  set('upstream', upstreamOf(body), value('upstream-issue').span);
  const prerequisites = value('prerequisites');
  const challenge = value('coding-challenge');
  const asked = wordKey(prerequisites.text);
  boxes(
    'prerequisites',
    (option) => asked.includes(wordKey(option)) || (challenge.isThere && /coding challenge/i.test(option)),
    prerequisites.span,
  );
  set('challenge', lineText(challenge.text), challenge.span);
  const custom = value('custom-prerequisite');
  const { name, text, isUpload } = customPrerequisite(body);
  boxes('custom', () => custom.isThere, custom.span);
  set('customName', name, custom.span);
  set('customDescription', text, custom.span);
  boxes('customUpload', () => isUpload, custom.span);
  return answers;
}

/** Equal for lists that differ in nothing but case, blanks and commas. C, C++ and C# are three things. */
function listKey(line: string): string {
  return line.toLowerCase().replace(/[\s,;]+|\.$/g, '');
}

/** The form's option for the project of a proposal, otherwise the heading as written. */
function projectOf({ project }: DraftView, form: ProposalForm, projects: ProjectList): string {
  const heading = renderedTitle(project ?? '');
  const field = lfxField(form, 'project');
  if (!field) return heading;
  const known = optionFor(field, heading);
  if (known !== undefined) return known;
  const listed = projects.find(heading);
  return (listed && optionFor(field, listed.name)) ?? heading;
}

/** The choice of a field as a text writes it, or else with its words: "c" is C, where there is C++, too. */
function optionFor(field: FormField, text: string): string | undefined {
  const options = optionsByKey(field);
  return options.get(text.trim().toLowerCase()) ?? options.get(wordKey(text));
}

/** The choices of a field by their words, and as they are in lower case. A form has hundreds, and each keystroke asks. */
function optionsByKey(field: FormField): ReadonlyMap<string, string> {
  const known = keyedOptions.get(field);
  if (known) return known;
  const byWords = field.options.map((option) => [wordKey(option), option] as const);
  const options = new Map([...byWords, ...field.options.map((option) => [option.toLowerCase(), option] as const)]);
  keyedOptions.set(field, options);
  return options;
}

const keyedOptions = new WeakMap<FormField, ReadonlyMap<string, string>>();

/** The form's option for the term of the document. Without a term in the document, the only one that is open. */
function termOf({ page }: DraftView, form: ProposalForm): string {
  const options = lfxField(form, 'term')?.options ?? [];
  const term = lfxTerm(page.term);
  if (!term) return options.length === 1 ? (options[0] ?? '') : '';
  const open = options.find((option) => {
    const own = termInLabel(option);
    return own?.year === term.year && own.number === term.number;
  });
  const months = lfxTerms.find(({ number }) => number === term.number)?.folder.slice('01-'.length);
  return open ?? `${term.year} Term ${term.number}${months === undefined ? '' : ` (${months})`}`;
}

/** The title, or the shorter one in the line `CNCF - Project: title (2026 Term 3)` below it. */
export function nameOf({ title, programName }: ProposalBody): string {
  const written = /^CNCF - [^:]+: (.*?)(?: \(20\d\d Term \d\))?$/.exec(programName?.text ?? '')?.[1];
  return renderedTitle(written ?? title.text);
}

/** The URL of the upstream issue. With several, all of them, because the person has to choose. */
function upstreamOf(body: ProposalBody): string {
  // Characters that may stand in angle brackets only would end the bare URL that the form wants.
  const urls = body.upstream.map(({ url }) => url.text.replace(/["|`]/g, encodeURIComponent));
  return urls.length > 0 ? urls.join(', ') : lineText(valueText(body, fieldOf(body, 'upstream-issue')));
}

/**
 * The first line is the name, what follows the description. "(file upload)" may end the name. A quote below the label is
 * a description without a name.
 */
function customPrerequisite(body: ProposalBody): {
  readonly name: string;
  readonly text: string;
  readonly isUpload: boolean;
} {
  const field = draftField(body, 'custom-prerequisite');
  const value = valueText(body, field);
  if (field && isBelowLabel(body, field) && body.text.charAt(field.value.start) === '>')
    return { name: '', text: value, isUpload: false };
  const [first = '', ...rest] = value.split('\n');
  const line = first.replace(/[:.]$/, '').trim();
  const upload = /\(?file upload\)?$/i;
  const text = withoutQuote(rest).join('\n').trim();
  return { name: line.replace(upload, '').trim(), text, isUpload: upload.test(line) };
}

/** The value of the draft's label that has the words of the form's label, otherwise what the headings say. */
function plainAnswer(view: DraftView, field: FormField): DraftAnswer {
  const { body } = view;
  const own = body.fields.find(({ label }) => label !== null && wordKey(label.text) === wordKey(field.label));
  const value = own ? valueText(body, own) : headingFor(field, view);
  return { text: answerFor(field, value), span: own?.label?.span ?? body.title.span };
}

/** What the headings say about a field that a draft has no label for. */
function headingFor({ label }: FormField, { body, project, page }: DraftView): string {
  switch (headingOf(label)) {
    case 'title':
      return renderedTitle(body.title.text);
    case 'project':
      return renderedTitle(project ?? '');
    case 'term':
      return (page.term && termLabel({ ...page.term })) ?? '';
    case null:
      return '';
  }
}

function answerFor(field: FormField, value: string): string {
  const key = wordKey(value);
  if (field.type === 'checkboxes')
    return boxesOf(
      field,
      field.options.filter((option) => key.includes(wordKey(option))),
    );
  if (field.type === 'dropdown') return optionFor(field, value) ?? lineText(value);
  return field.type === 'input' ? lineText(value) : withoutCuts(value, 0);
}
