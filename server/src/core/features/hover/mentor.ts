import { isGitHubHandle } from '../../facts/mentors';
import { wordKey } from '../../facts/words';
import type { KnownMentor, Person } from '../../known/known';
import { link, plain, short, strong } from '../../markdown/write';
import type { Mentor } from '../../model/proposal';
import type { Span } from '../../text/span';
import { personAt } from '../navigation/subject';
import { dotted, type HoverContext, heading, paragraphs, placeLink, proposalLines, shortTerm, termIdOf } from './card';

/** The largest number of older addresses to show. */
const OLDER = 3;

/** What the workspace knows about a mentor. `span` is the entry's range in the document at `uri`. */
export function mentorHover(
  entry: { readonly mentor: Mentor; readonly span: Span },
  uri: string,
  context: HoverContext,
): string | null {
  const { name, handle } = entry.mentor;
  const person = personAt(entry, uri, context.known);
  return person ? aboutPerson(person, context, handle?.text) : whoLine(name?.text ?? null, handle?.text ?? null, null);
}

/** `written` is the handle in the document, for a person without a valid GitHub handle. */
export function aboutPerson(person: Person, context: HoverContext, written: string | null = null): string | null {
  const { newest, older } = mentionsWith('email', person);
  return paragraphs(
    whoLine(person.names[0] ?? null, person.handle ?? written, newest && mail(newest)),
    olderLine(older),
    conflictLines(person, context),
    proposalLines(
      person.mentions.map(({ proposal }) => proposal),
      context,
    ),
  );
}

/** Name, account and the address from the newest term. */
function whoLine(name: string | null, handle: string | null, address: string | null): string | null {
  const account = handle !== null && isGitHubHandle(handle) ? link(`@${handle}`, `https://github.com/${handle}`) : null;
  return dotted(name && strong(short(name, 80)), account ?? (handle && plain(short(handle, 80))), address);
}

/** The addresses from older terms. */
function olderLine(older: readonly KnownMentor[]): string | null {
  if (older.length === 0) return null;
  const shown = older.slice(0, OLDER).map((mention) => {
    const last = shortTerm(mention.proposal.file);
    return last === null ? mail(mention) : `${mail(mention)} (until ${plain(last)})`;
  });
  const more = older.length > OLDER ? ` and ${older.length - OLDER} more` : '';
  return `Older: ${shown.join(', ')}${more}`;
}

function mail({ email }: KnownMentor): string {
  return plain(short(email ?? '', 100));
}

/** Contradictions between the entries of one person. */
function conflictLines(person: Person, context: HoverContext): string | null {
  const at = ({ span, proposal: { file, title } }: KnownMentor): string =>
    placeLink(shortTerm(file) ?? heading(title, 40), { uri: file.uri, span }, context);
  const { newest, rival } = mentionsWith('email', person);
  const names = mentionsWith('name', person);
  const others = [names.rival, ...names.older].filter((mention) => mention !== null);
  const other = others.find(({ name }) => nameKey(name) !== nameKey(names.newest?.name ?? null));
  return paragraphs(
    newest && rival
      ? `One term has two e-mails, ${mail(newest)} (${at(newest)}) and ${mail(rival)} (${at(rival)}). Only one of them can belong to the LFX account.`
      : null,
    other ? `Also named ${plain(short(other.name ?? '', 80))} (${at(other)}).` : null,
  );
}

/** Ignores accents, because people do not always write them. */
function nameKey(name: string | null): string {
  return wordKey((name ?? '').normalize('NFD').replace(/\p{M}/gu, ''));
}

/**
 * The newest entry for each value of a part: the newest of all, a different one of the same term, and those of older
 * terms.
 */
function mentionsWith(part: 'name' | 'email', { names, emails, mentions }: Person) {
  const [newest = null, ...others] = (part === 'name' ? names : emails).flatMap(
    (value) => mentions.find((mention) => mention[part]?.toLowerCase() === value.toLowerCase()) ?? [],
  );
  const term = newest && termIdOf(newest.proposal.file);
  const isRival = (mention: KnownMentor) => termIdOf(mention.proposal.file) === term;
  return { newest, rival: others.find(isRival) ?? null, older: others.filter((mention) => !isRival(mention)) };
}
