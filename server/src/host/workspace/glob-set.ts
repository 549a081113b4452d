import { expanded, type Token, tokensOf } from './glob';

/** Limits of a list: the number of globs, the length of each, and the number of their tokens together. */
export const MOST_GLOBS = 200;
export const LONGEST_GLOB = 1_000;
const MOST_CHOICES = 1_000;
const MOST_STATES = 20_000;

/** The number of letters that are cached. More letters cost time, not memory. */
const MOST_LETTERS = 256;

const SLASH = '/'.charCodeAt(0);

/**
 * Matches a path against several globs at once with the Shift-And algorithm: each token is a bit, and each letter of
 * the path moves all bits. There is no backtracking, so the time is tokens times letters, divided by 32.
 */
export class GlobSet {
  private readonly words: number;
  /** The bits before the first and after the last token of each glob. */
  private readonly first: Int32Array;
  private readonly last: Int32Array;
  /**
   * States that stay on any letter of a path segment, that stay on any letter, and that return at the start of each
   * segment.
   */
  private readonly star: Int32Array;
  private readonly anything: Int32Array;
  private readonly parts: Int32Array;
  /** States that any letter but a slash leads to. */
  private readonly any: Int32Array;
  private readonly classes: { readonly state: number; readonly token: Extract<Token, { is: 'class' }> }[] = [];
  private readonly letters = new Map<number, number[]>();
  private readonly masks = new Map<number, Int32Array>();

  private constructor(globs: readonly (readonly Token[])[], states: number) {
    this.words = Math.ceil(states / 32);
    const bits = () => new Int32Array(this.words);
    [this.first, this.last, this.star] = [bits(), bits(), bits()];
    [this.anything, this.parts, this.any] = [bits(), bits(), bits()];
    let state = 0;
    for (const tokens of globs) {
      set(this.first, state);
      for (const token of tokens) state = this.place(token, state);
      set(this.last, state++);
    }
  }

  /** Returns the predicate of a sentence if there are too many globs, or they are too long or too expensive. */
  static of(globs: readonly string[]): GlobSet | string {
    if (globs.length > MOST_GLOBS) return `takes at most ${MOST_GLOBS} patterns`;
    const all: (readonly Token[])[] = [];
    let states = 0;
    for (const glob of globs) {
      if (glob.length > LONGEST_GLOB) return `has a pattern longer than ${LONGEST_GLOB} characters`;
      const choices = expanded(glob, MOST_CHOICES - all.length);
      if (!choices) return tooMuch;
      for (const choice of choices) {
        const tokens = tokensOf(withoutRest(choice));
        states += tokens.length + 1;
        if (states > MOST_STATES) return tooMuch;
        all.push(tokens);
      }
    }
    return new GlobSet(all, states);
  }

  /** Whether a glob matches this path or a folder that contains it. The separator is `/`. */
  matches(path: string): boolean {
    const { words, last, star, anything, parts } = this;
    const active = this.first.slice();
    const back = new Int32Array(words);
    for (let at = 0; at < path.length; at++) {
      const letter = path.charCodeAt(at);
      const isSlash = letter === SLASH;
      if (isSlash && at > 0 && meet(active, last)) return true;
      const mask = this.maskOf(letter);
      let carry = 0;
      let alive = 0;
      for (let word = 0; word < words; word++) {
        const now = active[word] ?? 0;
        const returns = (back[word] ?? 0) | (now & (parts[word] ?? 0));
        back[word] = returns;
        const stays = (anything[word] ?? 0) | (isSlash ? 0 : (star[word] ?? 0));
        const moved = ((now << 1) | carry) & (mask[word] ?? 0);
        carry = now >>> 31;
        const next = moved | (now & stays) | (isSlash ? returns : 0);
        active[word] = next;
        alive |= next | returns;
      }
      if (alive === 0) return false;
    }
    return meet(active, last);
  }

  /** Adds a token after a state. Returns the state after the token. */
  private place(token: Token, state: number): number {
    if (token.is === 'star' || token.is === 'anything' || token.is === 'parts') {
      set(this[token.is], state);
      return state;
    }
    const next = state + 1;
    if (token.is === 'any') set(this.any, next);
    else if (token.is === 'class') this.classes.push({ state: next, token });
    else {
      const states = this.letters.get(token.code) ?? [];
      states.push(next);
      this.letters.set(token.code, states);
    }
    return next;
  }

  /** The next states for a letter. */
  private maskOf(letter: number): Int32Array {
    const known = this.masks.get(letter);
    if (known) return known;
    const mask = letter === SLASH ? new Int32Array(this.words) : this.any.slice();
    for (const state of this.letters.get(letter) ?? []) set(mask, state);
    for (const { state, token } of letter === SLASH ? [] : this.classes)
      if (token.ranges.some(([first, last]) => first <= letter && letter <= last) !== token.not) set(mask, state);
    if (this.masks.size >= MOST_LETTERS) this.masks.clear();
    this.masks.set(letter, mask);
    return mask;
  }
}

const tooMuch = 'holds more alternatives than anybody could mean';

/** A glob that names a folder includes its content, unless it ends with a star. */
function withoutRest(glob: string): string {
  let end = glob.length;
  while (glob.endsWith('/**', end)) end -= 3;
  return glob.endsWith('*', end) ? glob : glob.slice(0, end);
}

function set(bits: Int32Array, state: number): void {
  bits[state >>> 5] = (bits[state >>> 5] ?? 0) | (1 << (state & 31));
}

function meet(a: Int32Array, b: Int32Array): boolean {
  for (let word = 0; word < a.length; word++) if (((a[word] ?? 0) & (b[word] ?? 0)) !== 0) return true;
  return false;
}
