import { cncfProjects, type ProjectList } from '../facts/projects';
import {
  bundledForm,
  formLimits,
  isLfxForm,
  issueLabels,
  issueTitlePrefix,
  type LfxField,
  lfxField,
  type ProposalForm,
  tellingFields,
} from '../facts/proposal-form';
import { withoutTail } from '../text/tail';
import { answersIn, isTicked } from './issue-body';
import { mentorProblems } from './roster';

/** An issue as it is filed, with the other open proposals that the bot compares it with. */
export interface FiledIssue {
  readonly title: string;
  readonly body: string;
  readonly labels?: readonly string[];
  readonly others?: readonly { readonly body: string }[];
}

/** What is wrong, and with which field of the form. The kinds are those of the bot's checks. */
export interface VerdictProblem {
  readonly kind: string;
  /** The label of the field. */
  readonly field: string;
  /** For a problem of one mentor, the number of the line among those with text, from 0. */
  readonly line?: number;
}

/** What the bot says about an issue. */
export interface Verdict {
  /** The bot takes the issue for something else and says nothing. */
  readonly ignored: boolean;
  /** The name that the program would have; null where project, name or term is not there. `length` in UTF-16 units. */
  readonly title: { readonly text: string; readonly length: number; readonly limit: number } | null;
  readonly errors: readonly VerdictProblem[];
  readonly warnings: readonly VerdictProblem[];
}

/** What a verdict depends on beside the issue. */
export interface VerdictOptions {
  readonly form?: ProposalForm;
  /** For the quotas, which may name a project by its organization or slug. */
  readonly projects?: ProjectList;
}

/**
 * The verdict of CNCF's bot on an issue. Of another form only what its YAML states is checked: the fields that are
 * there and those that are required. Never throws.
 */
export function verdictOf(
  issue: FiledIssue,
  { form = bundledForm, projects = cncfProjects }: VerdictOptions = {},
): Verdict {
  const answers = answersIn(issue.body);
  const check = new FormCheck(form, answers, projects);
  if (isLfxForm(form) && !check.isProposal(issue)) return { ignored: true, title: null, errors: [], warnings: [] };
  check.checkFields();
  if (isLfxForm(form)) {
    check.checkLengths();
    check.checkSkills();
    check.checkAddresses();
    check.checkPrerequisites();
    check.checkMentors();
    check.checkOthers(issue.others ?? []);
  }
  return { ignored: false, title: check.title(), errors: check.errors, warnings: check.warnings };
}

class FormCheck {
  readonly errors: VerdictProblem[] = [];
  readonly warnings: VerdictProblem[] = [];

  constructor(
    private readonly form: ProposalForm,
    private readonly answers: ReadonlyMap<string, string>,
    private readonly projects: ProjectList,
  ) {}

  /** By its labels, or by its title and the sections that only a proposal has. */
  isProposal({ title, labels = [] }: FiledIssue): boolean {
    const hasLabels = issueLabels.every((label) => labels.includes(label));
    return (
      hasLabels ||
      (title.startsWith(issueTitlePrefix) && tellingFields.every((field) => this.answers.has(this.label(field))))
    );
  }

  title(): Verdict['title'] {
    if (!isLfxForm(this.form)) return null;
    const isWhole = (['project', 'name', 'term'] as const).every((field) => this.answer(field) !== '');
    const text = this.titleText();
    return isWhole ? { text, length: text.length, limit: formLimits.title } : null;
  }

  private titleText(): string {
    const [term = ''] = this.answer('term').split('(', 1);
    return `CNCF - ${this.answer('project')}: ${this.answer('name')} (${term.trim()})`;
  }

  checkFields(): void {
    for (const { label, required } of this.form.fields) {
      if (!this.answers.has(label)) this.errors.push({ kind: 'section-missing', field: label });
      if (required && (this.answers.get(label) ?? '') === '') this.errors.push({ kind: 'empty', field: label });
    }
  }

  checkLengths(): void {
    // The bot counts also while the term is still to be chosen.
    if (this.titleText().length > formLimits.title) this.error('title-too-long', 'name');
    for (const field of ['description', 'customName', 'customDescription'] as const)
      if (this.answer(field).length > formLimits[field]) this.error('too-long', field);
  }

  checkSkills(): void {
    const isSame = isTicked(this.answer('skillsSame'));
    const skills = this.answer('skills');
    if (!isSame && skills === '' && this.label('skills') !== '') this.error('skills-missing', 'skills');
    if (isSame && skills !== '') this.warning('skills-both', 'skills');
  }

  checkAddresses(): void {
    const upstream = this.answer('upstream');
    if (upstream === '') return;
    if (!isAddress(upstream)) this.error('url', 'upstream');
    else if (upstream.includes(',')) this.error('url-many', 'upstream');
  }

  checkPrerequisites(): void {
    const challenge = this.answer('challenge');
    const isAsked = isTicked(this.answer('prerequisites'), 'coding challenge');
    if (isAsked && challenge === '') this.error('empty', 'challenge');
    if (isAsked && challenge !== '' && !isAddress(challenge)) this.error('url', 'challenge');
    if (!isAsked && challenge !== '') this.error('unchecked', 'prerequisites');
    const isCustom = isTicked(this.answer('custom')) || isTicked(this.answer('prerequisites'), 'custom prerequisite');
    const copies = [this.answer('customName'), this.answer('customDescription')];
    const hasCopy = copies.some((copy) => copy !== '') || isTicked(this.answer('customUpload'));
    if (!isCustom && !hasCopy) return;
    if (!isCustom) this.error('unchecked', 'custom');
    if (copies[0] === '') this.error('empty', 'customName');
    if (copies[1] === '') this.error('empty', 'customDescription');
  }

  checkMentors(): void {
    const { problems, count } = mentorProblems(this.answer('mentors'));
    const field = this.label('mentors');
    for (const problem of problems) this.errors.push({ field, ...problem });
    if (count === 1 && problems.length === 0) this.warning('mentor-alone', 'mentors');
  }

  checkOthers(others: readonly { readonly body: string }[]): void {
    const [project, term] = [this.answer('project'), this.answer('term')];
    if (project === '' || term === '') return;
    const same = others.filter(
      ({ body }) =>
        body.includes(`### ${this.label('project')}\n\n${project}`) &&
        body.includes(`### ${this.label('term')}\n\n${term}`),
    );
    if (same.length + 1 > this.quota(project)) this.warning('over-quota', 'project');
    const upstream = this.answer('upstream');
    if (!isAddress(upstream) || upstream.includes(',')) return;
    if (same.some(({ body }) => isSameAddress(answersIn(body).get(this.label('upstream')) ?? '', upstream)))
      this.warning('upstream-duplicate', 'upstream');
  }

  private quota(project: string): number {
    const { usual, byProject } = this.form.quotas;
    const listed = this.projects.projects.find(({ name }) => name === project);
    const [organization] = (listed?.repository ?? '').split('/', 1);
    const keys = [project.toLowerCase().replace(/\s+/g, '-'), organization?.toLowerCase(), listed?.slug];
    for (const key of keys) if (key && Object.hasOwn(byProject, key)) return byProject[key] ?? usual;
    return usual;
  }

  /** Empty for a field that the form does not have. */
  private label(field: LfxField): string {
    return lfxField(this.form, field)?.label ?? '';
  }

  private answer(field: LfxField): string {
    const label = this.label(field);
    return label === '' ? '' : (this.answers.get(label) ?? '');
  }

  private error(kind: string, field: LfxField): void {
    this.errors.push({ kind, field: this.label(field) });
  }

  private warning(kind: string, field: LfxField): void {
    this.warnings.push({ kind, field: this.label(field) });
  }
}

/** Whether the bot takes a text for a URL: http or https, without white space. */
export function isAddress(text: string): boolean {
  return /^https?:\/\/\S+$/.test(text);
}

/** Whether the bot takes two addresses for the same. */
export function isSameAddress(a: string, b: string): boolean {
  return comparable(a) === comparable(b);
}

/** An address without what makes no difference: protocol, `www.`, fragment, slashes at the end, the case of host and path. */
function comparable(address: string): string {
  const plain = address.trim().replace(/^https?:\/\/(?:www\.)?/i, '');
  const [whole = ''] = plain.split('#', 1);
  const query = whole.indexOf('?');
  const path = query < 0 ? whole : whole.slice(0, query);
  return withoutTail(path, /\//).toLowerCase() + (query < 0 ? '' : whole.slice(query));
}
