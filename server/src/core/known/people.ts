import { wordKey } from '../facts/words';
import { type KnownMentor, newestFirst, type Person } from './known';

/**
 * Groups mentor entries by person. Entries with the same handle (ignoring case) are one person. An entry without a
 * handle belongs to the only person with its e-mail address, otherwise to the only person with its name in the same
 * project, otherwise to a new person. Contradictory values are all kept.
 */
export class People {
  private readonly byHandle: ReadonlyMap<string, Person>;
  private table: Owners | null = null;

  private constructor(readonly all: readonly Person[]) {
    this.byHandle = new Map(all.flatMap((each) => (each.handle ? [[each.handle.toLowerCase(), each]] : [])));
  }

  static of(mentors: readonly KnownMentor[]): People {
    return whole(People.inParts([mentors]));
  }

  /** Like `of`, for several lists. Yields about every millisecond, so that it can run in the background. */
  static *inParts(lists: Iterable<readonly KnownMentor[]>): Generator<void, People> {
    const accounts = new Map<string, KnownMentor[]>();
    const loose: KnownMentor[] = [];
    for (const mentors of lists) {
      for (const [i, mentor] of mentors.entries()) {
        if (i % 256 === 0) yield;
        if (mentor.handle === null) loose.push(mentor);
        else addOne(accounts, mentor.handle.toLowerCase(), mentor);
      }
    }
    const named = yield* peopleFrom(accounts.values());
    return new People(loose.length === 0 ? named : yield* withLoose(named, loose));
  }

  /** Builds the lookup table in advance, so that the first question need not wait. Yields as `inParts` does. */
  *prepare(): Generator<void, void> {
    this.table ??= yield* ownersOf(this.all);
  }

  /** The person with this handle, ignoring case. Null if there is none. */
  withHandle(handle: string): Person | null {
    return this.byHandle.get(handle.toLowerCase()) ?? null;
  }

  /** These people merged with those of another list. */
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
    this.table ??= whole(ownersOf(this.all));
    for (const mention of mentions) {
      const owner = this.table.ofMention(mention);
      // Two accounts are two people, even if they share a name or an address.
      if (owner && (handle === null || owner.handle === null)) return owner;
    }
    return null;
  }
}

/** Runs a generator to its end and returns its result. */
function whole<T>(parts: Generator<void, T>): T {
  for (;;) {
    const part = parts.next();
    if (part.done) return part.value;
  }
}

/** The person without some of the mentions. Null if none are left. */
export function withoutMentions(person: Person, isLeftOut: (mention: KnownMentor) => boolean): Person | null {
  const mentions = person.mentions.filter((mention) => !isLeftOut(mention));
  if (mentions.length === person.mentions.length) return person;
  return mentions.length === 0 ? null : personOf(mentions);
}

function* peopleFrom(groups: Iterable<readonly KnownMentor[]>): Generator<void, Person[]> {
  const people: Person[] = [];
  for (const mentors of groups) {
    yield;
    people.push(personOf(mentors));
  }
  return people;
}

function* withLoose(named: readonly Person[], loose: readonly KnownMentor[]): Generator<void, readonly Person[]> {
  // Entries with an address come first, because they can own entries that have only a name.
  const addressed = yield* joined(
    named,
    loose.filter(({ email }) => email !== null),
    ({ email }) => email?.toLowerCase() ?? '',
  );
  return yield* joined(
    addressed,
    loose.filter(({ email }) => email === null),
    nameKey,
  );
}

/** Adds each entry to the person it belongs to. The rest become new people, one per key. */
function* joined(
  people: readonly Person[],
  loose: readonly KnownMentor[],
  keyOf: (mentor: KnownMentor) => string,
): Generator<void, readonly Person[]> {
  if (loose.length === 0) return people;
  const owners = yield* ownersOf(people);
  const more = new Map<Person, KnownMentor[]>();
  const strangers = new Map<string, KnownMentor[]>();
  for (const mentor of loose) {
    const owner = owners.ofMention(mentor);
    if (owner) addOne(more, owner, mentor);
    else if (mentor.email !== null || mentor.name !== null) addOne(strangers, keyOf(mentor), mentor);
  }
  return [...withMore(people, more), ...(yield* peopleFrom(strangers.values()))];
}

function withMore(people: readonly Person[], more: ReadonlyMap<Person, readonly KnownMentor[]>): readonly Person[] {
  return people.map((person) => {
    const mentions = more.get(person);
    return mentions ? personWith(person, mentions) : person;
  });
}

/** Who owns an e-mail address or a name within a project. Null if several people share it. */
class Owners {
  private readonly byEmail = new Map<string, Person | null>();
  private readonly byName = new Map<string, Person | null>();

  add(person: Person): void {
    for (const mention of person.mentions) {
      if (mention.email !== null) own(this.byEmail, mention.email.toLowerCase(), person);
      if (mention.name !== null) own(this.byName, nameKey(mention), person);
    }
  }

  ofMention(mention: KnownMentor): Person | null {
    const { email, name } = mention;
    const owner = email === null ? undefined : this.byEmail.get(email.toLowerCase());
    if (owner !== undefined) return owner;
    return name === null ? null : (this.byName.get(nameKey(mention)) ?? null);
  }
}

function* ownersOf(people: readonly Person[]): Generator<void, Owners> {
  const owners = new Owners();
  for (const person of people) {
    yield;
    owners.add(person);
  }
  return owners;
}

function own(table: Map<string, Person | null>, key: string, person: Person): void {
  const other = table.get(key);
  if (other === person) return;
  table.set(key, other === undefined ? person : null);
}

/** A name within its project, or within its file if there is no project. */
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
 * The person with additional mentions. Reuses what is known, because this runs on every keystroke for everyone in the
 * open document.
 */
function personWith(person: Person, more: readonly KnownMentor[]): Person {
  const mentions = merged([...more].sort(byAge), person.mentions);
  return {
    handle: mentions.find(({ handle }) => handle !== null)?.handle ?? null,
    names: withValues(person.names, 'name', more, mentions),
    emails: withValues(person.emails, 'email', more, mentions),
    mentions,
  };
}

/** All distinct values of a part. `mentions` includes `more`, and `values` are those without `more`. */
function withValues(
  values: readonly string[],
  part: 'name' | 'email',
  more: readonly KnownMentor[],
  mentions: readonly KnownMentor[],
): readonly string[] {
  const [only] = values;
  // Most people have only one name.
  if (values.length === 1 && more.every((mention) => !mention[part] || mention[part] === only)) return values;
  return distinct(mentions, part, countOf(values, more, part));
}

function byAge(a: KnownMentor, b: KnownMentor): number {
  return newestFirst(a.proposal.file, b.proposal.file);
}

/** Merges two sorted lists. Equal entries of the first list come first. */
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

/** The number of distinct values when `more` is included. */
function countOf(values: readonly string[], more: readonly KnownMentor[], part: 'name' | 'email'): number {
  const all = new Set(values.map((value) => value.toLowerCase()));
  for (const mention of more) if (mention[part]) all.add(mention[part].toLowerCase());
  return all.size;
}

/** The distinct values, ignoring case, as first written. Stops after `count` values. */
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
  for (const value of values) addOne(groups, key, value);
}

function addOne<K, V>(groups: Map<K, V[]>, key: K, value: V): void {
  const group = groups.get(key);
  if (group) group.push(value);
  else groups.set(key, [value]);
}
