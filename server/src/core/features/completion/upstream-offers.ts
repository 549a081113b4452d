import { issueName } from '../../facts/issues';
import { wordKey } from '../../facts/words';
import { type IssueFacts, type Known, type KnownUse, newestFirst } from '../../known/known';
import type { Project } from '../../model/document';
import { shift } from '../../text/span';
import { tailStart } from '../../text/tail';
import { searchable } from '../symbols/fuzzy';
import { type Caret, headOf, listedStart } from './caret';
import { beginsWord } from './match';
import type { Offer } from './offer';

/** An open issue of a project's repository, from GitHub. */
export type OpenIssue = Pick<IssueFacts, 'owner' | 'repo' | 'number' | 'title' | 'url'>;

/** A GitHub search for the reference being typed. */
export interface UpstreamSearch {
  /** As `owner/repo`, most likely first. */
  readonly repositories: readonly string[];
  /** Empty to search for the most recently updated issues. */
  readonly words: string;
}

/** The search for open issues at the caret. Null unless a reference is being typed. */
export function upstreamSearch(caret: Caret, known: Known): UpstreamSearch | null {
  const spot = spotOf(caret);
  if (!spot) return null;
  const repositories = stubsOf(caret, usesOf(caret, spot.project, known));
  const isWord = spot.typed.length >= 3 && /^[^#/:.\d][^#/:.]*$/.test(spot.typed);
  return repositories.length > 0 ? { repositories, words: isWord ? spot.typed : '' } : null;
}

/**
 * For the upstream field at the caret: the project's repositories, the issues of its other proposals, and the `open`
 * issues from GitHub.
 */
export function upstreamOffers(caret: Caret, known: Known, open: readonly OpenIssue[] = []): readonly Offer[] {
  const { body, section } = caret;
  const spot = spotOf(caret);
  if (!spot) return [];
  const { start, end, typed } = spot;
  const span = shift({ start, end }, section.start);
  const uses = usesOf(caret, spot.project, known);
  const written = new Set(
    body.upstream.flatMap((reference) =>
      reference.issue !== null && (reference.span.end < start || reference.span.start > end) ? [reference.issue] : [],
    ),
  );
  const issues = [...new Map(uses.map((use) => [issueName(use), use] as const).reverse()).values()].reverse();
  const title = wordKey(body.title.text);
  const hasSameTitle = ({ proposal }: KnownUse) => title !== '' && wordKey(proposal.title) === title;
  const listed = open.filter((each) => !written.has(issueName(each)));
  const names = new Set(listed.map(issueName));
  const used = issues.filter((use) => !written.has(issueName(use)));
  const stubs = stubsOf(caret, issues).map(
    (repository): Offer => ({
      kind: 'link',
      label: `${repository}/issues/`,
      detail: 'a new issue',
      ...insertion(typed, `https://github.com/${repository}/issues/`, `${repository}#`),
      edit: { span, text: `https://github.com/${repository}/issues/` },
      pieces: null,
      topic: null,
    }),
  );
  const references = (list: readonly KnownUse[]) =>
    list.map(
      (use): Offer => ({
        kind: 'issue',
        label: `${use.owner}/${use.repo}#${use.number}`,
        detail: use.proposal.title,
        ...insertion(typed, urlOf(use), `${use.owner}/${use.repo}#${use.number}`),
        edit: { span, text: urlOf(use) },
        pieces: null,
        topic: { is: 'issue', owner: use.owner, repo: use.repo, number: use.number },
      }),
    );
  const recent = listed.map((issue): Offer => {
    const short = `${issue.owner}/${issue.repo}#${issue.number}`;
    return {
      kind: 'issue',
      label: short,
      detail: issue.title,
      ...insertion(typed, issue.url, short, issue.title),
      edit: { span, text: issue.url },
      pieces: null,
      topic: { is: 'issue', owner: issue.owner, repo: issue.repo, number: issue.number },
    };
  });
  // The same proposal in the drafts and the README of a term has the same issue.
  const same = used.filter(hasSameTitle);
  const sameNames = new Set(same.map(issueName));
  return [
    ...references(same),
    ...recent.filter((_, at) => !sameNames.has(issueName(listed[at] as OpenIssue))),
    ...stubs,
    ...references(used.filter((use) => !hasSameTitle(use) && !names.has(issueName(use)))),
  ].filter(({ filterText, detail }) => filterText === detail || searchable(filterText).startsWith(searchable(typed)));
}

/** The reference being typed. Offsets count from the start of the proposal. */
interface Spot {
  readonly project: Project;
  readonly start: number;
  readonly end: number;
  /** The text from its start to the caret. */
  readonly typed: string;
}

function spotOf(caret: Caret): Spot | null {
  const { body, at, field, project, line } = caret;
  if (field?.id !== 'upstream-issue' || !project) return null;
  const start = startOfReference(caret);
  if (start === null || at < start) return null;
  const end = at + (/^[^\s<>()[\],;]*/.exec(body.text.slice(at, line.end))?.[0].length ?? 0);
  return { project, start, end, typed: body.text.slice(start, at) };
}

/** Issues that other proposals of the project link, newest first. */
function usesOf({ body, section, document }: Caret, project: Project, known: Known): readonly KnownUse[] {
  const own = section.start + body.title.span.start;
  return known
    .proposals(project.key)
    .filter(({ file, span }) => file.path !== document.path || span.start !== own)
    .sort((a, b) => newestFirst(a.file, b.file))
    .flatMap((proposal) => proposal.uses);
}

/** Start of the address at the caret. Null if no address can start there. */
function startOfReference(caret: Caret): number | null {
  const { body, line, at } = caret;
  const head = headOf(body.text, line);
  // The address can be on an indented line of its own below the label.
  const alone = head.marker === '' && head.indent !== '' && at > head.start ? head.start : null;
  const start = listedStart(caret) ?? alone;
  if (start === null || at < start) return null;
  const before = body.text.slice(start, at);
  // After a finished word, wait for the start of the next one.
  const word = before.trimEnd();
  if (word !== before && /[^\s,;<(]$/.test(word)) return null;
  return start + tailStart(before, /[^\s<(,;]/);
}

/**
 * Address prefixes of the project's listed repository and of repositories with issues of the project, most frequent
 * first.
 */
function stubsOf({ document, project }: Caret, issues: readonly KnownUse[]): readonly string[] {
  const counts = new Map<string, { name: string; count: number }>();
  const listed = project && document.readings.context.projects.find(project.name)?.repository;
  if (listed && /^[\w.-]+\/[\w.-]+$/.test(listed))
    counts.set(listed.toLowerCase(), { name: listed, count: Number.POSITIVE_INFINITY });
  for (const { owner, repo } of issues) {
    const name = `${owner}/${repo}`;
    const seen = counts.get(name.toLowerCase());
    if (seen) seen.count++;
    else counts.set(name.toLowerCase(), { name, count: 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count).map(({ name }) => name);
}

/** Users start with the address, the repository, the number or a word of the title. */
function insertion(typed: string, url: string, short: string, title = ''): { filterText: string } {
  const number = short.slice(short.indexOf('#'));
  const repo = short.slice(short.indexOf('/') + 1);
  const begun = [url, short, url.replace('https://', ''), repo, number, number.slice(1)].find(
    (each) => each !== '' && searchable(each).startsWith(searchable(typed)),
  );
  return { filterText: begun ?? (title !== '' && beginsWord(searchable(title), searchable(typed)) ? title : url) };
}

function urlOf({ owner, repo, number, kind }: KnownUse): string {
  const path = kind === 'pull' ? 'pull' : kind === 'discussion' ? 'discussions' : 'issues';
  return `https://github.com/${owner}/${repo}/${path}/${number}`;
}
