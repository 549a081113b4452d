import type { Part, Span } from '../text/span';
import type { Mentor } from './proposal';

/** What is known of the person who is being read. */
interface Entry {
  readonly name: Part | null;
  readonly handle: Part | null;
  readonly email: Part | null;
  readonly role: string | null;
  /** From the first part to the last; null before there is one. */
  readonly span: Span | null;
}

const noEntry: Entry = { name: null, handle: null, email: null, role: null, span: null };

/** Where the reader is in its line. */
interface Place {
  /** How many parentheses are open. */
  readonly depth: number;
  /** Whether a separator stood, outside parentheses, since the current person's last part. */
  readonly isSeparated: boolean;
  /** Behind a dash stands a role or an affiliation, until the next separator. */
  readonly isAside: boolean;
  /** Whether the next handle or words name an account that is not on GitHub. */
  readonly skipsNext: boolean;
}

/** What a reader of mentors has read so far, and the only ways in which that changes. */
export class EntryState {
  protected readonly mentors: Mentor[] = [];
  protected entry = noEntry;
  protected place: Place = { depth: 0, isSeparated: false, isAside: false, skipsNext: false };

  constructor(protected readonly text: string) {}

  /** The person has one more part, at `span`. */
  protected extend(span: Span): void {
    const { start, end } = this.entry.span ?? span;
    this.note({ span: { start: Math.min(start, span.start), end: Math.max(end, span.end) } });
    this.join();
  }

  /** The person ends here; what follows is about another one. */
  protected flush(): void {
    const { span, ...parts } = this.entry;
    if (span && (parts.name || parts.handle || parts.email)) {
      const close = /^\s*[)）]/.exec(this.text.slice(span.end, span.end + 8))?.[0].length ?? 0;
      const opened = /[(（]/.test(this.text.slice(span.start, span.end));
      const { name, handle, email, role } = parts;
      const whole = { start: span.start, end: span.end + (opened ? close : 0) };
      this.mentors.push({ span: whole, name, handle, email, plain: false, role });
    }
    this.entry = noEntry;
    this.move({ isSeparated: false, isAside: false });
  }

  protected note(more: Partial<Entry>): void {
    this.entry = { ...this.entry, ...more };
  }

  private move(change: Partial<Place>): void {
    this.place = { ...this.place, ...change };
  }

  protected openBracket(): void {
    this.move({ depth: this.place.depth + 1 });
  }

  protected closeBracket(): void {
    this.move({ depth: Math.max(0, this.place.depth - 1) });
  }

  protected leaveBrackets(): void {
    this.move({ depth: 0 });
  }

  /** What follows a separator may be about the same person or the next. */
  protected separate(): void {
    this.move({ isSeparated: true, isAside: false });
  }

  /** What follows belongs to the same person. */
  protected join(): void {
    this.move({ isSeparated: false });
  }

  protected startAside(): void {
    this.move({ isAside: true });
  }

  protected expect(next: 'any' | 'other-account'): void {
    this.move({ skipsNext: next === 'other-account' });
  }

  protected endLine(): void {
    this.move({ depth: 0, isAside: false });
  }
}
