import type { Part, Span } from '../text/span';
import type { Mentor } from './proposal';

/** What we know about the current person. */
interface Entry {
  readonly name: Part | null;
  readonly handle: Part | null;
  readonly email: Part | null;
  readonly lfid: Part | null;
  readonly role: string | null;
  /** From the first part to the last. Null until there is a part. */
  readonly span: Span | null;
}

const noEntry: Entry = { name: null, handle: null, email: null, lfid: null, role: null, span: null };

/** The state of the reader within a line. */
interface Place {
  /** The number of open parentheses. */
  readonly depth: number;
  /** Whether a separator outside parentheses follows the current person's last part. */
  readonly isSeparated: boolean;
  /** Whether we are after a dash, where a role or an affiliation lasts until the next separator. */
  readonly isAside: boolean;
  /** Whether the next handle or words name an account outside GitHub. */
  readonly skipsNext: boolean;
}

/** The state of a mentor reader and the only operations that change it. */
export class EntryState {
  protected readonly mentors: Mentor[] = [];
  protected entry = noEntry;
  protected place: Place = { depth: 0, isSeparated: false, isAside: false, skipsNext: false };

  constructor(protected readonly text: string) {}

  /** Adds a part at `span` to the current person. */
  protected extend(span: Span): void {
    const { start, end } = this.entry.span ?? span;
    this.note({ span: { start: Math.min(start, span.start), end: Math.max(end, span.end) } });
    this.join();
  }

  /** Ends the current person. What follows is about another one. */
  protected flush(): void {
    const { span, ...parts } = this.entry;
    if (span && (parts.name || parts.handle || parts.email)) {
      const close = /^\s*[)）]/.exec(this.text.slice(span.end, span.end + 8))?.[0].length ?? 0;
      const opened = /[(（]/.test(this.text.slice(span.start, span.end));
      const { name, handle, email, lfid, role } = parts;
      const whole = { start: span.start, end: span.end + (opened ? close : 0) };
      this.mentors.push({ span: whole, name, handle, email, lfid, plain: false, role });
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

  /** The next part may belong to the same person or to the next one. */
  protected separate(): void {
    this.move({ isSeparated: true, isAside: false });
  }

  /** The next part belongs to the same person. */
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
