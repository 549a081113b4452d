import type { IssueAnswer, IssueFacts } from '../../core/known/known';
import type { Clock, Storage } from '../ports';
import { factsFrom, jsonIn, objectIn } from './facts';
import { setNewest } from './set-newest';

/** A cached answer. */
export interface CachedAnswer {
  readonly answer: Exclude<IssueAnswer, { is: 'unknown' }>;
  /** The tag to ask once more with, under the account that was used; not kept from run to run. */
  readonly etag: string | null;
  /** Read with an account that may see private data: never stored on disk, and removed with the account. */
  readonly isPrivate: boolean;
}

const MINUTE = 60_000;
const MAX_AGE = { open: 60 * MINUTE, closed: 12 * 60 * MINUTE, missing: 10 * MINUTE };

/** A whole year of terms has some 200 issues; the file stays well below what a client takes in one message. */
const MAX_KEPT = 500;
const MAX_REMEMBERED = 5_000;
const SAVE_PAUSE = 2_000;
const NAME = 'issues';
/** Increase this number when the stored format changes, so that no version reads another one's file. */
const VERSION = 2;

/** An answer as it is stored, unread. */
interface Stored {
  readonly source: string;
  readonly name: string;
  readonly answer: unknown;
}

/**
 * GitHub's answers by issue name; stored between runs if there is a storage. What one source has said, an API to an
 * account, counts for no other: a test server does not speak for github.com.
 */
export class AnswerCache {
  /** Of the current source, oldest answer first. */
  private readonly answers = new Map<string, CachedAnswer>();
  /** Of all other sources; of every one until there is a current one. */
  private others: Stored[] = [];
  private source: string | null = null;
  private loading: Promise<void> | null = null;
  private saving: (() => void) | null = null;
  private changes = 0;

  constructor(
    private readonly clock: Clock,
    private readonly storage: Storage | null,
    /** Where issues are, beside the public GitHub. */
    private readonly host: string,
  ) {}

  get size(): number {
    return this.answers.size;
  }

  /** A number that changes with the answers. */
  get revision(): number {
    return this.changes;
  }

  get(name: string): CachedAnswer | null {
    return this.answers.get(name) ?? null;
  }

  /** Whether there is an answer that is recent enough. */
  isFresh(name: string): boolean {
    const answer = this.answers.get(name)?.answer;
    if (!answer) return false;
    const age = this.clock.now() - answer.asOf;
    return age >= 0 && age < MAX_AGE[answer.is === 'known' ? answer.facts.state : 'missing'];
  }

  set(name: string, answers: CachedAnswer): void {
    this.changes++;
    setNewest(this.answers, name, answers, MAX_REMEMBERED);
    this.saveSoon();
  }

  /** An answer holds still. */
  renew(name: string): void {
    const answers = this.answers.get(name);
    if (answers) this.set(name, { ...answers, answer: { ...answers.answer, asOf: this.clock.now() } });
  }

  /** From now on only the answers of this source count; null for one that is unknown, and stored by nobody. */
  use(source: string | null): void {
    if (source !== null && source === this.source) return;
    this.others = [...this.others, ...this.lasting()].slice(-MAX_REMEMBERED);
    this.changes++;
    this.answers.clear();
    this.source = source;
    this.takeOwn();
  }

  /** Removes what only the account was allowed to see. */
  forgetAccount(): void {
    this.changes++;
    for (const [name, answers] of this.answers) {
      if (answers.isPrivate) this.answers.delete(name);
      else this.answers.set(name, { ...answers, etag: null });
    }
  }

  /** Loads the answers of an earlier run, once. True if there were any. Never rejects. */
  async load(): Promise<void> {
    // Without a cache a run costs only some requests.
    this.loading ??= this.read().catch(() => {});
    await this.loading;
  }

  /** Writes changed answers to the storage now. Never rejects. */
  async save(): Promise<void> {
    if (!this.storage || !this.saving) return;
    this.saving();
    this.saving = null;
    await this.loading;
    const issues = [...this.others, ...this.lasting()].slice(-MAX_KEPT);
    await this.storage.write(NAME, JSON.stringify({ version: VERSION, issues })).catch(() => {});
  }

  private saveSoon(): void {
    if (!this.storage || this.saving) return;
    this.saving = this.clock.after(SAVE_PAUSE, () => void this.save());
  }

  private async read(): Promise<void> {
    const { version, issues } = objectIn(jsonIn((await this.storage?.read(NAME)) ?? ''));
    if (version !== VERSION || !Array.isArray(issues)) return;
    const stored = issues.slice(-MAX_KEPT).flatMap((each): Stored[] => {
      const { source, name, answer } = objectIn(each);
      return typeof source === 'string' && typeof name === 'string' ? [{ source, name, answer }] : [];
    });
    this.others = [...stored, ...this.others];
    this.takeOwn();
  }

  /** What may be stored of the current source's answers. */
  private lasting(): Stored[] {
    const { source } = this;
    if (source === null) return [];
    return [...this.answers].flatMap(([name, { answer, isPrivate }]) => (isPrivate ? [] : { source, name, answer }));
  }

  /** Moves the current source's answers to where they count. */
  private takeOwn(): void {
    this.changes++;
    const own = this.others.filter(({ source }) => source === this.source);
    this.others = this.others.filter(({ source }) => source !== this.source);
    for (const { name, answer } of own) {
      const read = answerIn(answer, this.clock.now(), this.host);
      // Answers that arrived in the meantime are newer.
      if (read && !this.answers.has(name)) this.answers.set(name, { answer: read, etag: null, isPrivate: false });
    }
  }
}

/** Anybody may have written the file, so we check it like an answer from GitHub. */
function answerIn(value: unknown, now: number, host: string): CachedAnswer['answer'] | null {
  const { is, asOf, certain, facts } = objectIn(value);
  if (typeof asOf !== 'number' || !(asOf <= now)) return null;
  if (is === 'missing') return { is, certain: certain === true, asOf };
  const known = is === 'known' ? factsIn(objectIn(facts), host) : null;
  return known && { is: 'known', facts: known, asOf };
}

function factsIn(facts: Record<string, unknown>, host: string): IssueFacts | null {
  const { state, merged, createdAt, updatedAt, closedAt } = facts;
  const iso = (time: unknown) =>
    Number.isSafeInteger(time) && Math.abs(Number(time)) < 8e15 ? new Date(Number(time)).toISOString() : null;
  const raw = {
    url: facts.url,
    title: facts.title,
    state: state === 'open' || state === 'closed' ? state : null,
    stateReason: facts.stateReason,
    draft: facts.draft,
    merged: merged === true,
    author: facts.author,
    createdAt: iso(createdAt),
    updatedAt: iso(updatedAt),
    closedAt: iso(closedAt),
    labels: facts.labels,
    assignees: facts.assignees,
    milestone: facts.milestone,
    comments: facts.comments,
    body: facts.body,
  } as const;
  return factsFrom(raw, host);
}

/** Whether two answers differ in nothing but their time. */
export function sameAnswer(a: CachedAnswer, b: CachedAnswer): boolean {
  return JSON.stringify({ ...a.answer, asOf: 0 }) === JSON.stringify({ ...b.answer, asOf: 0 });
}
