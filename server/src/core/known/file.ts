import { draftFieldOf } from '../facts/draft-fields';
import { isEmail, isGitHubHandle } from '../facts/mentors';
import { isSampleName } from '../facts/placeholders';
import { termSortKey } from '../facts/terms';
import type { Project, Proposal, ProposalsDocument } from '../model/document';
import { type Field, fieldOf, type ProposalBody } from '../model/proposal';
import { referencesIn } from '../model/reference';
import { type Part, shift, sliceOf } from '../text/span';
import type { Day, IssueKey, KnownDay, KnownFile, KnownMentor, KnownProject, KnownProposal, KnownUse } from './known';
import { issueKeyOf } from './questions';

/** Longer lists of skills do not help anyone to choose. */
const SKILLS = 300;

/** Returns a string to keep: the same one, or a copy that does not keep the whole document in memory. */
export type Keep = (text: string) => string;

/** What we remember of a document. Null if it is not a proposals document. */
export function knownFileOf(uri: string, document: ProposalsDocument, keep: Keep = asIs): KnownFile | null {
  if (document.kind === null) return null;
  const { term } = document;
  const projects: KnownProject[] = [];
  const proposals: KnownProposal[] = [];
  const file: KnownFile = {
    uri,
    path: keep(document.path),
    kind: document.kind,
    demands: document.program.demands,
    term: term && { ...term, name: kept(term.name, keep), status: kept(term.status, keep) },
    termKey: keep(termSortKey(term)),
    timeline: document.fronts.flatMap(({ front }) =>
      front.timeline.map(
        ({ activity, dates }): KnownDay => ({ activity: keep(activity.text), days: dates.map(dayOf) }),
      ),
    ),
    deadline: deadlineOf(document),
    projects,
    proposals,
  };
  const known = new Map<Project, KnownProject>();
  for (const project of document.projects) {
    const { titleStart: start, titleEnd: end } = project.section;
    const heading = { file, name: keep(project.name), key: keep(project.key), span: { start, end } };
    known.set(project, heading);
    projects.push(heading);
  }
  for (const proposal of document.proposals) {
    const project = proposal.project && known.get(proposal.project);
    proposals.push(knownProposalOf(proposal, { file, project: project ?? null, keep }));
  }
  return file;
}

/** All mentors of a file, once per proposal. */
export function mentorsIn({ proposals }: KnownFile): readonly KnownMentor[] {
  return proposals.flatMap(({ mentors }) => mentors);
}

interface Around {
  readonly file: KnownFile;
  readonly project: KnownProject | null;
  readonly keep: Keep;
}

function knownProposalOf({ body, section }: Proposal, { file, project, keep }: Around): KnownProposal {
  const by = section.start;
  const mentors: KnownMentor[] = [];
  const uses: KnownUse[] = [];
  const listed = (field: Field | null) =>
    field && !field.empty && !field.placeholder ? keep(sliceOf(body.text, field.value).slice(0, SKILLS)) : null;
  const proposal: KnownProposal = {
    file,
    project,
    title: keep(body.title.text),
    span: shift(body.title.span, by),
    lfxUrl: kept(body.lfxUrl?.text ?? null, keep),
    skills: listed(fieldOf(body, 'recommended-skills')),
    technologies: listed(technologiesOf(body)),
    mentors,
    uses,
    entry: body.address === undefined ? null : entryIn(body.address.text, keep),
  };
  for (const { name, handle, email, span } of body.mentors) {
    const account = partIf(isGitHubHandle, handle);
    const address = partIf(isEmail, email);
    mentors.push({
      proposal,
      name: name && !isSampleName(name.text, handle?.text ?? null) ? keep(name.text) : null,
      handle: kept(account?.text ?? null, keep),
      email: kept(address?.text ?? null, keep),
      span: shift(span, by),
      handleSpan: account && shift(account.span, by),
      emailSpan: address && shift(address.span, by),
    });
  }
  for (const { owner, repo, number, kind, span } of body.upstream) {
    if (owner === null || repo === null || number === null) continue;
    uses.push({ proposal, owner: keep(owner), repo: keep(repo), number, kind, span: shift(span, by) });
  }
  return proposal;
}

/** The issue of an address or a short name. Null for any other text. */
function entryIn(address: string, keep: Keep): IssueKey | null {
  const [reference] = referencesIn(address, { start: 0, end: address.length });
  const key = reference ? issueKeyOf(reference) : null;
  return key?.kind === 'issue' ? { ...key, owner: keep(key.owner), repo: keep(key.repo) } : null;
}

function technologiesOf({ fields }: ProposalBody): Field | null {
  return fields.find(({ label }) => label !== null && draftFieldOf(label.text)?.id === 'technologies') ?? null;
}

function deadlineOf({ fronts }: ProposalsDocument): Day | null {
  const deadline = fronts.find(({ front }) => front.deadline)?.front.deadline;
  return deadline ? dayOf(deadline) : null;
}

function dayOf({ year, month, day }: Day): Day {
  return { year, month, day };
}

function partIf(isGood: (text: string) => boolean, part: Part | null): Part | null {
  return part && isGood(part.text) ? part : null;
}

function kept(text: string | null, keep: Keep): string | null {
  return text === null ? null : keep(text);
}

function asIs(text: string): string {
  return text;
}
