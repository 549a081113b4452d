import { wordKey } from '../facts/words';
import { type KnownMentor, newestFirst } from './known';

/** One person: all entries with one handle, case aside, and those without a handle that must be theirs. */
export interface Person {
  /** As the newest entry writes it; null for somebody who never gave one. */
  readonly handle: string | null;
  /** Each once, that of the newest entry first; more than one where entries disagree. */
  readonly names: readonly string[];
  readonly emails: readonly string[];
  /** The newest term first, within one term what was accepted before what was proposed; never empty. */
  readonly mentions: readonly KnownMentor[];
}

/**
 * The people behind entries: one for each handle, case aside. Entries without a handle belong to the one person with
 * their e-mail, else to the one person of that name who mentored in the same project, and to nobody else. What
 * entries say differently is kept: nothing is decided here.
 */
export class People {
  readonly all: readonly Person[];
  private readonly byHandle: ReadonlyMap<string, Person>;
  private table: Owners | null = null;

  constructor(mentors: readonly KnownMentor[]) {
    const accounts = new Map<string, KnownMentor[]>();
    const loose: KnownMentor[] = [];
    for (const mentor of mentors) {
      if (mentor.handle === null) loose.push(mentor);
      else add(accounts, mentor.handle.toLowerCase(), [mentor]);
    }
    const named = [...accounts.values()].map(personOf);
    this.all = loose.length === 0 ? named : withLoose(named, loose);
    this.byHandle = new Map(this.all.flatMap((each) => (each.handle ? [[each.handle.toLowerCase(), each]] : [])));
  }

  /** The person with a handle, case aside; null for nobody. */
  withHandle(handle: string): Person | null {
    return this.byHandle.get(handle.toLowerCase()) ?? null;
  }

  /** These people and those of another list, who may be the same. */
  and(others: People): readonly Person[] {
    if (others.all.length === 0) return this.all;
    const more = new Map<Person, KnownMentor[]>();
    const strangers: Person[] = [];
    const accounts = new Map<Person, string>();
    for (const person of others.all) {
      const same = this.same(person);
      const account = person.handle?.toLowerCase();
      const other = same && accounts.get(same);
      if (!same || (account !== undefined && other !== undefined && other !== account)) {
        strangers.push(person);
        continue;
      }
      if (account !== undefined) accounts.set(same, account);
      add(more, same, person.mentions);
    }
    return [...withMore(this.all, more), ...strangers];
  }

  private same({ handle, mentions }: Person): Person | null {
    const own = handle === null ? null : this.withHandle(handle);
    if (own) return own;
    this.table ??= ownersOf(this.all);
    for (const mention of mentions) {
      const owner = ownerOf(mention, this.table);
      // Two accounts are two people, whatever else they share.
      if (owner && (handle === null || owner.handle === null)) return owner;
    }
    return null;
  }
}

/** The same person as far as their other entries tell; null where there are none. */
export function withoutMentions(person: Person, isLeftOut: (mention: KnownMentor) => boolean): Person | null {
  const mentions = person.mentions.filter((mention) => !isLeftOut(mention));
  if (mentions.length === person.mentions.length) return person;
  return mentions.length === 0 ? null : personOf(mentions);
}

function withLoose(named: readonly Person[], loose: readonly KnownMentor[]): readonly Person[] {
  // Those with an address first: a name alone may be theirs.
  const addressed = joined(
    named,
    loose.filter(({ email }) => email !== null),
    ({ email }) => email?.toLowerCase() ?? '',
  );
  return joined(
    addressed,
    loose.filter(({ email }) => email === null),
    nameKey,
  );
}

/** `people` with entries that belong to them, and a person for each key that the other entries have. */
function joined(
  people: readonly Person[],
  loose: readonly KnownMentor[],
  keyOf: (mentor: KnownMentor) => string,
): readonly Person[] {
  if (loose.length === 0) return people;
  const owners = ownersOf(people);
  const more = new Map<Person, KnownMentor[]>();
  const strangers = new Map<string, KnownMentor[]>();
  for (const mentor of loose) {
    const owner = ownerOf(mentor, owners);
    if (owner) add(more, owner, [mentor]);
    else if (mentor.email !== null || mentor.name !== null) add(strangers, keyOf(mentor), [mentor]);
  }
  return [...withMore(people, more), ...[...strangers.values()].map(personOf)];
}

function withMore(people: readonly Person[], more: ReadonlyMap<Person, readonly KnownMentor[]>): readonly Person[] {
  return people.map((person) => {
    const mentions = more.get(person);
    return mentions ? personWith(person, mentions) : person;
  });
}

/** Whose an e-mail, and a name within a project, is; null where it is several people's. */
interface Owners {
  readonly byEmail: ReadonlyMap<string, Person | null>;
  readonly byName: ReadonlyMap<string, Person | null>;
}

function ownersOf(people: readonly Person[]): Owners {
  const byEmail = new Map<string, Person | null>();
  const byName = new Map<string, Person | null>();
  const own = (table: Map<string, Person | null>, key: string, person: Person) => {
    const other = table.get(key);
    table.set(key, other === undefined || other === person ? person : null);
  };
  for (const person of people) {
    for (const mention of person.mentions) {
      if (mention.email !== null) own(byEmail, mention.email.toLowerCase(), person);
      if (mention.name !== null) own(byName, nameKey(mention), person);
    }
  }
  return { byEmail, byName };
}

function ownerOf(mentor: KnownMentor, { byEmail, byName }: Owners): Person | null {
  const { email, name } = mentor;
  const own = email === null ? undefined : byEmail.get(email.toLowerCase());
  if (own !== undefined) return own;
  return name === null ? null : (byName.get(nameKey(mentor)) ?? null);
}

/** A name within its project, or within its file where that has none. */
function nameKey({ name, proposal: { project, file } }: KnownMentor): string {
  return `${wordKey(name ?? '')} ${project ? project.key : file.path}`;
}

function personOf(mentors: readonly KnownMentor[]): Person {
  const mentions = [...mentors].sort(byAge);
  return {
    handle: mentions.find(({ handle }) => handle !== null)?.handle ?? null,
    names: distinct(mentions, 'name'),
    emails: distinct(mentions, 'email'),
    mentions,
  };
}

/**
 * The person with a few more mentions. It is asked for at every keystroke, of everybody in the open document: what is
 * known of the person already is not found out again.
 */
function personWith(person: Person, more: readonly KnownMentor[]): Person {
  const mentions = merged([...more].sort(byAge), person.mentions);
  return {
    handle: mentions.find(({ handle }) => handle !== null)?.handle ?? null,
    names: distinct(mentions, 'name', countOf(person.names, more, 'name')),
    emails: distinct(mentions, 'email', countOf(person.emails, more, 'email')),
    mentions,
  };
}

function byAge(a: KnownMentor, b: KnownMentor): number {
  return newestFirst(a.proposal.file, b.proposal.file);
}

/** Two sorted lists as one; of equals those of the first come first. */
function merged(few: readonly KnownMentor[], many: readonly KnownMentor[]): readonly KnownMentor[] {
  const all: KnownMentor[] = [];
  let from = 0;
  for (const each of few) {
    let to = from;
    for (let other = many[to]; other && byAge(other, each) < 0; other = many[++to]) all.push(other);
    all.push(each);
    from = to;
  }
  return all.concat(many.slice(from));
}

/** How many values there are once those of more mentions have come to them. */
function countOf(values: readonly string[], more: readonly KnownMentor[], part: 'name' | 'email'): number {
  const all = new Set(values.map((value) => value.toLowerCase()));
  for (const mention of more) if (mention[part]) all.add(mention[part].toLowerCase());
  return all.size;
}

/** Each value once, case aside, as it is written first. Nothing is looked for once there are so many as asked for. */
function distinct(
  mentions: readonly KnownMentor[],
  part: 'name' | 'email',
  count = Number.POSITIVE_INFINITY,
): readonly string[] {
  const seen = new Map<string, string>();
  for (const mention of mentions) {
    if (seen.size >= count) break;
    const value = mention[part];
    if (!value) continue;
    const key = value.toLowerCase();
    if (!seen.has(key)) seen.set(key, value);
  }
  return [...seen.values()];
}

function add<K, V>(groups: Map<K, V[]>, key: K, values: readonly V[]): void {
  const group = groups.get(key) ?? [];
  for (const value of values) group.push(value);
  groups.set(key, group);
}
