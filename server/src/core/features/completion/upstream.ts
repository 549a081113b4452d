import { issueName } from '../../facts/issues';
import { wordKey } from '../../facts/words';
import { type Known, type KnownUse, newestFirst } from '../../known/known';
import { shift } from '../../text/span';
import { type Caret, headOf, listedStart } from './caret';
import { folded } from './match';
import type { Offer } from './offer';

/** The project's repositories, and the issues that its proposals have named, for the upstream field at the caret. */
export function upstreamOffers(caret: Caret, known: Known): readonly Offer[] {
  const { body, section, at, field, project, document, line } = caret;
  if (field?.id !== 'upstream-issue' || !project) return [];
  const start = startOfReference(caret);
  if (start === null || at < start) return [];
  const end = at + (/^[^\s<>()[\],;]*/.exec(body.text.slice(at, line.end))?.[0].length ?? 0);
  const typed = body.text.slice(start, at);
  const span = shift({ start, end }, section.start);
  const own = section.start + body.title.span.start;
  const uses = known
    .proposals(project.key)
    .filter(({ file, span }) => file.path !== document.path || span.start !== own)
    .sort((a, b) => newestFirst(a.file, b.file))
    .flatMap((proposal) => proposal.uses);
  const written = new Set(
    body.upstream.flatMap((reference) =>
      reference.issue !== null && (reference.span.end < start || reference.span.start > end) ? [reference.issue] : [],
    ),
  );
  const issues = [...new Map(uses.map((use) => [issueName(use), use] as const).reverse()).values()].reverse();
  const title = wordKey(body.title.text);
  const isSame = ({ proposal }: KnownUse) => title !== '' && wordKey(proposal.title) === title;
  const open = issues.filter((use) => !written.has(issueName(use)));
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
  // The same proposal in the drafts and in the README of a term has the same issue.
  return [...references(open.filter(isSame)), ...stubs, ...references(open.filter((use) => !isSame(use)))].filter(
    ({ filterText }) => folded(filterText).startsWith(folded(typed)),
  );
}

/** Where the address at the caret begins; null where none can stand. */
function startOfReference(caret: Caret): number | null {
  const { body, line, at } = caret;
  const head = headOf(body.text, line);
  // The address may stand on an indented line of its own below the label.
  const alone = head.marker === '' && head.indent !== '' && at > head.start ? head.start : null;
  const start = listedStart(caret) ?? alone;
  if (start === null || at < start) return null;
  const before = body.text.slice(start, at);
  // Behind a word nothing is offered before the next one is begun.
  if (/[^\s,;<(]\s+$/.test(before)) return null;
  return at - (/[^\s<(,;]*$/.exec(before)?.[0].length ?? 0);
}

/** The repository that the list of projects has, and those where the project's issues have stood, most of them first. */
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

/** People begin with the address, with the repository, or with the number. */
function insertion(typed: string, url: string, short: string): { filterText: string } {
  const number = short.slice(short.indexOf('#'));
  const repo = short.slice(short.indexOf('/') + 1);
  const begun = [url, short, url.replace('https://', ''), repo, number, number.slice(1)].find(
    (each) => each !== '' && folded(each).startsWith(folded(typed)),
  );
  return { filterText: begun ?? url };
}

function urlOf({ owner, repo, number, kind }: KnownUse): string {
  const path = kind === 'pull' ? 'pull' : kind === 'discussion' ? 'discussions' : 'issues';
  return `https://github.com/${owner}/${repo}/${path}/${number}`;
}
