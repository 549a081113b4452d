import { counted } from '../../facts/words';
import type { KnownMentor, KnownProposal } from '../../known/known';
import { short } from '../../markdown/write';
import type { Branch, OutlineView } from './branch';
import type { FilteredOutline } from './filtered-outline';
import { countLine, countStates, type UpstreamState, upstreamOf } from './issue-states';
import type { FieldProblems } from './problems';
import {
  daysLeft,
  idBelow,
  isBare,
  isOver,
  kindsOf,
  kindWords,
  type OutlineKind,
  type OutlineProject,
  type OutlineProposal,
  type OutlineTerm,
  statusOf,
} from './terms';

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
  const { id, label, files } = term;
  const status = statusOf(term);
  const over = isOver(term, view.now);
  const due = over ? null : dueIn(daysLeft(term, view.now));
  const kinds = kindsOf(term).map(({ kind, files }) => ({ kind, count: filtered.proposals(files).length }));
  const inFiles = kinds.filter(({ count }) => count > 0).map(({ kind, count }) => `${count} ${kindWords[kind]}`);
  const parts = [...inFiles, ...(inReview > 0 ? [`${inReview} in review`] : [])];
  const total = sum(kinds.map(({ count }) => count));
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
      due,
      parts.length > 1 ? counted(total + inReview, 'proposal') : (parts[0] ?? 'no proposals yet'),
      folder,
    ),
    about: lines(
      label,
      status && `Status: ${short(status, 200)}`,
      due && `Proposals ${due}`,
      parts.length > 0 ? `Proposals: ${parts.join(', ')}` : 'No proposals yet',
      upstreamLine(states),
      ...files.map(({ path }) => path),
    ),
    spoken: sentences(
      `${label}, a term with ${inFiles.join(' and ') || 'no'} ${total === 1 ? 'proposal' : 'proposals'}`,
      inReview > 0 ? `${counted(inReview, 'issue')} in review` : null,
      status && `Its status is "${short(status, 60)}"`,
      due && `Proposals are ${due}`,
      upstreamLine(states),
    ),
    children: unfolded ? 'unfolded' : 'folded',
    place: first ? { uri: first.uri, span: { start: 0, end: 0 } } : null,
    // New proposals go into the file that the branch opens. If that is a README, the "Proposed" branch accepts them.
    takesProposals: !over && first?.kind === 'proposed',
  };
}

export function kindBranch({ id, kind, files }: OutlineKind, term: OutlineTerm, around: BranchContext): Branch {
  const { filtered, takesProposals } = around;
  const proposals = filtered.proposals(files);
  const states = filtered.states(files);
  const label = capital(kindWords[kind]);
  const count = counted(proposals.length, 'proposal');
  const [file] = files;
  return {
    ...plainBranch,
    id,
    is: 'kind',
    label,
    detail: dotted(count, countLine(states)),
    about: lines(`${label}: ${count}`, upstreamLine(states), ...files.map(({ path }) => path)),
    spoken: sentences(`${label} in ${term.label}: ${count}`, upstreamLine(states)),
    children: filtered.unfolds(proposals.length) ? 'unfolded' : 'folded',
    place: file ? { uri: file.uri, span: { start: 0, end: 0 } } : null,
    takesProposals: takesProposals && kind === 'proposed',
  };
}

export function projectBranch(
  { id, label, file, heading, proposals }: OutlineProject,
  { kind }: OutlineKind,
  { view, filtered, takesProposals }: BranchContext,
): Branch {
  const states = countStates(
    proposals.map(({ proposal }) => proposal),
    view.issue,
  );
  const problems = proposals.map((each) => filtered.problemsOf(each));
  const [errors, warnings] = [sum(problems.map((each) => each.errors)), sum(problems.map((each) => each.warnings))];
  const count = proposals.length === 0 ? 'no proposals yet' : counted(proposals.length, 'proposal');
  return {
    ...plainBranch,
    id,
    is: 'project',
    label,
    detail: dotted(count, countLine(states)),
    about: lines(label, count, upstreamLine(states), problemWords(errors, warnings)),
    spoken: sentences(`${label}, a project with ${count}`, upstreamLine(states), problemWords(errors, warnings)),
    errors,
    warnings,
    children: proposals.length === 0 ? 'none' : filtered.unfolds(proposals.length) ? 'unfolded' : 'folded',
    place: heading ? { uri: file.uri, span: heading.span } : ((proposals[0] && placeOf(proposals[0].proposal)) ?? null),
    takesProposals: takesProposals && kind === 'proposed',
  };
}

export function proposalBranch(
  own: OutlineProposal,
  project: OutlineProject,
  { view, filtered, takesProposals }: BranchContext,
): Branch {
  const { id, label, proposal } = own;
  const { errors, warnings, fields } = filtered.problemsOf(own);
  const upstream = upstreamOf(proposal, view.issue);
  const names = proposal.mentors.map(nameOf).filter((name) => name !== '');
  const asksForIssue = upstream.name !== null || proposal.file.demands.has('upstream');
  const issue = upstream.name === null ? 'no upstream issue' : `upstream issue ${upstream.name} ${upstream.words}`;
  const ofProject = isBare(project) ? '' : ` of ${project.label}`;
  return {
    ...plainBranch,
    id,
    is: 'proposal',
    label,
    detail: names.join(', '),
    about: lines(
      label,
      names.length > 0 ? `Mentors: ${names.join(', ')}` : 'No mentors',
      asksForIssue ? capital(issue) : null,
      upstream.title && short(upstream.title, 120),
      ...fields.flatMap(({ messages }) => messages).slice(0, MESSAGES),
    ),
    spoken: sentences(
      `${label}, a proposal${ofProject}${names.length > 0 ? `, mentored by ${names.join(' and ')}` : ' without mentors'}`,
      asksForIssue ? (upstream.name === null ? 'It names no upstream issue' : `Its ${issue}`) : null,
      problemWords(errors, warnings),
    ),
    upstream: upstream.state,
    url: upstream.url,
    errors,
    warnings,
    children: fields.length > 0 ? 'folded' : 'none',
    place: placeOf(proposal),
    takesProposals: takesProposals && proposal.file.kind === 'proposed',
  };
}

export function fieldBranch({ label, is, severity, messages, span }: FieldProblems, own: OutlineProposal): Branch {
  const [message = ''] = messages;
  const more = messages.length > 1 ? ` (and ${messages.length - 1} more)` : '';
  return {
    ...plainBranch,
    id: idBelow(own.id, label),
    is: 'field',
    label,
    detail: is === 'finding' ? `${message}${more}` : is,
    about: [label, ...messages],
    spoken: sentences(
      `${label}: ${severity === 'information' ? 'a remark' : `${article(severity)} ${severity}`}`,
      ...messages,
    ),
    severity,
    place: { uri: own.proposal.file.uri, span },
  };
}

/** The largest number of findings in a proposal's tooltip. Its fields show all of them. */
const MESSAGES = 5;

export const plainBranch = {
  stage: null,
  upstream: null,
  url: null,
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

function dueIn(days: number | null): string | null {
  if (days === null) return null;
  return `due ${days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`}`;
}

function upstreamLine(states: ReadonlyMap<UpstreamState, number>): string | null {
  const known = countLine(states).replaceAll(' · ', ', ');
  const unknown = states.get('unknown') ?? 0;
  const parts = [known, unknown > 0 ? `${unknown} not looked up yet` : ''].filter((part) => part !== '');
  return parts.length > 0 ? `Upstream issues: ${parts.join(', ')}` : null;
}

function problemWords(errors: number, warnings: number): string | null {
  const parts = [errors > 0 ? counted(errors, 'error') : '', warnings > 0 ? counted(warnings, 'warning') : ''];
  return parts.filter((part) => part !== '').join(' and ') || null;
}

function article(word: string): string {
  return /^[aeiou]/.test(word) ? 'an' : 'a';
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, each) => all + each, 0);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function dotted(...parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join(' · ');
}

export function lines(...parts: readonly (string | null)[]): readonly string[] {
  return parts.filter((part) => part !== null && part !== '').map((part) => part ?? '');
}

export function sentences(...parts: readonly (string | null)[]): string {
  return lines(...parts)
    .map((part) => (/[.!?]$/.test(part) ? part : `${part}.`))
    .join(' ');
}
