import { expanded, type Token, tokensOf } from './glob';

/** How many globs a list may hold, how long each may be, and how much all of them may mean together. */
export const MOST_GLOBS = 200;
export const LONGEST_GLOB = 1_000;
const MOST_CHOICES = 1_000;
const MOST_STATES = 20_000;

/** Letters whose places are remembered; whoever names more of them pays with time, not with memory. */
const MOST_LETTERS = 256;

const SLASH = '/'.charCodeAt(0);

/**
 * Globs that are compared with a path together, as Shift-And does it: each token is a bit, and a letter of the path moves
 * all bits at once. There is no going back, so the time is that of the tokens times the letters of the path, over 32.
 */
export class GlobSet {
  private readonly words: number;
  /** The bit before each glob's first token, and behind its last. */
  private readonly first: Int32Array;
  private readonly last: Int32Array;
  /** States that stay on any letter of the same part, on any letter, and that come back at each part's beginning. */
  private readonly star: Int32Array;
  private readonly anything: Int32Array;
  private readonly parts: Int32Array;
  /** States that a letter other than a slash leads to, whichever it is. */
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

  /** A sentence without its subject where these are too many, too long, or mean too much. */
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

  /** Whether one of the globs means this path, or a folder that it lies in; parts are joined by `/`. */
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

  /** Puts a token behind the state `state`; the state behind the token. */
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

  /** The states that a letter leads to. */
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

/** What lies in a folder is meant with it. Behind a star, the rest says that it is a folder: nobody has named one. */
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
