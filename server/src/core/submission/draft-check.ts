import type { OpenProposal } from '../facts/open-proposal';
import type { ProjectList } from '../facts/projects';
import { formLimits, isLfxForm, issueLabels, lfxField, lfxFields, type ProposalForm } from '../facts/proposal-form';
import { counted, wordKey } from '../facts/words';
import type { ProposalBody } from '../model/proposal';
import type { Span } from '../text/span';
import { answersIn } from './issue-body';
import { type DraftIssue, type DraftView, issueOfDraft } from './issue-of-draft';
import { rosterOf } from './roster-of-draft';
import { ofProject } from './same-project';
import { isSameAddress, type Verdict, type VerdictProblem, verdictOf } from './verdict';

/** An issue form, with the projects that it knows and the open issues that were made with it. */
export interface DraftForm {
  readonly form: ProposalForm;
  readonly projects: ProjectList;
  readonly inReview: readonly OpenProposal[];
}

/** A problem with a draft, as its author sees it. */
export interface DraftProblem {
  /** As the verdict names it, or `option` and `lost`, which the bot does not see. */
  readonly kind: string;
  /** The label of the form's field. */
  readonly field: string;
  readonly severity: 'error' | 'warning';
  /** Who would say so: CNCF's bot, or only we. */
  readonly by: 'bot' | 'editor';
  /** From the proposal's start. */
  readonly span: Span;
  /** What is wrong and what to do, in one sentence. */
  readonly message: string;
}

/** What a draft becomes, and what is wrong with it. */
export interface DraftCheck {
  readonly issue: DraftIssue;
  readonly verdict: Verdict;
  /** In the order of the form. */
  readonly problems: readonly DraftProblem[];
}

interface Remembered {
  readonly project: string | null;
  readonly term: string;
  readonly by: DraftForm;
  readonly check: DraftCheck;
}

/** By the text of a proposal, because nothing else of a draft changes while others are typed. */
const remembered = new WeakMap<ProposalBody, Remembered>();

/** Checks a draft against a form. Equal texts are checked once. Never throws. */
export function checkDraft(view: DraftView, by: DraftForm): DraftCheck {
  const { body, project, page } = view;
  const { form, projects } = by;
  const term = JSON.stringify([page.term?.year, page.term?.number, page.term?.name]);
  const last = remembered.get(body);
  if (last && last.project === project && last.term === term && isSame(last.by, by)) return last.check;
  const issue = issueOfDraft(view, form, projects);
  const others = othersOf(issue, by);
  const verdict = verdictOf({ ...issue, labels: issueLabels, others }, { form, projects });
  const problems = [
    ...verdict.errors.map((each) => problemOf(each, 'error', issue, view, form, others)),
    ...verdict.warnings.map((each) => problemOf(each, 'warning', issue, view, form, others)),
    ...unseenProblems(issue, view, form),
  ];
  const order = new Map(form.fields.map(({ label }, i) => [label, i]));
  problems.sort((a, b) => (order.get(a.field) ?? 0) - (order.get(b.field) ?? 0));
  const check = { issue, verdict, problems };
  remembered.set(body, { project, term, by, check });
  return check;
}

function isSame(a: DraftForm, b: DraftForm): boolean {
  return a.form === b.form && a.projects === b.projects && a.inReview === b.inReview;
}

/** The project's open issues but that of the draft itself, which has its name. */
function othersOf({ answers }: DraftIssue, { form, inReview }: DraftForm): readonly OpenProposal[] {
  const [project, name] = [lfxField(form, 'project'), lfxField(form, 'name')];
  const own = project && answers.get(project.id)?.text;
  if (!own || !name) return [];
  const heading = `### ${name.label}\n\n${answers.get(name.id)?.text ?? ''}\n`;
  return ofProject(inReview, own, form).filter(({ body }) => !body.includes(heading));
}

function problemOf(
  { kind, field, line }: VerdictProblem,
  severity: DraftProblem['severity'],
  { answers }: DraftIssue,
  { body }: DraftView,
  form: ProposalForm,
  others: readonly OpenProposal[],
): DraftProblem {
  const own = form.fields.find(({ label }) => label === field);
  const answer = own && answers.get(own.id || own.label);
  const { span: place, mentor } = (line === undefined ? undefined : rosterOf(body)[line]) ?? {};
  const span = place ?? answer?.span ?? body.title.span;
  const name = mentor?.name?.text ?? mentor?.handle?.text ?? 'this mentor';
  const message = messageOf(kind, { field, name, text: answer?.text ?? '', form, others });
  return { kind, field, severity, by: 'bot', span, message };
}

interface Said {
  readonly field: string;
  /** The mentor that a problem is about. */
  readonly name: string;
  readonly text: string;
  readonly form: ProposalForm;
  /** The open issues of others. */
  readonly others: readonly OpenProposal[];
}

function messageOf(kind: string, { field, name, text, form, others }: Said): string {
  switch (kind) {
    case 'empty':
      return isLfxForm(form) && field === lfxField(form, 'challenge')?.label
        ? 'Add the URL of the coding challenge.'
        : `The form requires "${field}".`;
    case 'skills-missing':
      return 'The form requires skills. They may equal the technologies.';
    case 'title-too-long':
      return 'The program name is too long for LFX. Shorten the title.';
    case 'too-long': {
      const most = limitOf(field, form);
      return `"${field}" is ${counted(text.length - most, 'character')} too long (${text.length} of ${most}).`;
    }
    case 'url':
      return `"${field}" has to be one URL that starts with https://.`;
    case 'url-many':
      return 'The form takes one upstream issue. Link one that tracks the work.';
    case 'mentors-too-many':
      return 'The form takes at most four mentors.';
    case 'over-quota':
      return `Other open proposals of ${text} use up its quota for this term.`;
    case 'upstream-duplicate': {
      const same = others.find(({ body }) => isSameAddress(answersIn(body).get(field) ?? '', text));
      return `${same ? `Issue #${same.number}` : 'Another issue'} proposes the same upstream issue for this project.`;
    }
    case 'mentor-alone':
      return 'A second mentor is recommended.';
    case 'mentor-parts':
      return 'Write the mentor as Name (@handle, e-mail address, LFID: user-name).';
    case 'mentor-name':
      return `Add the full name of ${name}.`;
    case 'mentor-handle':
      return `Add the GitHub handle of ${name}.`;
    case 'mentor-email':
      return `Add the e-mail address of ${name}'s LFX account.`;
    case 'mentor-lfid-missing':
      return `Add the LFID of ${name}: "LFID: user-name" in the brackets.`;
    case 'mentor-lfid':
      return `An LFID is a user name, without "@", "/" and spaces.`;
    case 'mentor-duplicate-handle':
    case 'mentor-duplicate-email':
    case 'mentor-duplicate-lfid':
      return `Another mentor has the same ${kind.slice('mentor-duplicate-'.length).replace('lfid', 'LFID')}.`;
    default:
      return `CNCF's bot would refuse "${field}" (${kind}).`;
  }
}

/** The longest answer of a field, in UTF-16 units. Infinite without a limit. */
export function limitOf(field: string, form: ProposalForm): number {
  for (const own of ['description', 'customName', 'customDescription'] as const)
    if (lfxField(form, own)?.label === field) return formLimits[own];
  return Number.POSITIVE_INFINITY;
}

/** What the bot does not see: an answer that is no option, and text that has no place in the form. */
function unseenProblems({ answers }: DraftIssue, { body }: DraftView, form: ProposalForm): DraftProblem[] {
  const problems: DraftProblem[] = [];
  const add = (kind: string, field: string, span: Span, message: string) =>
    problems.push({ kind, field, severity: 'warning', by: 'editor', span, message });
  for (const { id, label, type, options } of form.fields) {
    const answer = answers.get(id || label);
    if (!answer || answer.text === '' || type !== 'dropdown' || options.includes(answer.text)) continue;
    // The bundled copy cannot know the terms of later years.
    if (id === lfxFields.term && form.path === null) continue;
    const offer = id === lfxFields.term ? ` It offers ${options.join(', ')}.` : '';
    add('option', label, answer.span, `The form does not offer "${answer.text}".${offer}`);
  }
  const prerequisites = lfxField(form, 'prerequisites');
  const asked = prerequisites && answers.get(prerequisites.id);
  if (prerequisites && asked)
    for (const item of itemsOf(body, asked.span))
      if (!prerequisites.options.some((option) => wordKey(item).includes(wordKey(option))))
        add('lost', prerequisites.label, asked.span, `The form has no box for "${item}". Use a custom prerequisite.`);
  const mentors = lfxField(form, 'mentors');
  if (mentors)
    for (const span of linksAmongMentors(body))
      add(
        'lost',
        mentors.label,
        span,
        'This address names no mentor and is not sent. Move it to the field that it is for.',
      );
  return problems;
}

/** The lines of the mentors that are an address and nobody's: easily typed one line too high. */
function linksAmongMentors(body: ProposalBody): readonly Span[] {
  const { text } = body;
  const roster = rosterOf(body);
  return body.fields
    .filter(({ id, empty }) => id === 'mentors' && !empty)
    .flatMap(({ value }) =>
      [...text.slice(value.start, value.end).matchAll(/^[ \t]*(?:[-*+][ \t]+)?(https?:\/\/\S+)[ \t]*$/gm)].map(
        (line) => {
          const start = value.start + line.index + line[0].indexOf(line[1] ?? '');
          return { start, end: start + (line[1]?.length ?? 0) };
        },
      ),
    )
    .filter((line) => !roster.some(({ span }) => span.start < line.end && line.start < span.end));
}

/** The items of the prerequisites, as written. Empty if the draft has none. */
function itemsOf(body: ProposalBody, label: Span): readonly string[] {
  const field = body.fields.find((each) => each.label?.span.start === label.start);
  if (!field || field.empty) return [];
  const value = body.text.slice(field.value.start, field.value.end);
  return value
    .split(/[,;\n]/)
    .map((item) => item.replace(/^\s*[-*+]\s+/, '').trim())
    .filter((item) => item !== '');
}
