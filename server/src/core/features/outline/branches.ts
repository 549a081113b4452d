import { type L10n, listed } from '../../../l10n';
import type { KnownMentor, KnownProposal } from '../../known/known';
import { short } from '../../markdown/write';
import type { Branch, OutlineView } from './branch';
import type { FilteredOutline } from './filtered-outline';
import { addressOf, countStates, upstreamOf } from './issue-states';
import type { FieldProblems } from './problems';
import { kindLabel, kindSpoken, spokenTerm } from './term-words';
import {
  daysLeft,
  idBelow,
  isBare,
  isOver,
  kindsOf,
  type OutlineKind,
  type OutlineProject,
  type OutlineProposal,
  type OutlineTerm,
  statusOf,
} from './terms';
import {
  dotted,
  dueWords,
  lines,
  problemWords,
  proposalCount,
  sentences,
  severityWords,
  stateDetail,
  upstreamLine,
  upstreamWords,
} from './words';

/** What a branch uses besides its own data. */
export interface BranchContext {
  readonly view: OutlineView;
  readonly filtered: FilteredOutline;
  /** Whether the term still accepts proposals. */
  readonly takesProposals: boolean;
}

interface TermContext extends Omit<BranchContext, 'takesProposals'> {
  readonly unfolded: boolean;
  /** Whether another term has the same name. */
  readonly twin: boolean;
  /** The number of its issues in review. */
  readonly inReview: number;
}

export function termBranch(term: OutlineTerm, { view, filtered, unfolded, twin, inReview }: TermContext): Branch {
  const { id, files } = term;
  const { l10n } = view;
  // Only an issue in review can name none.
  const label = term.label || l10n.t('No term');
  const status = statusOf(term);
  const over = isOver(term, view.now);
  const days = over ? null : daysLeft(term, view.now);
  const due = days === null ? null : dueWords(l10n, days);
  const counts = new Map(kindsOf(term).map(({ kind, files }) => [kind, filtered.proposals(files).length]));
  const [accepted = 0, proposed = 0, entries = 0] = [
    counts.get('accepted'),
    counts.get('proposed'),
    counts.get('index'),
  ];
  const parts = [
    ...(accepted > 0 ? [l10n.t('{0} accepted', accepted)] : []),
    ...(proposed > 0 ? [l10n.t('{0} proposed', proposed)] : []),
    ...(entries > 0 ? [l10n.t('{0} listed', entries)] : []),
    ...(inReview > 0 ? [l10n.t('{0} in review', inReview)] : []),
  ];
  const total = accepted + proposed + entries + inReview;
  const states = filtered.states(files);
  const [first] = files;
  const folder = twin && first ? first.path.split('/').slice(0, -1).join('/') : '';
  return {
    ...plainBranch,
    id,
    is: 'term',
    label,
    // As much as a side bar shows. The rest is in the tooltip.
    detail: dotted(
      due?.detail ?? null,
      parts.length > 1 ? proposalCount(l10n, total) : (parts[0] ?? l10n.t('no proposals yet')),
      folder,
    ),
    about: lines(
      label,
      status && l10n.t('Status: {0}', short(status, 200)),
      due?.line ?? null,
      parts.length > 0 ? l10n.t('Proposals: {0}', listed(l10n, parts)) : l10n.t('No proposals yet'),
      upstreamLine(l10n, states),
      ...files.map(({ path }) => path),
    ),
    spoken: sentences(
      l10n,
      spokenTerm(l10n, label, { accepted, proposed, entries }),
      inReview === 0 ? null : inReview === 1 ? l10n.t('1 issue in review') : l10n.t('{0} issues in review', inReview),
      status && l10n.t('Its status is "{0}"', short(status, 60)),
      due?.spoken ?? null,
      upstreamLine(l10n, states),
    ),
    children: unfolded ? 'unfolded' : 'folded',
    place: first ? { uri: first.uri, span: { start: 0, end: 0 } } : null,
    // New proposals go into the file that the branch opens. If that is a README, the "Proposed" branch accepts them.
    takesProposals: !over && first?.kind === 'proposed',
  };
}

export function kindBranch({ id, kind, files }: OutlineKind, term: OutlineTerm, around: BranchContext): Branch {
  const { filtered, takesProposals } = around;
  const { l10n } = around.view;
  const proposals = filtered.proposals(files);
  const states = filtered.states(files);
  const label = kindLabel(l10n, kind);
  const count = proposalCount(l10n, proposals.length);
  const [file] = files;
  return {
    ...plainBranch,
    id,
    is: 'kind',
    label,
    detail: dotted(count, stateDetail(l10n, states)),
    about: lines(l10n.t('{0}: {1}', label, count), upstreamLine(l10n, states), ...files.map(({ path }) => path)),
    spoken: sentences(l10n, kindSpoken(l10n, kind, term.label, count), upstreamLine(l10n, states)),
    children: filtered.unfolds(proposals.length) ? 'unfolded' : 'folded',
    place: file ? { uri: file.uri, span: { start: 0, end: 0 } } : null,
    takesProposals: takesProposals && kind === 'proposed',
  };
}

export function projectBranch(
  { id, label: name, file, heading, proposals }: OutlineProject,
  { kind }: OutlineKind,
  { view, filtered, takesProposals }: BranchContext,
): Branch {
  const { l10n } = view;
  const label = heading ? name : l10n.t('No project');
  const states = countStates(
    proposals.map(({ proposal }) => proposal),
    view.issue,
  );
  const problems = proposals.map((each) => filtered.problemsOf(each));
  const [errors, warnings] = [sum(problems.map((each) => each.errors)), sum(problems.map((each) => each.warnings))];
  const { length } = proposals;
  const count = length === 0 ? l10n.t('no proposals yet') : proposalCount(l10n, length);
  const spoken =
    length === 0
      ? l10n.t('{0}, a project with no proposals yet', label)
      : length === 1
        ? l10n.t('{0}, a project with 1 proposal', label)
        : l10n.t('{0}, a project with {1} proposals', label, length);
  const about = [upstreamLine(l10n, states), problemWords(l10n, errors, warnings)];
  return {
    ...plainBranch,
    id,
    is: 'project',
    label,
    detail: dotted(count, stateDetail(l10n, states)),
    about: lines(label, count, ...about),
    spoken: sentences(l10n, spoken, ...about),
    errors,
    warnings,
    children: length === 0 ? 'none' : filtered.unfolds(length) ? 'unfolded' : 'folded',
    place: heading ? { uri: file.uri, span: heading.span } : ((proposals[0] && placeOf(proposals[0].proposal)) ?? null),
    takesProposals: takesProposals && kind === 'proposed',
  };
}

export function proposalBranch(
  own: OutlineProposal,
  project: OutlineProject,
  { view, filtered, takesProposals }: BranchContext,
): Branch {
  const { id, proposal } = own;
  const { l10n } = view;
  const label = proposal.title === '' ? l10n.t('Untitled') : own.label;
  const { errors, warnings, fields } = filtered.problemsOf(own);
  const upstream = upstreamOf(proposal, view.issue);
  const names = proposal.mentors.map(nameOf).filter((name) => name !== '');
  const asksForIssue = upstream.name !== null || proposal.file.demands.has('upstream');
  const issue = asksForIssue ? upstreamWords(l10n, upstream) : null;
  return {
    ...plainBranch,
    id,
    is: 'proposal',
    label,
    detail: listed(l10n, names),
    about: lines(
      label,
      names.length > 0 ? l10n.t('Mentors: {0}', listed(l10n, names)) : l10n.t('No mentors'),
      issue?.line ?? null,
      upstream.facts && short(upstream.facts.title, 120),
      ...fields.flatMap(({ messages }) => messages).slice(0, MESSAGES),
    ),
    spoken: sentences(
      l10n,
      spokenProposal(
        l10n,
        label,
        isBare(project) ? null : project.heading ? project.label : l10n.t('No project'),
        names,
      ),
      issue?.spoken ?? null,
      problemWords(l10n, errors, warnings),
    ),
    upstream: upstream.state,
    url: proposal.entry ? addressOf(proposal.entry) : upstream.url,
    isEntry: proposal.entry !== null,
    errors,
    warnings,
    children: fields.length > 0 ? 'folded' : 'none',
    place: placeOf(proposal),
    takesProposals: takesProposals && proposal.file.kind === 'proposed',
  };
}

/** `project` is null in programs without projects. */
function spokenProposal(l10n: L10n, label: string, project: string | null, names: readonly string[]): string {
  const mentors = names.length > 0 ? names.reduce((a, b) => l10n.t('{0} and {1}', a, b)) : null;
  if (project === null)
    return mentors === null
      ? l10n.t('{0}, a proposal without mentors', label)
      : l10n.t('{0}, a proposal, mentored by {1}', label, mentors);
  return mentors === null
    ? l10n.t('{0}, a proposal of {1} without mentors', label, project)
    : l10n.t('{0}, a proposal of {1}, mentored by {2}', label, project, mentors);
}

export function fieldBranch(
  { label: name, is, severity, messages, span }: FieldProblems,
  own: OutlineProposal,
  { l10n }: OutlineView,
): Branch {
  const [message = ''] = messages;
  const label = partLabel(l10n, name);
  const more = messages.length - 1;
  const finding = more > 0 ? l10n.t('{0} (and {1} more)', message, more) : message;
  return {
    ...plainBranch,
    id: idBelow(own.id, name),
    is: 'field',
    label,
    detail: is === 'finding' ? finding : is === 'missing' ? l10n.t('missing') : l10n.t('empty'),
    about: [label, ...messages],
    spoken: sentences(l10n, severityWords(l10n, label, severity), ...messages),
    severity,
    place: { uri: own.proposal.file.uri, span },
  };
}

/** A part that is no field has a name of ours; a field has its label in the document. */
function partLabel(l10n: L10n, name: string): string {
  if (name === 'Title') return l10n.t('Title');
  if (name === 'Program name') return l10n.t('Program name');
  return name === 'Other text' ? l10n.t('Other text') : name;
}

/** The largest number of findings in a proposal's tooltip. Its fields show all of them. */
const MESSAGES = 5;

export const plainBranch = {
  stage: null,
  upstream: null,
  url: null,
  isEntry: false,
  severity: null,
  errors: 0,
  warnings: 0,
  children: 'none',
  takesProposals: false,
} as const;

function placeOf({ file, span }: KnownProposal) {
  return { uri: file.uri, span };
}

function nameOf({ name, handle, email }: KnownMentor): string {
  return name ?? (handle ? `@${handle}` : (email ?? ''));
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, each) => all + each, 0);
}
