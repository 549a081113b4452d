import { wordKey } from '../facts/words';
import type { KnownMentor } from './known';

/** What a mention says of a person. */
export type Said = 'name' | 'handle' | 'email';

/** The mentions of one value, counted. */
interface Table {
  /** How many give a value. */
  readonly all: Counts;
  /** How many give a value in a proposal of the same term, by the key of its title and the value. */
  readonly copies: Counts;
  /** Of the newest term before the one that is compared with, or of the newest at all where that has no date. */
  readonly before: readonly KnownMentor[];
  /** Of the same term. */
  readonly beside: readonly KnownMentor[];
}

type Counts = Map<string, number>;

/** As many as a finding shows. */
const SHOWN = 3;

/** More values of one person than anybody has had: further ones are compared with no more. */
const MOST_VALUES = 50;

/**
 * What is said of one person, grouped once for the documents of one term: each of a thousand proposals that name the
 * person is compared in a few steps, however often the person is named.
 */
export class Mentions {
  private readonly tables = new Map<Said, Table>();
  private copies: Counts | null = null;

  constructor(
    private readonly all: readonly KnownMentor[],
    /** The key of the term; empty where there is none. */
    private readonly term: string,
  ) {}

  get isEmpty(): boolean {
    return this.all.length === 0;
  }

  /**
   * Whether all stand in copies of a proposal, given by the key of its title: it stands in the drafts and in the README
   * of its term.
   */
  areCopies(titleKey: string): boolean {
    this.copies ??= countsOf(this.all.filter((each) => this.isBeside(each)).map(titleKeyOf));
    return this.all.length === (this.copies.get(titleKey) ?? 0);
  }

  /**
   * Those of the newest term up to this one that say another value than `own`, without the copies of the proposal that
   * has it, in their order; null where anybody says the same, or nobody says anything. Of many, the first three are
   * there, and those that give the first fifty values.
   */
  against(said: Said, own: string, titleKey: string): readonly KnownMentor[] | null {
    const { all, copies, beside, before } = this.table(said);
    const value = keyOf(said, own);
    if ((all.get(value) ?? 0) > (copies.get(copyKey(titleKey, value)) ?? 0)) return null;
    const others = beside.filter((each) => titleKeyOf(each) !== titleKey);
    // What has no date is older than all that has one.
    const [newer, older] = this.term === '' ? [before, others] : [others, before];
    const found = newer.length > 0 ? newer : older;
    return found.length > 0 ? found : null;
  }

  private table(said: Said): Table {
    const known = this.tables.get(said);
    if (known) return known;
    const table = this.tableOf(said);
    this.tables.set(said, table);
    return table;
  }

  private tableOf(said: Said): Table {
    const all: Counts = new Map();
    const copies: Counts = new Map();
    const beside: KnownMentor[] = [];
    let before: KnownMentor[] = [];
    for (const each of this.all) {
      if (each[said] === null) continue;
      const value = keyOf(said, each[said]);
      count(all, value);
      const term = termOf(each);
      if (this.isBeside(each)) {
        count(copies, copyKey(titleKeyOf(each), value));
        beside.push(each);
      } else if (this.term === '' || term < this.term) {
        const newest = before[0] ? termOf(before[0]) : '';
        if (term > newest) before = [each];
        else if (term === newest) before.push(each);
      }
    }
    return { all, copies, before: sampleOf(before, said), beside: sampleOf(beside, said) };
  }

  private isBeside(mention: KnownMentor): boolean {
    return termOf(mention) === this.term;
  }
}

/**
 * A part of some mentions of one term that does for all of them, in their order: without the proposals of any one title,
 * the first three are the same, and each of the first fifty values is there as long as it is among them.
 */
function sampleOf(mentions: readonly KnownMentor[], said: Said): KnownMentor[] {
  const shown: Counts = new Map();
  const titlesOf = new Map<string, Set<string>>();
  return mentions.filter((mention) => {
    const title = titleKeyOf(mention);
    // The kind of a file decides which of two spellings is offered first.
    const value = `${mention.proposal.file.kind} ${mention[said]?.toLowerCase()}`;
    const isAmongFirst = (shown.get(title) ?? (shown.size > SHOWN ? SHOWN : 0)) < SHOWN;
    if (isAmongFirst) count(shown, title);
    const titles = titlesOf.get(value) ?? new Set();
    const isNew = titles.size < 2 && !titles.has(title) && (titles.size > 0 || titlesOf.size < MOST_VALUES);
    if (isNew) titlesOf.set(value, titles.add(title));
    return isAmongFirst || isNew;
  });
}

function countsOf(values: readonly string[]): Counts {
  const counts: Counts = new Map();
  for (const value of values) count(counts, value);
  return counts;
}

function count(counts: Counts, value: string): void {
  counts.set(value, (counts.get(value) ?? 0) + 1);
}

/** What two spellings of one value have in common. */
function keyOf(said: Said, value: string): string {
  return said === 'name' ? wordKey(value) : value.toLowerCase();
}

/** Keys of titles are letters and digits alone. */
function copyKey(titleKey: string, value: string): string {
  return `${titleKey} ${value}`;
}

function titleKeyOf({ proposal }: KnownMentor): string {
  return wordKey(proposal.title);
}

function termOf({ proposal }: KnownMentor): string {
  return proposal.file.termKey;
}
