/** The issues that a person may want to make a draft of. */
import { issueName } from '../../facts/issues';
import { isMentorshipLabel } from '../../facts/mentorship-labels';
import { type IssueKey, type Known, type KnownFile, newestFirst } from '../../known/known';
import type { ProposalsDocument } from '../../model/document';
import { proposalAt } from '../../model/document';

/** As many repositories are searched at once. */
const MOST = 10;

/**
 * The repositories to search for issues, as `owner/repo`, the likeliest first: that of the project at `offset`, then
 * those whose issues the newest proposals name. At most ten.
 */
export function repositoriesFor(at: { document: ProposalsDocument; offset: number } | null, known: Known): string[] {
  const names = new Map<string, string>();
  const add = (name: string) => {
    const key = name.toLowerCase();
    if (/^[\w.-]+\/[\w.-]+$/.test(name) && !names.has(key)) names.set(key, name);
  };
  const project = at && proposalAt(at.document, at.offset)?.project;
  if (at && project) {
    add(at.document.readings.context.projects.find(project.name)?.repository ?? '');
    for (const { file, uses } of [...known.proposals(project.key)].sort((a, b) => newestFirst(a.file, b.file)))
      if (file) for (const { owner, repo } of uses) add(`${owner}/${repo}`);
  }
  for (const file of [...known.files()].sort(newestFirst)) {
    if (names.size >= MOST) break;
    for (const name of byFrequency(file)) add(name);
  }
  return [...names.values()].slice(0, MOST);
}

function byFrequency({ proposals }: KnownFile): readonly string[] {
  const counts = new Map<string, number>();
  for (const { uses } of proposals)
    for (const { owner, repo } of uses) counts.set(`${owner}/${repo}`, (counts.get(`${owner}/${repo}`) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([name]) => name);
}

/** An issue to choose. */
export interface IssueChoice extends IssueKey {
  readonly title: string;
}

/** The open issues with a label of a mentorship program that are known already, as proposals and their lists name them. */
export function knownChoices(known: Known): IssueChoice[] {
  const found = new Map<string, IssueChoice>();
  for (const { proposals } of [...known.files()].sort(newestFirst))
    for (const use of proposals.flatMap(({ uses }) => uses)) {
      const answer = known.issue(use);
      if (answer.is !== 'known') continue;
      const { kind, state, labels, owner, repo, number, title } = answer.facts;
      const isOffered = kind === 'issue' && state === 'open' && labels.some(isMentorshipLabel);
      if (isOffered) found.set(issueName(answer.facts), { owner, repo, number, title });
    }
  return [...found.values()];
}
