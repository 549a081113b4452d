import { isGitHubHandle } from '../facts/mentors';
import type { Part, Span } from '../text/span';
import { pipedMentor, plainMentor } from './mentor-line';
import { EntryState } from './mentor-state';
import { beginsPerson, Kind, looksLikeName, type Token, tokensOf, withoutBracket } from './mentor-token';
import type { Mentor } from './proposal';

/**
 * The people that `spans` of `text` name, in order. Each span is a line of a mentors field without list marker and
 * label.
 *
 * Accepts `Name (@handle, email)` and its common variants: several people per line, links instead of handles, no
 * parentheses, no `@`, handle before name, obfuscated addresses, one part per line. Never throws.
 */
export function mentorsIn(text: string, spans: readonly Span[]): Mentor[] {
  const reader = new EntryReader(text);
  for (const span of spans) reader.line(span);
  return reader.done();
}

/** Words for a person's role, which are not part of a name. */
const roleWord =
  /^(?:primary|secondary|lead|co-?lead|backup|main|adjunct|mentor|co-?mentor|mentors|mentee|new|additional)$/i;

/** No proposal has more mentors. Any further text in the field is something else. */
const MOST = 1_000;

class EntryReader extends EntryState {
  line(span: Span): void {
    if (this.mentors.length >= MOST) return;
    // A longer line has more than one entry, and the lookahead in the pattern would be slow.
    const short = span.end - span.start <= 160;
    const whole = short ? (plainMentor(this.text, span) ?? pipedMentor(this.text, span)) : null;
    if (whole) {
      this.flush();
      this.mentors.push(whole);
      return;
    }
    const tokens = tokensOf(this.text, span);
    // A line with only one part ("GitHub: @ada") continues the person of the previous line.
    if (tokens[0]?.kind !== Kind.Key) this.flush();
    this.join();
    for (let i = 0; i < tokens.length && this.mentors.length < MOST; i++) i = this.take(tokens, i);
    this.endLine();
  }

  done(): Mentor[] {
    this.flush();
    return this.mentors;
  }

  /** Reads the token at `i` and the words that belong to it. Returns the index of the last token it has read. */
  private take(tokens: readonly Token[], i: number): number {
    const token = tokens[i];
    if (!token) return i;
    switch (token.kind) {
      case Kind.Open:
        this.openBracket();
        return i;
      case Kind.Close:
        this.closeBracket();
        return i;
      case Kind.Separator:
        if (this.place.depth === 0) {
          this.separate();
          // A comma may be inside an entry, these separators are always between two.
          if (/^(?:[;；&]|and)$/i.test(token.text)) this.flush();
        } else if ((this.entry.handle || this.entry.email) && beginsPerson(tokens, i + 1)) {
          this.leaveBrackets();
          this.flush();
        }
        return i;
      case Kind.Dash:
        if (this.place.depth === 0 && this.entry.name) this.startAside();
        return i;
      case Kind.Key:
        this.expect(/slack|linkedin|twitter/i.test(token.text) ? 'other-account' : 'any');
        return i;
      case Kind.Handle:
        if (this.place.skipsNext) this.expect('any');
        else if (this.isNameBehindAt(tokens, i)) return lastWordFrom(tokens, i + 1);
        else this.takeHandle({ text: token.text, span: token.span }, token.span);
        return i;
      case Kind.Email:
        this.takeEmail({ text: token.text, span: token.span }, token.span);
        return i;
      case Kind.Lfid:
        if (!this.entry.lfid) this.note({ lfid: { text: token.text, span: token.span } });
        this.extend(token.span);
        return i;
      case Kind.Name:
        this.takeLink(token);
        return i;
      case Kind.Word:
        return this.takeWords(tokens, i);
    }
  }

  /** "(@Ada Example, ada@…)": here the `@` is before two capitalized words, so the first word is not a handle. */
  private isNameBehindAt(tokens: readonly Token[], i: number): boolean {
    const next = tokens[i + 1];
    const isName = /^\p{Lu}\p{Ll}/u;
    return (
      this.place.depth > 0 &&
      tokens[i - 1]?.kind === Kind.Open &&
      next?.kind === Kind.Word &&
      isName.test(tokens[i]?.text ?? '') &&
      isName.test(next.text)
    );
  }

  private takeHandle(handle: Part, span: Span): void {
    if (this.entry.handle && this.entry.handle.text.toLowerCase() === handle.text.toLowerCase()) {
      this.extend(span);
      return;
    }
    if (this.entry.handle && this.place.depth === 0) this.flush();
    if (!this.entry.handle) this.note({ handle });
    this.extend(span);
  }

  private takeEmail(email: Part, span: Span): void {
    if (this.entry.email && this.entry.email.text.toLowerCase() === email.text.toLowerCase()) return;
    if (this.entry.email && this.place.depth === 0) this.flush();
    if (!this.entry.email) this.note({ email });
    this.extend(span);
  }

  /** A link to a profile. Its text is the name or repeats the handle. */
  private takeLink(token: Token): void {
    const { handle, email } = token;
    const isHandle = handle !== undefined && (token.text === '' || sameHandle(token.text, handle.text));
    if (isHandle && this.entry.name && !this.entry.handle) {
      this.note({ handle });
      this.extend(token.span);
      return;
    }
    if (
      this.place.depth === 0 &&
      (this.entry.handle || this.entry.email || (this.entry.name && (this.place.isSeparated || token.text !== '')))
    ) {
      // After `Name (…)`, a link is a new person. After a bare handle, it may still provide the name.
      if (this.entry.name || isHandle) this.flush();
    }
    if (token.text !== '' && !this.entry.name) this.note({ name: namePart(this.text, token, handle) });
    if (handle && !this.entry.handle) this.note({ handle });
    if (email && !this.entry.email) this.note({ email });
    this.extend(token.span);
  }

  private takeWords(tokens: readonly Token[], from: number): number {
    const first = tokens[from];
    // "Adjunct: Ada Example": a word with a colon before a name is a role.
    const next = tokens[from + 1]?.kind;
    if (first?.colon && !this.entry.name && (next === Kind.Word || next === Kind.Name)) return from;
    const to = lastWordFrom(tokens, from);
    const last = tokens[to];
    if (!first || !last) return to;
    const span = { start: first.span.start, end: last.span.end };
    const words = this.text.slice(span.start, span.end);
    if (this.place.skipsNext) {
      this.expect('any');
      return to;
    }
    // "GitHub: ada-example": after such a word, a handle needs no `@`.
    const key = tokens[from - 1];
    if (key?.kind === Kind.Key && from === to && /git|gh|handle/i.test(key.text) && isGitHubHandle(words)) {
      this.takeHandle({ text: words, span }, span);
      return to;
    }
    if (this.place.depth > 0) {
      // "Ada Example (Ada Lovelace) (@ada)": brackets before the brackets of the entry contain another name.
      const bracketed =
        tokens[from - 1]?.kind === Kind.Open &&
        tokens[to + 1]?.kind === Kind.Close &&
        tokens[to + 2]?.kind === Kind.Open;
      if (bracketed && this.entry.name && !this.entry.handle && !this.entry.email && !roleWord.test(words)) {
        this.extendName(tokens[to + 1]?.span.end ?? span.end);
        return to;
      }
      if (roleWord.test(words)) this.note({ role: words });
      else if (!this.entry.name && !this.entry.handle && !this.entry.email && looksLikeName(words) && from < to)
        this.startName(words, span);
      else if (from === to && this.entry.name && !this.entry.handle && this.isBareHandle(tokens, from))
        this.takeHandle({ text: words, span }, span);
      return to;
    }
    if (roleWord.test(words)) {
      if (this.entry.name) this.note({ role: words });
      return to;
    }
    if (this.place.isAside) return to;
    if (
      this.entry.name &&
      !this.entry.handle &&
      !this.entry.email &&
      (!this.place.isSeparated || this.isSurnameFirst(tokens, from, to))
    ) {
      // A name continues after a token of another kind ("Ada “Al” Example").
      this.extendName(span.end);
      return to;
    }
    if (this.entry.name) {
      const next = tokens[to + 1];
      // A single last word outside parentheses is a handle without `@` ("Ada Example, ada-x, a@x.org").
      if (
        !this.entry.handle &&
        from === to &&
        this.place.isSeparated &&
        next?.kind === Kind.Separator &&
        tokens[to + 2]?.kind === Kind.Email &&
        isGitHubHandle(words)
      ) {
        this.takeHandle({ text: words, span }, span);
        return to;
      }
      if (!this.place.isSeparated && (this.entry.handle || this.entry.email) && !looksLikeName(words)) return to;
      this.flush();
    }
    this.startName(words, span);
    return to;
  }

  private startName(words: string, span: Span): void {
    this.note({ name: { text: words, span } });
    this.extend(span);
  }

  /** "Example, Ada (@ada, …)": one word, a comma and one word before the only brackets in the line. */
  private isSurnameFirst(tokens: readonly Token[], from: number, to: number): boolean {
    if (from !== 2 || to !== 2 || tokens[1]?.text !== ',' || tokens[3]?.kind !== Kind.Open) return false;
    return (
      tokens[0]?.span.start === this.entry.name?.span.start &&
      tokens.filter(({ kind }) => kind === Kind.Open).length === 1
    );
  }

  /** Inside parentheses, a single word before a comma, an address or the closing bracket is a handle without `@`. */
  private isBareHandle(tokens: readonly Token[], i: number): boolean {
    const word = tokens[i]?.text ?? '';
    const before = tokens[i - 1]?.kind;
    const after = tokens[i + 1]?.kind;
    if (!isGitHubHandle(word) || (before !== Kind.Open && before !== Kind.Key)) return false;
    return after === Kind.Separator || after === Kind.Email || (after === Kind.Close && !/^[A-Z]/.test(word));
  }

  private extendName(end: number): void {
    const start = this.entry.name?.span.start ?? end;
    this.note({ name: { text: this.text.slice(start, end), span: { start, end } } });
    this.extend({ start, end });
  }
}

/** The index of the last word in the run of words that starts at `from`. */
function lastWordFrom(tokens: readonly Token[], from: number): number {
  let to = from;
  while (tokens[to + 1]?.kind === Kind.Word) to++;
  return to;
}

function namePart(text: string, token: Token, handle: Part | undefined): Part | null {
  const marked = /^[@＠]/.test(token.text);
  if (marked && handle && !/\s/.test(token.text)) return null;
  const start = token.span.start + (marked ? 2 : 1);
  const inner = withoutBracket(token.text.slice(marked ? 1 : 0));
  return { text: text.slice(start, start + inner.length), span: { start, end: start + inner.length } };
}

function sameHandle(label: string, handle: string): boolean {
  return (
    label.replace(/^[@＠]\s?/, '').toLowerCase() === handle.toLowerCase() &&
    (label.startsWith('@') || label.startsWith('＠'))
  );
}
