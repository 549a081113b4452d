import { wordKey } from '../facts/words';
import { type KnownMentor, newestFirst, type Person } from './known';

/**
 * Groups mentor entries by person. Entries with the same handle (ignoring case) are one person. An entry without a
 * handle belongs to the only person with its e-mail address, otherwise to the only person with its name in the same
 * project, otherwise to a new person. Contradictory values are all kept.
 */
export function peopleOf(mentors: readonly KnownMentor[]): readonly Person[] {
  const accounts = new Map<string, KnownMentor[]>();
  const loose: KnownMentor[] = [];
  for (const mentor of mentors) {
    if (mentor.handle === null) loose.push(mentor);
    else addOne(accounts, mentor.handle.toLowerCase(), mentor);
  }
  return withLoose([...accounts.values()].map(personOf), loose);
}

/** The person without some of the mentions. Null if none are left. */
export function withoutMentions(person: Person, isLeftOut: (mention: KnownMentor) => boolean): Person | null {
  const mentions = person.mentions.filter((mention) => !isLeftOut(mention));
  if (mentions.length === person.mentions.length) return person;
  return mentions.length === 0 ? null : personOf(mentions);
}

function withLoose(named: readonly Person[], loose: readonly KnownMentor[]): readonly Person[] {
  // Entries with an address come first, because they can own entries that have only a name.
  const addressed = joined(
    named,
    loose.filter(({ email }) => email !== null),
    ({ email }) => email?.toLowerCase() ?? '',
  );
  return joined(
    addressed,
    loose.filter(({ email }) => email === null),
    (mentor) => nameKey(mentor) ?? '',
  );
}

/** Adds each entry to the person it belongs to. The rest become new people, one per key. */
function joined(
  people: readonly Person[],
  loose: readonly KnownMentor[],
  keyOf: (mentor: KnownMentor) => string,
): readonly Person[] {
  if (loose.length === 0) return people;
  const owners = new Owners(people);
  const more = new Map<Person, KnownMentor[]>();
  const strangers = new Map<string, KnownMentor[]>();
  for (const mentor of loose) {
    const owner = owners.ofMention(mentor);
    if (owner) addOne(more, owner, mentor);
    else if (mentor.email !== null || mentor.name !== null) addOne(strangers, keyOf(mentor), mentor);
  }
  return [...withMore(people, more), ...[...strangers.values()].map(personOf)];
}

/** Each of these people with the additional mentions that there are of them. */
export function withMore(
  people: readonly Person[],
  more: ReadonlyMap<Person, readonly KnownMentor[]>,
): readonly Person[] {
  return people.map((person) => {
    const mentions = more.get(person);
    return mentions ? personWith(person, mentions) : person;
  });
}

/** Who owns an e-mail address or a name within a project. Null if several people share it. */
class Owners {
  private readonly byEmail = new Map<string, Person | null>();
  private readonly byName = new Map<string, Person | null>();

  constructor(people: readonly Person[]) {
    for (const person of people) {
      for (const mention of person.mentions) {
        const name = nameKey(mention);
        if (mention.email !== null) own(this.byEmail, mention.email.toLowerCase(), person);
        if (name !== null) own(this.byName, name, person);
      }
    }
  }

  ofMention(mention: KnownMentor): Person | null {
    const { email } = mention;
    const owner = email === null ? undefined : this.byEmail.get(email.toLowerCase());
    if (owner !== undefined) return owner;
    const name = nameKey(mention);
    return name === null ? null : (this.byName.get(name) ?? null);
  }
}

function own(table: Map<string, Person | null>, key: string, person: Person): void {
  const other = table.get(key);
  if (other === person) return;
  table.set(key, other === undefined ? person : null);
}

/** A name within its project, or within its file if there is no project. Null without a name. */
export function nameKey({ name, proposal: { project, file } }: KnownMentor): string | null {
  return name === null ? null : `${wordKey(name)} ${project ? project.key : file.path}`;
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

/** Mentions of one age have an order, too, so that it does not matter which file was read first. */
function byAge(a: KnownMentor, b: KnownMentor): number {
  const [own, other] = [a.proposal.file, b.proposal.file];
  if (own === other) return a.span.start - b.span.start;
  return newestFirst(own, other) || (own.uri < other.uri ? -1 : 1);
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

function addOne<K, V>(groups: Map<K, V[]>, key: K, value: V): void {
  const group = groups.get(key);
  if (group) group.push(value);
  else groups.set(key, [value]);
}
