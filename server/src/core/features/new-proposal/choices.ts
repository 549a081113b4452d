import { english, type L10n } from '../../../l10n';
import { askedParts, entryText } from '../../edits/mentor-entry';
import { programName } from '../../facts/lfx';
import { termLabel } from '../../facts/terms';
import { wordKey } from '../../facts/words';
import { lfidOf } from '../../known/accounts';
import type { Known, Person } from '../../known/known';
import { optionsOf } from '../../linter/options';
import { type Finding, type RuleSettings, viewOf } from '../../linter/rule';
import { findingsOf } from '../../linter/run';
import { renderedTitle } from '../../model/anchor';
import type { Proposal, ProposalsDocument } from '../../model/document';
import { programNameOf } from '../../model/program-name';
import { fieldOf } from '../../model/proposal';
import { programName as programNameRule } from '../../rules/lfx/program-name';
import { formOfDocument } from '../../submission/form-of-document';
import { overlaps, shift } from '../../text/span';
import { proposalCount } from '../outline/words';
import { mayStandAlone, newProposal } from './new-proposal';
import type { WantedProposal } from './text';

/** An item of a picker. */
export interface Choice {
  readonly label: string;
  /** Text next to the label. */
  readonly detail: string;
}

/** A mentor to choose, with the entry to insert. */
export interface MentorChoice extends Choice {
  readonly entry: string;
}

/** A project to choose, with its name. Empty for a proposal without a project. */
export interface ProjectChoice extends Choice {
  readonly name: string;
}

/**
 * The projects of the file in document order. Then all other CNCF projects if the program asks for a project; in the lists
 * of other organizations, no project comes first if ideas there have none.
 */
export function projectChoices(document: ProposalsDocument, l10n: L10n = english): readonly ProjectChoice[] {
  const own = ownProjects(document, l10n);
  if (!mayStandAlone(document)) return own;
  const none = { name: '', label: l10n.t('No project'), detail: l10n.t('like other proposals in this file') };
  return [none, ...own];
}

function ownProjects({ projects, proposals, readings, program }: ProposalsDocument, l10n: L10n): ProjectChoice[] {
  const list = readings.context.projects;
  const choices = new Map<string, ProjectChoice>();
  for (const project of projects) {
    const count = proposals.filter((proposal) => proposal.project === project).length;
    const label = renderedTitle(project.name);
    const key = wordKey(list.find(label)?.name ?? label);
    const detail = count === 0 ? l10n.t('in this file') : l10n.t('in this file, {0}', proposalCount(l10n, count));
    if (!choices.has(key)) choices.set(key, { name: label, label, detail });
  }
  if (!program.demands.has('projects')) return [...choices.values()];
  for (const { name, maturity } of list.projects) {
    const detail = maturityWords(l10n, maturity);
    if (!choices.has(wordKey(name))) choices.set(wordKey(name), { name, label: name, detail });
  }
  return [...choices.values()];
}

function maturityWords(l10n: L10n, maturity: string): string {
  if (maturity === 'graduated') return l10n.t('graduated');
  if (maturity === 'incubating') return l10n.t('incubating');
  return maturity === 'sandbox' ? l10n.t('sandbox') : maturity;
}

/** The largest number of people to offer. */
const MOST = 2_000;

/** All mentors: those of the project first, then by latest term, then by number of proposals. */
export function mentorChoices(document: ProposalsDocument, project: string, known: Known): readonly MentorChoice[] {
  const list = document.readings.context.projects;
  const key = list.find(project)?.slug ?? wordKey(project);
  const { email } = askedParts(document);
  const isByForm = formOfDocument(document, known.form()) !== null;
  const candidates = known
    .people()
    .filter(({ handle, emails }) => handle !== null || emails.length > 0)
    .map((person) => ({
      person,
      isOwn: person.mentions.some((mention) => mention.proposal.project?.key === key),
      term: person.mentions[0]?.proposal.file.termKey ?? '',
    }));
  candidates.sort((a, b) => {
    if (a.isOwn !== b.isOwn) return a.isOwn ? -1 : 1;
    if (a.term !== b.term) return a.term < b.term ? 1 : -1;
    return b.person.mentions.length - a.person.mentions.length;
  });
  return candidates.slice(0, MOST).map(({ person }) => {
    const whose = { handle: person.handle, email: person.emails[0] ?? null };
    return mentorChoice(person, email, isByForm ? lfidOf(whose, known) : null);
  });
}

function mentorChoice(
  { names, handle, emails, mentions }: Person,
  asksEmail: boolean,
  lfid: string | null,
): MentorChoice {
  const name = names[0] ?? null;
  const email = asksEmail || handle === null ? (emails[0] ?? null) : null;
  const newest = mentions[0]?.proposal;
  const place = [newest?.project?.name, newest?.file.term && termLabel(newest.file.term)];
  const account = name !== null && handle !== null ? `@${handle}` : null;
  return {
    label: name ?? (handle === null ? (emails[0] ?? '') : `@${handle}`),
    detail: [account, ...place].filter((part) => typeof part === 'string').join(', '),
    entry: entryText(name, handle, email, lfid),
  };
}

/** The part of a new proposal that the user is typing. */
export type WantedPart = 'title' | 'mentors' | 'upstream';

/** What to show about a part while the user types it. */
export interface Remark {
  /** Length of the future program name, its limit, and the name. Null if there is none. */
  readonly budget: { readonly used: number; readonly most: number; readonly name: string } | null;
  /** The most severe finding that the rules would report. Null if there is none. */
  readonly finding: Pick<Finding, 'severity' | 'message'> | null;
}

/** The findings for a part of the new proposal. Findings about missing parts are left out. */
export function remarkOn(
  part: WantedPart,
  document: ProposalsDocument,
  wanted: WantedProposal,
  { known, settings, named }: { readonly known: Known; readonly settings: RuleSettings; readonly named?: boolean },
): Remark {
  const added = newProposal(document, wanted, named);
  if (added.is === 'refused') {
    const isUntitled = wanted.title.trim() === '' && part !== 'title';
    return { budget: null, finding: isUntitled ? null : { severity: 'error', message: added.why } };
  }
  const { after, proposal } = added;
  const { body, section } = proposal;
  const name = programNameOf(viewOf(proposal, after)) ?? nameInAnyTerm(document, proposal);
  const budget = name === null ? null : { used: name.length, most: optionsOf(programNameRule, settings).max, name };
  const field = part === 'title' ? null : fieldOf(body, part === 'mentors' ? 'mentors' : 'upstream-issue');
  const spans =
    part === 'title' ? [body.title.span, ...(body.programName ? [body.programName.span] : [])] : [field?.span];
  const [gravest] = findingsOf(after, known, settings)
    .filter(
      ({ rule, span }) =>
        !stillToCome.has(rule) && spans.some((own) => own && overlaps(span, shift(own, section.start))),
    )
    .sort((a, b) => gravity[a.severity] - gravity[b.severity]);
  return { budget, finding: gravest ? { severity: gravest.severity, message: gravest.message } : null };
}

/** The program name with any term, because its length is the same in all terms. */
function nameInAnyTerm({ term }: ProposalsDocument, { body, project }: Proposal): string | null {
  if (term !== null || !project) return null;
  return programName(project.name, body.title.text, { year: 2000, number: 0 }).replace(
    /2000 Term 0\)$/,
    '20xx Term x)',
  );
}

const gravity = { error: 0, warning: 1, information: 2, hint: 3 } as const;

/** Rules that only report what is still missing. The table of contents is updated after the insertion. */
const stillToCome: ReadonlySet<string> = new Set(['missing-field', 'empty-field', 'untitled-proposal', 'toc']);
