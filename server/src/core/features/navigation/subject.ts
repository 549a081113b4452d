import type { Person } from '../../known/known';
import { type Known, type KnownFile, newestFirst } from '../../known/known';
import type { Place } from '../../known/place';
import type { ProposalsDocument } from '../../model/document';
import { type Span, touches } from '../../text/span';
import { type Target, targetAt } from './target';

/** A place in a document of the workspace that somebody asks about. */
export interface Spot {
  readonly document: ProposalsDocument;
  readonly uri: string;
  readonly offset: number;
}

/** What proposals of a whole workspace have in common: who or what stands at a spot, and where else it is named. */
export interface Subject {
  readonly is: 'person' | 'project' | 'issue';
  /** Where the workspace names it: newest term first, in the order of the text within a file; never empty. */
  readonly places: readonly Place[];
}

/** The person, project or upstream issue that stands at a spot; null for everything else. */
export function subjectAt({ document, uri, offset }: Spot, known: Known): Subject | null {
  const target = targetAt(document, offset);
  switch (target?.is) {
    case 'mentor':
      return subject('person', personAt(target, uri, known)?.mentions ?? []);
    case 'reference': {
      const { owner, repo, number } = target.reference;
      if (owner === null || repo === null || number === null) return null;
      return subject('issue', known.uses({ owner, repo, number }));
    }
    case 'project':
    case 'programName': {
      const key = projectKey(target, offset);
      return key ? subject('project', known.projects(key)) : null;
    }
    default:
      return null;
  }
}

/** The person of an entry in the document at `uri`: who has its handle, else whose entry it is; null for nobody. */
export function personAt(
  { mentor, span }: Pick<Extract<Target, { is: 'mentor' }>, 'mentor' | 'span'>,
  uri: string,
  known: Known,
): Person | null {
  const handle = mentor.handle?.text.toLowerCase();
  const isHere = (mention: Named) => mention.span.start === span.start && mention.proposal.file.uri === uri;
  const people = known.people();
  return (
    people.find((person) => handle !== undefined && person.handle?.toLowerCase() === handle) ??
    people.find(({ mentions }) => mentions.some(isHere)) ??
    null
  );
}

/**
 * The places of a subject without the heading that the spot stands in: an editor that knows the headings of Markdown
 * has that one already.
 */
export function besideHeading({ is, places }: Subject, { uri, offset }: Spot): readonly Place[] {
  return is === 'project' ? places.filter((place) => place.uri !== uri || !touches(place.span, offset)) : places;
}

/** Up to its colon, the name of a program names the project. */
function projectKey(target: Extract<Target, { is: 'project' | 'programName' }>, offset: number): string | null {
  if (target.is === 'project') return target.project.key;
  const { span, proposal } = target;
  const colon = proposal.body.programName?.text.indexOf(':') ?? -1;
  return offset <= span.start + colon ? (proposal.project?.key ?? null) : null;
}

/** A place inside a proposal. */
interface Named {
  readonly proposal: { readonly file: KnownFile };
  readonly span: Span;
}

function subject(is: Subject['is'], named: readonly (Named | { file: KnownFile; span: Span })[]): Subject | null {
  if (named.length === 0) return null;
  const places = named.map((each) => ({ file: 'file' in each ? each.file : each.proposal.file, span: each.span }));
  places.sort((a, b) => newestFirst(a.file, b.file) || (a.file === b.file ? a.span.start - b.span.start : 0));
  return { is, places: places.map(({ file, span }) => ({ uri: file.uri, span })) };
}
