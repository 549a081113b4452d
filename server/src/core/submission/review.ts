import { type OpenProposal, reviewLabels } from '../facts/open-proposal';
import { bundledForm, type LfxField, lfxField, type ProposalForm } from '../facts/proposal-form';
import { termInLabel, termSortKey } from '../facts/terms';
import { answersIn } from './issue-body';
import { plainEmail, rosterLines, rosterParts } from './roster';
import { ofProject, projectOf } from './same-project';
import { type Verdict, type VerdictOptions, verdictOf } from './verdict';

/**
 * What happens next to a proposal in review.
 *
 * - failed: its author has to correct it.
 * - unchecked: the bot has not looked at it yet.
 * - waiting: a maintainer, mentors or both have to agree.
 * - cncf: an admin of CNCF has to approve it.
 * - approved: nothing.
 */
export type ReviewStage = 'failed' | 'unchecked' | 'waiting' | 'cncf' | 'approved';

export interface ReviewMentor {
  readonly name: string;
  /** Without `@`. Empty if the line has none. */
  readonly handle: string;
  readonly email: string;
  readonly lfid: string;
}

/** An open proposal issue and where it stands. Texts are trimmed, and may be empty. */
export interface Review {
  readonly issue: OpenProposal;
  readonly project: string;
  readonly name: string;
  /** As the form labels it: "2026 Term 3 (Sep-Nov)". */
  readonly term: string;
  /** See `termSortKey`. Empty if the label names no term. */
  readonly termKey: string;
  readonly mentors: readonly ReviewMentor[];
  readonly stage: ReviewStage;
  readonly awaitsMaintainer: boolean;
  /** Handles of the mentors who have not confirmed yet. Empty unless the issue waits for them, and if that is unknown. */
  readonly awaitsMentors: readonly string[];
  readonly verdict: Verdict;
}

/** The reviews of open issues, in their order. What the bot ignores is left out. Never throws. */
export function reviewsOf(issues: readonly OpenProposal[], options: VerdictOptions = {}): readonly Review[] {
  const { form = bundledForm } = options;
  return issues.flatMap((issue) => {
    const others = ofProject(issues, projectOf(issue, form), form).filter((other) => other !== issue);
    const verdict = verdictOf({ ...issue, others }, options);
    return verdict.ignored ? [] : [reviewOf(issue, verdict, options)];
  });
}

function reviewOf(issue: OpenProposal, verdict: Verdict, { form = bundledForm }: VerdictOptions): Review {
  const answers = answersIn(issue.body);
  const answer = (own: LfxField) => answers.get(lfxField(form, own)?.label ?? '') ?? '';
  const has = (label: string) => issue.labels.includes(label);
  const mentors = rosterLines(answer('mentors')).map(mentorOf);
  const term = answer('term');
  return {
    issue,
    project: answer('project'),
    name: answer('name'),
    term,
    termKey: termSortKey(termInLabel(term)),
    mentors,
    stage: stageOf(issue, verdict),
    awaitsMaintainer: has(reviewLabels.awaitsMaintainer),
    awaitsMentors: has(reviewLabels.awaitsMentors) ? unconfirmed(issue, mentors) : [],
    verdict,
  };
}

/** The bot's labels count. Without them, what it would say does. */
function stageOf({ labels }: OpenProposal, { errors }: Verdict): ReviewStage {
  const has = (label: string) => labels.includes(label);
  if (has(reviewLabels.approved)) return 'approved';
  if (has(reviewLabels.failed) || (!has(reviewLabels.passed) && errors.length > 0)) return 'failed';
  if (has(reviewLabels.awaitsCncf)) return 'cncf';
  return has(reviewLabels.awaitsMaintainer) || has(reviewLabels.awaitsMentors) ? 'waiting' : 'unchecked';
}

/** Whoever files a proposal and is one of its mentors has confirmed by that. */
function unconfirmed({ author, confirmedBy }: OpenProposal, mentors: readonly ReviewMentor[]): readonly string[] {
  if (confirmedBy === null) return [];
  const confirmed = new Set([...confirmedBy, author ?? ''].map((handle) => handle.toLowerCase()));
  return mentors.map(({ handle }) => handle).filter((handle) => isText(handle) && !confirmed.has(handle.toLowerCase()));
}

function mentorOf(line: string): ReviewMentor {
  const [name = '', handle = '', email = '', lfid = ''] = rosterParts(line);
  return { name, handle: handle.replace(/^@/, ''), email: plainEmail(email), lfid };
}

/** A mentor with the number of the issue that names them. */
export interface MentorInReview extends ReviewMentor {
  readonly issue: number;
}

/** By list and form, because completion asks at every key. */
const mentorLists = new WeakMap<readonly OpenProposal[], { form: ProposalForm; mentors: readonly MentorInReview[] }>();

/** The mentors of open issues, in the order of the issues. */
export function mentorsInReview(issues: readonly OpenProposal[], form: ProposalForm): readonly MentorInReview[] {
  const known = mentorLists.get(issues);
  if (known?.form === form) return known.mentors;
  const label = lfxField(form, 'mentors')?.label ?? '';
  const mentors = issues.flatMap(({ body, number }) =>
    rosterLines(answersIn(body).get(label) ?? '').map((line) => ({ ...mentorOf(line), issue: number })),
  );
  mentorLists.set(issues, { form, mentors });
  return mentors;
}

function isText(text: string): boolean {
  return text.trim() !== '';
}

/** Whether somebody filed the issue or is one of its mentors. `names` are handles and addresses in lower case. */
export function isOwn({ issue, mentors }: Review, names: ReadonlySet<string>): boolean {
  const all = [issue.author ?? '', ...mentors.flatMap(({ handle, email }) => [handle, email])];
  return all.some((each) => each !== '' && names.has(each.toLowerCase()));
}
