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
      else add(accounts, mentor.handle.toLowerCase(), mentor);
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
    for (const person of others.all) {
      const same = this.same(person);
      if (same) add(more, same, ...person.mentions);
      else strangers.push(person);
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

function withLoose(named: readonly Person[], loose: readonly KnownMentor[]): readonly Person[] {
  const owners = ownersOf(named);
  const more = new Map<Person, KnownMentor[]>();
  const strangers = new Map<string, KnownMentor[]>();
  for (const mentor of loose) {
    const owner = ownerOf(mentor, owners);
    if (owner) add(more, owner, mentor);
    else if (mentor.email !== null) add(strangers, mentor.email.toLowerCase(), mentor);
    else if (mentor.name !== null) add(strangers, nameKey(mentor), mentor);
  }
  return [...withMore(named, more), ...[...strangers.values()].map(personOf)];
}

function withMore(people: readonly Person[], more: ReadonlyMap<Person, readonly KnownMentor[]>): readonly Person[] {
  return people.map((person) => {
    const mentions = more.get(person);
    return mentions ? personOf([...mentions, ...person.mentions]) : person;
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
  if (mentor.email !== null) return byEmail.get(mentor.email.toLowerCase()) ?? null;
  return mentor.name === null ? null : (byName.get(nameKey(mentor)) ?? null);
}

/** A name within its project. */
function nameKey({ name, proposal }: KnownMentor): string {
  return `${wordKey(name ?? '')} ${proposal.project?.key ?? ''}`;
}

function personOf(mentors: readonly KnownMentor[]): Person {
  const mentions = [...mentors].sort((a, b) => newestFirst(a.proposal.file, b.proposal.file));
  return {
    handle: mentions.find(({ handle }) => handle !== null)?.handle ?? null,
    names: distinct(mentions.map(({ name }) => name)),
    emails: distinct(mentions.map(({ email }) => email)),
    mentions,
  };
}

/** Each value once, case aside, as it is written first. */
function distinct(values: readonly (string | null)[]): string[] {
  const seen = new Map<string, string>();
  for (const value of values) {
    const key = value?.toLowerCase() ?? '';
    if (value && !seen.has(key)) seen.set(key, value);
  }
  return [...seen.values()];
}

function add<K, V>(groups: Map<K, V[]>, key: K, ...values: V[]): void {
  const group = groups.get(key);
  if (group) group.push(...values);
  else groups.set(key, values);
}
