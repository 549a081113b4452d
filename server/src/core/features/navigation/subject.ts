import type { Person } from '../../known/known';
import { type Known, type KnownFile, newestFirst } from '../../known/known';
import type { Place } from '../../known/place';
import type { ProposalsDocument } from '../../model/document';
import { type Span, touches } from '../../text/span';
import { type Target, targetAt } from './target';

/** A position in a document of the workspace. */
export interface Spot {
  readonly document: ProposalsDocument;
  readonly uri: string;
  readonly offset: number;
}

/** A person, project or issue at a position, and all places that name it. */
export interface Subject {
  readonly is: 'person' | 'project' | 'issue';
  /** All places that name it: newest term first, in document order within a file. Never empty. */
  readonly places: readonly Place[];
}

/** The person, project or upstream issue at a position. Null for anything else. */
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

/** The person of an entry in the document at `uri`: by handle, or else by the entry itself. Null if unknown. */
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

/** The places without the heading at the position, because editors with Markdown link support add it themselves. */
export function withoutHeadingAt({ is, places }: Subject, { uri, offset }: Spot): readonly Place[] {
  return is === 'project' ? places.filter((place) => place.uri !== uri || !touches(place.span, offset)) : places;
}

/** In a program name, the text before the colon names the project. */
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
