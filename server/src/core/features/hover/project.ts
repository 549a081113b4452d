import type { CncfProject, ProjectList } from '../../facts/projects';
import { wordKey } from '../../facts/words';
import { type KnownMentor, type KnownProposal, newestFirst } from '../../known/known';
import { link, plain, strong } from '../../markdown/write';
import type { Project } from '../../model/document';
import {
  bulletList,
  countedLong,
  dotted,
  type HoverContext,
  heading,
  onceEach,
  paragraphs,
  placeLink,
  shortTerm,
  termIdOf,
} from './card';

/** The largest number of terms to show. */
const TERMS = 6;

/** Facts about a project from the CNCF list, and its proposals and mentors per term. */
export function projectHover(
  { name, key }: Pick<Project, 'name' | 'key'>,
  list: ProjectList,
  context: HoverContext,
): string | null {
  const listed = list.find(name);
  const title = strong(heading(listed?.name ?? name, 80));
  return paragraphs(dotted(title, ...(listed ? factsOf(listed) : [])), termLines(key, context));
}

function factsOf({ maturity, repository, homepage }: CncfProject): (string | null)[] {
  const level = maturity === '' ? null : plain(maturity.charAt(0).toUpperCase() + maturity.slice(1));
  const repo = /^[\w.-]+\/[\w.-]+$/.test(repository)
    ? link(repository, `https://github.com/${repository}`)
    : siteLink(repository);
  return [level, repo, homepage === repository ? null : siteLink(homepage)];
}

/** A link such as "jaegertracing.io". Null if the address is not a web address. */
function siteLink(address: string): string | null {
  const site = /^https?:\/\/(?:www\.)?([^\s/?#]+(?:\/[^\s?#]*)?)/i.exec(address)?.[1];
  return site === undefined ? null : link(site.replace(/\/$/, ''), address);
}

function termLines(key: string, context: HoverContext): string | null {
  const all = [...context.known.proposals(key)].sort((a, b) => newestFirst(a.file, b.file));
  const terms = new Map<string, KnownProposal[]>();
  for (const proposal of onceEach(all)) {
    const term = termIdOf(proposal.file);
    const others = terms.get(term);
    if (others) others.push(proposal);
    else terms.set(term, [proposal]);
  }
  const lines = [...terms.values()].map((proposals) => `${termLink(proposals, context)}: ${counts(proposals)}`);
  const list = bulletList(lines, TERMS);
  return (
    list &&
    (terms.size === 1 ? list : `${counts([...terms.values()].flat())} in ${countedLong(terms.size, 'term')}\n\n${list}`)
  );
}

/** A term, linked to the project's heading in its file. */
function termLink([first]: readonly KnownProposal[], context: HoverContext): string {
  if (!first) return '';
  const { file, project, span } = first;
  const label = shortTerm(file) ?? file.path.split('/').at(-1) ?? file.path;
  return placeLink(label, { uri: file.uri, span: project?.span ?? span }, context);
}

function counts(proposals: readonly KnownProposal[]): string {
  const people = new Set(proposals.flatMap(({ mentors }) => mentors.map(accountOf)));
  return `${countedLong(proposals.length, 'proposal')}, ${countedLong(people.size, 'mentor')}`;
}

function accountOf({ handle, email, name }: KnownMentor): string {
  return (handle ?? email)?.toLowerCase() ?? wordKey(name ?? '');
}
