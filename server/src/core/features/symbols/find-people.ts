import { english, type L10n } from '../../../l10n';
import { entryText } from '../../edits/mentor-entry';
import type { Known, KnownMentor, KnownProposal, Person } from '../../known/known';
import { aroundOf, type Best, type Found, foundIn, MOST } from './find-proposals';
import { gradeOf, grades, searchable, wordsOf } from './fuzzy';

/** A current or former mentor. */
export interface FoundPerson {
  readonly id: string;
  /** Name and handle, if known. */
  readonly label: string;
  /** The person's entry in a mentors field. */
  readonly entry: string;
  readonly proposals: number;
  /** Project and term of the newest proposal. */
  readonly latest: string;
}

/** Finds people by name, handle and address. Search data is cached until the person changes. */
export class PersonFinder {
  private readonly texts = new WeakMap<Person, string>();

  /** At most 200 people: best matches first, then by latest term, then by number of proposals. */
  matching(query: string, known: Known, l10n: L10n = english): Best<FoundPerson> {
    const words = wordsOf(query.replace(/[@(),]/g, ' '));
    const byGrade = Array.from({ length: grades }, (): Person[] => []);
    for (const person of known.people()) byGrade[gradeOf(words, this.textOf(person), '')]?.push(person);
    const best: Person[] = [];
    for (const equals of byGrade.reverse()) {
      if (best.length >= MOST) break;
      for (const each of equals.sort(byUse)) best.push(each);
    }
    const all = byGrade.reduce((sum, { length }) => sum + length, 0);
    return { items: best.slice(0, MOST).flatMap((person) => foundPerson(person, l10n)), all };
  }

  private textOf(person: Person): string {
    const kept = this.texts.get(person);
    if (kept !== undefined) return kept;
    const { names, handle, emails } = person;
    const text = searchable([...names, handle ?? '', ...emails].join(' '));
    this.texts.set(person, text);
    return text;
  }
}

/** Places that name the person with that id, newest term first. At most 200. Empty if the person is unknown. */
export function mentionsOf(id: string, known: Known, l10n: L10n = english): readonly Found[] {
  const person = known.people().find((each) => idOf(each) === id);
  const mentions = person ? eachProposalOnce(person.mentions) : [];
  return mentions.slice(0, MOST).map(({ proposal, span }) => foundIn(proposal, span, l10n));
}

function foundPerson(person: Person, l10n: L10n): FoundPerson[] {
  const { handle, names, emails, mentions } = person;
  const [newest] = mentions;
  if (!newest) return [];
  const name = names[0] ?? null;
  const account = handle === null ? '' : `@${handle}`;
  return [
    {
      id: idOf(person),
      label: name && account ? `${name} (${account})` : name || account || (emails[0] ?? ''),
      entry: entryText(name, handle, emails[0] ?? null),
      proposals: eachProposalOnce(mentions).length,
      latest: aroundOf(newest.proposal, l10n),
    },
  ];
}

/** People without a handle are identified by their newest entry. */
function idOf({ handle, emails, names, mentions }: Person): string {
  if (handle !== null) return `@${handle.toLowerCase()}`;
  const newest = mentions[0];
  return [emails[0], names[0], newest?.proposal.file.uri, newest?.span.start].join('\n');
}

function eachProposalOnce(mentions: readonly KnownMentor[]): readonly KnownMentor[] {
  const seen = new Set<KnownProposal>();
  return mentions.filter(({ proposal }) => !seen.has(proposal) && seen.add(proposal));
}

function byUse(a: Person, b: Person): number {
  const [one, other] = [a, b].map(({ mentions }) => mentions[0]?.proposal.file.termKey ?? '');
  if (one !== other) return (one ?? '') < (other ?? '') ? 1 : -1;
  return b.mentions.length - a.mentions.length;
}
