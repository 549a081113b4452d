import { askedParts, entryText } from '../../edits/mentor-entry';
import { programName } from '../../facts/lfx';
import { termLabel } from '../../facts/terms';
import { counted, wordKey } from '../../facts/words';
import type { Known, Person } from '../../known/known';
import { optionsOf } from '../../linter/options';
import { type Finding, type RuleSettings, viewOf } from '../../linter/rule';
import { findingsOf } from '../../linter/run';
import { renderedTitle } from '../../model/anchor';
import type { Proposal, ProposalsDocument } from '../../model/document';
import { programNameOf } from '../../model/program-name';
import { fieldOf } from '../../model/proposal';
import { programName as programNameRule } from '../../rules/lfx/program-name';
import { overlaps, shift } from '../../text/span';
import { newProposal } from './new-proposal';
import type { WantedProposal } from './text';

/** Something to choose, in words for a list. */
export interface Choice {
  readonly label: string;
  /** Beside the label. */
  readonly detail: string;
}

/** A mentor to choose, with the text that names them. */
export interface MentorChoice extends Choice {
  readonly entry: string;
}

/** The projects of the file in its order, then all others of the CNCF. */
export function projectChoices({ projects, proposals, readings }: ProposalsDocument): readonly Choice[] {
  const list = readings.context.projects;
  const choices = new Map<string, Choice>();
  for (const project of projects) {
    const count = proposals.filter((proposal) => proposal.project === project).length;
    const label = renderedTitle(project.name);
    const key = wordKey(list.find(label)?.name ?? label);
    const detail = count === 0 ? 'in this file' : `in this file, ${counted(count, 'proposal')}`;
    if (!choices.has(key)) choices.set(key, { label, detail });
  }
  for (const { name, maturity } of list.projects) {
    if (!choices.has(wordKey(name))) choices.set(wordKey(name), { label: name, detail: maturity });
  }
  return [...choices.values()];
}

/** How many people are offered: more than anybody looks through. */
const MOST = 2_000;

/** Everyone who has mentored: those of the project first, then those of the newest term, then the busiest. */
export function mentorChoices(document: ProposalsDocument, project: string, known: Known): readonly MentorChoice[] {
  const list = document.readings.context.projects;
  const key = list.find(project)?.slug ?? wordKey(project);
  const { email } = askedParts(document);
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
  return candidates.slice(0, MOST).map(({ person }) => mentorChoice(person, email));
}

function mentorChoice({ names, handle, emails, mentions }: Person, asksEmail: boolean): MentorChoice {
  const name = names[0] ?? null;
  const email = asksEmail || handle === null ? (emails[0] ?? null) : null;
  const newest = mentions[0]?.proposal;
  const place = [newest?.project?.name, newest?.file.term && termLabel(newest.file.term)];
  const account = name !== null && handle !== null ? `@${handle}` : null;
  return {
    label: name ?? (handle === null ? (emails[0] ?? '') : `@${handle}`),
    detail: [account, ...place].filter((part) => typeof part === 'string').join(', '),
    entry: entryText(name, handle, email),
  };
}

/** The part of a new proposal that somebody is typing. */
export type WantedPart = 'title' | 'mentors' | 'upstream';

/** What is to be said of a part while it is typed. */
export interface Remark {
  /** How long the name of the program will be, of how many characters, and how it reads; null where none is made. */
  readonly budget: { readonly used: number; readonly most: number; readonly name: string } | null;
  /** The gravest of what the rules will find; null for nothing. */
  readonly finding: Pick<Finding, 'severity' | 'message'> | null;
}

/** What the rules say of a part once the proposal stands in the document; what is unfinished is no finding yet. */
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
  const [finding = null] = findingsOf(after, known, settings)
    .filter(
      ({ rule, span }) =>
        !stillToCome.has(rule) && spans.some((own) => own && overlaps(span, shift(own, section.start))),
    )
    .sort((a, b) => gravity[a.severity] - gravity[b.severity]);
  return { budget, finding };
}

/** The name that the program will have in whatever term a draft is for: it is as long in all of them. */
function nameInAnyTerm({ term }: ProposalsDocument, { body, project }: Proposal): string | null {
  if (term !== null || !project) return null;
  return programName(project.name, body.title.text, { year: 2000, number: 0 }).replace(
    /2000 Term 0\)$/,
    '20xx Term x)',
  );
}

const gravity = { error: 0, warning: 1, information: 2, hint: 3 } as const;

/** What says only that something is still to come; the table of contents is brought up to date behind the proposal. */
const stillToCome: ReadonlySet<string> = new Set(['missing-field', 'empty-field', 'untitled-proposal', 'toc']);
