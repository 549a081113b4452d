import { wordKey } from '../facts/words';
import type { KnownMentor, KnownProposal } from './known';

/** The parts of a mention that can contradict another one. */
export type Said = 'name' | 'handle' | 'email';

/** The mentions that give one part, counted by value. */
interface Table {
  /** The number of mentions per value. */
  readonly all: Counts;
  /** The number of mentions per proposal title and value, in the same term. */
  readonly copies: Counts;
  /** Mentions from the newest earlier term. If the document has no term, from the newest term of all. */
  readonly before: readonly KnownMentor[];
  /** Mentions from the same term. */
  readonly beside: readonly KnownMentor[];
}

type Counts = Map<string, number>;

/** The number that a finding shows. */
const SHOWN = 3;

/** How many mentions are compared before all are counted. */
const LOOKED_AT = 8;

/** Nobody has more values than this. Further ones are ignored. */
const MOST_VALUES = 50;

/**
 * All mentions of a person, grouped once for the documents of a term. Checking one proposal is then fast, even if the
 * person has a thousand.
 */
export class Mentions {
  private readonly tables = new Map<Said, Table>();
  private copies: Counts | null = null;

  constructor(
    private readonly all: readonly KnownMentor[],
    /** See `termSortKey`. Empty without a term. */
    private readonly term: string,
  ) {}

  get isEmpty(): boolean {
    return this.all.length === 0;
  }

  /**
   * Whether all mentions are in copies of one proposal, because the drafts and the README of a term both contain it.
   * `titleKey` is the `wordKey` of its title.
   */
  areCopies(titleKey: string): boolean {
    // Mostly one of the first is none, and nothing has to be counted.
    if (!this.all.slice(0, LOOKED_AT).every((each) => this.isCopy(each, titleKey))) return false;
    this.copies ??= countsOf(this.all.filter((each) => this.isBeside(each)).map(titleKeyOf));
    return this.all.length === (this.copies.get(titleKey) ?? 0);
  }

  /**
   * The mentions with another value than `own`, from the newest term up to this one, without copies of the same
   * proposal. Null if any mention agrees or none has a value. A long list is shortened to the first three mentions and
   * those with the first fifty values.
   */
  against(said: Said, own: string, titleKey: string): readonly KnownMentor[] | null {
    // Mostly one of the first agrees, and nothing has to be counted.
    if (this.all.slice(0, LOOKED_AT).some((each) => each[said] === own && !this.isCopy(each, titleKey))) return null;
    const { all, copies, beside, before } = this.table(said);
    const value = keyOf(said, own);
    if ((all.get(value) ?? 0) > (copies.get(copyKey(titleKey, value)) ?? 0)) return null;
    const others = beside.filter((each) => titleKeyOf(each) !== titleKey);
    // Files without a term count as older than all others.
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

  private isCopy(mention: KnownMentor, titleKey: string): boolean {
    return this.isBeside(mention) && titleKeyOf(mention) === titleKey;
  }

  private isBeside(mention: KnownMentor): boolean {
    return termOf(mention) === this.term;
  }
}

/**
 * A sample of `mentions`, all of one term, in the same order. Whichever title is left out, the sample has the same
 * first three mentions and the same first fifty values as the whole list.
 */
function sampleOf(mentions: readonly KnownMentor[], said: Said): KnownMentor[] {
  const shown: Counts = new Map();
  const titlesOf = new Map<string, Set<string>>();
  return mentions.filter((mention) => {
    const title = titleKeyOf(mention);
    // The kind of the file decides which of two spellings is suggested first.
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

/** Equal for different spellings of a value. */
function keyOf(said: Said, value: string): string {
  return said === 'name' ? wordKey(value) : value.toLowerCase();
}

/** Cannot be ambiguous, because title keys contain no spaces. */
function copyKey(titleKey: string, value: string): string {
  return `${titleKey} ${value}`;
}

function titleKeyOf({ proposal }: KnownMentor): string {
  const key = titleKeys.get(proposal) ?? wordKey(proposal.title);
  titleKeys.set(proposal, key);
  return key;
}

/** Of proposals in other files, which are asked for once for each document and each of their mentors. */
const titleKeys = new WeakMap<KnownProposal, string>();

function termOf({ proposal }: KnownMentor): string {
  return proposal.file.termKey;
}
