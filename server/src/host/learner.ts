import { issueName } from '../core/facts/issues';
import type { IssueAnswer, IssueKey } from '../core/known/known';
import type { Clock, GitHub } from './ports';

/** How long an answer holds before GitHub is asked again, in milliseconds. */
const HOLDS = { known: 60 * 60_000, missing: 10 * 60_000, unknown: 30_000 };

interface Learned {
  readonly answer: IssueAnswer;
  readonly until: number;
}

/** Keeps what is known about issues, and asks GitHub for what is not: each issue once at a time, however many want it. */
export class Learner {
  private readonly learned = new Map<string, Learned>();
  private readonly inFlight = new Map<string, Promise<void>>();

  constructor(
    private readonly github: GitHub,
    private readonly clock: Clock,
    /** Called where an answer tells something new. */
    private readonly onLearnt: () => void = () => {},
  ) {}

  /** Whether any question has been answered. */
  get hasAnswers(): boolean {
    return this.learned.size > 0;
  }

  /** What is known at this moment; an answer that has grown old is better than none. */
  issue(key: IssueKey): IssueAnswer {
    const name = issueName(key);
    const why = this.inFlight.has(name) ? 'GitHub has not answered yet.' : null;
    return this.learned.get(name)?.answer ?? { is: 'unknown', why };
  }

  /** Whether GitHub would have to be asked about the issue. */
  isOpenQuestion(key: IssueKey): boolean {
    const learned = this.learned.get(issueName(key));
    return !learned || learned.until <= this.clock.now();
  }

  /** Done when every open question among `keys` has been answered in some way. Never rejects. */
  async learn(keys: readonly IssueKey[]): Promise<void> {
    await Promise.all(keys.filter((key) => this.isOpenQuestion(key)).map((key) => this.askOnce(key)));
  }

  private askOnce(key: IssueKey): Promise<void> {
    const name = issueName(key);
    const running = this.inFlight.get(name);
    if (running) return running;
    const asked = this.ask(key).finally(() => this.inFlight.delete(name));
    this.inFlight.set(name, asked);
    return asked;
  }

  private async ask(key: IssueKey): Promise<void> {
    const answer = await this.github.issue(key);
    const name = issueName(key);
    const before = this.learned.get(name)?.answer;
    // A failed request takes nothing away from what was known.
    const kept = answer.is === 'unknown' && before && before.is !== 'unknown' ? before : answer;
    const isNews = kept.is !== 'unknown' && kept !== before;
    this.learned.set(name, { answer: kept, until: this.clock.now() + HOLDS[answer.is] });
    if (isNews) this.onLearnt();
  }
}
