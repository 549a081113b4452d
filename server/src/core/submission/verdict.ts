import {
  type FormField,
  type FormLabel,
  formLabels,
  formLimits,
  issueLabels,
  issueTitlePrefix,
  requiredFields,
  tellingFields,
} from '../facts/proposal-form';
import { quotas, usualQuota } from '../facts/quotas';
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
  readonly field: FormLabel;
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

/** How many proposals a project may have in a term; keys are names in lower case with hyphens. */
export interface Quotas {
  readonly usual: number;
  readonly byProject: Readonly<Record<string, number>>;
}

export const bundledQuotas: Quotas = { usual: usualQuota, byProject: { kubernetes: quotas.k8s ?? usualQuota } };

/** The verdict of the bot on an issue. Never throws. */
export function verdictOf(issue: FiledIssue, limits: Quotas = bundledQuotas): Verdict {
  const answers = answersIn(issue.body);
  if (!isLookedAt(issue, answers)) return { ignored: true, title: null, errors: [], warnings: [] };
  const form = new FormCheck(answers);
  form.checkSections();
  form.checkRequired();
  form.checkLengths();
  form.checkSkills();
  form.checkAddresses();
  form.checkPrerequisites();
  form.checkMentors();
  form.checkOthers(issue.others ?? [], limits);
  return { ignored: false, title: form.title(), errors: form.errors, warnings: form.warnings };
}

/** By its labels, or by its title and the sections that only a proposal has. */
function isLookedAt({ title, labels = [] }: FiledIssue, answers: ReadonlyMap<string, string>): boolean {
  const hasLabels = issueLabels.every((label) => labels.includes(label));
  return (
    hasLabels || (title.startsWith(issueTitlePrefix) && tellingFields.every((field) => answers.has(formLabels[field])))
  );
}

class FormCheck {
  readonly errors: VerdictProblem[] = [];
  readonly warnings: VerdictProblem[] = [];

  constructor(private readonly answers: ReadonlyMap<string, string>) {}

  title(): Verdict['title'] {
    const isWhole = ['project', 'name', 'term'].every((field) => this.answer(field as FormField) !== '');
    const text = this.titleText();
    return isWhole ? { text, length: text.length, limit: formLimits.title } : null;
  }

  private titleText(): string {
    const [term = ''] = this.answer('term').split('(', 1);
    return `CNCF - ${this.answer('project')}: ${this.answer('name')} (${term.trim()})`;
  }

  checkSections(): void {
    for (const label of Object.values(formLabels))
      if (!this.answers.has(label)) this.errors.push({ kind: 'section-missing', field: label });
  }

  checkRequired(): void {
    for (const field of requiredFields) if (this.answer(field) === '') this.error('empty', field);
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
    if (!isSame && skills === '') this.error('skills-missing', 'skills');
    if (isSame && skills !== '') this.warnings.push({ kind: 'skills-both', field: formLabels.skills });
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
    for (const kind of problems) this.error(kind, 'mentors');
    if (count === 1 && problems.length === 0) this.warnings.push({ kind: 'mentor-alone', field: formLabels.mentors });
  }

  checkOthers(others: readonly { readonly body: string }[], limits: Quotas): void {
    const [project, term] = [this.answer('project'), this.answer('term')];
    if (project === '' || term === '') return;
    const same = others.filter(
      ({ body }) =>
        body.includes(`### ${formLabels.project}\n\n${project}`) && body.includes(`### ${formLabels.term}\n\n${term}`),
    );
    const key = project.toLowerCase().replace(/\s+/g, '-');
    if (same.length + 1 > (limits.byProject[key] ?? limits.usual))
      this.warnings.push({ kind: 'over-quota', field: formLabels.project });
    const upstream = this.answer('upstream');
    if (!isAddress(upstream) || upstream.includes(',')) return;
    const own = comparable(upstream);
    if (same.some(({ body }) => comparable(answersIn(body).get(formLabels.upstream) ?? '') === own))
      this.warnings.push({ kind: 'upstream-duplicate', field: formLabels.upstream });
  }

  private answer(field: FormField): string {
    return this.answers.get(formLabels[field]) ?? '';
  }

  private error(kind: string, field: FormField): void {
    this.errors.push({ kind, field: formLabels[field] });
  }
}

function isAddress(text: string): boolean {
  return /^https?:\/\/\S+$/.test(text);
}

/** An address without what makes no difference: protocol, `www.`, fragment, slashes at the end, the case of host and path. */
function comparable(address: string): string {
  const plain = address.trim().replace(/^https?:\/\/(?:www\.)?/i, '');
  const [whole = ''] = plain.split('#', 1);
  const query = whole.indexOf('?');
  const path = query < 0 ? whole : whole.slice(0, query);
  return withoutTail(path, /\//).toLowerCase() + (query < 0 ? '' : whole.slice(query));
}
