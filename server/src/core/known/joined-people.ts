import type { KnownMentor, Person } from './known';
import { nameKey, peopleOf, withMore } from './people';

/** Finds the entries that are there now. */
export interface Entries {
  withHandle(handle: string): readonly KnownMentor[];
  withEmail(email: string): readonly KnownMentor[];
  /** See `nameKey`. */
  withNameKey(key: string): readonly KnownMentor[];
}

/**
 * The people of entries that come and go, grouped as by `peopleOf`. Which people an entry changes is decided by those
 * that share a handle, an address or a name in a project with it, directly or through others. Only these are grouped
 * again, and not before somebody asks.
 */
export class JoinedPeople {
  private readonly people = new Set<Person>();
  private readonly personOf = new Map<KnownMentor, Person>();
  /** Entries that have come or gone since. */
  private readonly touched = new Set<KnownMentor>();
  private list: readonly Person[] | null = null;

  constructor(private readonly entries: Entries) {}

  /** Call it when `entries` finds them. */
  add(mentors: readonly KnownMentor[]): void {
    for (const mentor of mentors) this.touched.add(mentor);
  }

  /** Call it when `entries` no longer finds them. */
  remove(mentors: readonly KnownMentor[]): void {
    for (const mentor of mentors) {
      this.touched.add(mentor);
      this.forget(mentor);
    }
  }

  /** The same list until an entry comes or goes. */
  get all(): readonly Person[] {
    for (const _ of this.join());
    this.list ??= [...this.people];
    return this.list;
  }

  /** Groups what has changed. Yields after everyone, so that it can run in the background while entries come and go. */
  *join(): Generator<void, void> {
    for (const mentor of this.touched) {
      const group = this.connectedTo(mentor);
      for (const each of group) this.forget(each);
      for (const each of [mentor, ...group]) this.touched.delete(each);
      for (const person of peopleOf([...group])) {
        this.people.add(person);
        for (const each of person.mentions) this.personOf.set(each, person);
      }
      this.list = null;
      yield;
    }
  }

  /** These people merged with others, whose entries are not among these. */
  and(others: readonly Person[]): readonly Person[] {
    const { all } = this;
    if (others.length === 0) return all;
    const more = new Map<Person, KnownMentor[]>();
    const strangers: Person[] = [];
    const accounts = new Map<Person, string>();
    for (const person of others) {
      const same = this.same(person);
      const account = person.handle?.toLowerCase();
      const other = same && accounts.get(same);
      if (!same || (account !== undefined && other !== undefined && other !== account)) {
        strangers.push(person);
        continue;
      }
      if (account !== undefined) accounts.set(same, account);
      more.set(same, [...(more.get(same) ?? []), ...person.mentions]);
    }
    return [...withMore(all, more), ...strangers];
  }

  private same({ handle, mentions }: Person): Person | null {
    const [account] = handle === null ? [] : this.entries.withHandle(handle);
    const own = account && this.personOf.get(account);
    if (own) return own;
    for (const mention of mentions) {
      const owner = this.ownerOf(mention);
      // Two accounts are two people, even if they share a name or an address.
      if (owner && (handle === null || owner.handle === null)) return owner;
    }
    return null;
  }

  private ownerOf(mention: KnownMentor): Person | null {
    const { email, name } = mention;
    const addressed = email === null ? [] : this.entries.withEmail(email);
    if (addressed.length > 0) return this.onlyOf(addressed);
    return name === null ? null : this.onlyOf(this.entries.withNameKey(nameKey(mention) ?? ''));
  }

  /** The person of all these entries. Null if there are several. */
  private onlyOf(mentors: readonly KnownMentor[]): Person | null {
    const person = mentors[0] && this.personOf.get(mentors[0]);
    return person && mentors.every((each) => this.personOf.get(each) === person) ? person : null;
  }

  private connectedTo(start: KnownMentor): ReadonlySet<KnownMentor> {
    const found = new Set<KnownMentor>();
    const asked = new Set<readonly KnownMentor[]>();
    const look = (list: readonly KnownMentor[]) => {
      // The entries of somebody all lead to the same lists.
      if (asked.has(list)) return;
      asked.add(list);
      for (const each of list) found.add(each);
    };
    const follow = (mentor: KnownMentor) => {
      const { handle, email } = mentor;
      const name = nameKey(mentor);
      if (handle !== null) look(this.entries.withHandle(handle));
      if (email !== null) look(this.entries.withEmail(email));
      if (name !== null) look(this.entries.withNameKey(name));
    };
    follow(start);
    for (const mentor of found) follow(mentor);
    return found;
  }

  private forget(mentor: KnownMentor): void {
    const person = this.personOf.get(mentor);
    if (!person) return;
    this.people.delete(person);
    this.list = null;
    for (const each of person.mentions) {
      this.personOf.delete(each);
      this.touched.add(each);
    }
  }
}
