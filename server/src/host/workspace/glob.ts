/**
 * The tokens of a glob. `*` and `?` match letters within a path segment. `**` matches any number of whole segments
 * (`a/**`, `**` + `/a`), or anything at the start of a longer segment (`**.md`). `[a-z]` and `[!a-z]` match a letter,
 * `{a,b}` matches either, and `\` escapes the next letter. Everything else, and whatever is not closed, matches itself.
 */
export type Token =
  | { readonly is: 'letter'; readonly code: number }
  | { readonly is: 'any' }
  | { readonly is: 'class'; readonly not: boolean; readonly ranges: readonly Range[] }
  /** Any number of letters within a path segment. */
  | { readonly is: 'star' }
  /** Any number of letters. */
  | { readonly is: 'anything' }
  /** Any number of whole segments, each with its slash. */
  | { readonly is: 'parts' };

/** A range of character codes, inclusive. */
type Range = readonly [first: number, last: number];

/**
 * Expands the braces of a glob. Null if that gives more than `most` globs. Takes time proportional to their total
 * length.
 */
export function expanded(glob: string, most: number): readonly string[] | null {
  const closings = bracesOf(glob);
  const sequence = (from: number, end: number): string[] | null => {
    let texts = [''];
    let literal = from;
    const add = (to: number) => {
      const text = glob.slice(literal, to);
      if (text !== '') texts = texts.map((each) => each + text);
    };
    for (let at = from; at < end; at++) {
      const brace = closings.get(at);
      if (!brace) continue;
      add(at);
      const choices: string[] = [];
      let begin = at + 1;
      for (const comma of [...brace.commas, brace.close]) {
        const choice = sequence(begin, comma);
        if (!choice || choices.length + choice.length > most) return null;
        choices.push(...choice);
        begin = comma + 1;
      }
      if (texts.length * choices.length > most) return null;
      texts = texts.flatMap((text) => choices.map((choice) => text + choice));
      at = brace.close;
      literal = brace.close + 1;
    }
    add(end);
    return texts;
  };
  return sequence(0, glob.length);
}

interface Brace {
  readonly commas: number[];
  close: number;
}

/** The braces with choices, by their start. A brace that is not closed or has no comma is a letter. */
function bracesOf(glob: string): ReadonlyMap<number, Brace> {
  const found = new Map<number, Brace>();
  const open: { at: number; commas: number[] }[] = [];
  for (let at = 0; at < glob.length; at++) {
    const letter = glob[at];
    if (letter === '\\') at++;
    else if (letter === '[') at = classEnd(glob, at) ?? at;
    else if (letter === '{') open.push({ at, commas: [] });
    else if (letter === ',') open.at(-1)?.commas.push(at);
    else if (letter === '}') {
      const brace = open.pop();
      if (brace && brace.commas.length > 0) found.set(brace.at, { commas: brace.commas, close: at });
    }
  }
  return found;
}

/** The tokens of a glob without braces. Adjacent redundant tokens are merged. */
export function tokensOf(glob: string): readonly Token[] {
  const tokens: Token[] = [];
  const letter = (at: number) => tokens.push({ is: 'letter', code: glob.charCodeAt(at) });
  for (let at = 0; at < glob.length; at++) {
    const [here, next] = [glob[at], glob[at + 1]];
    if (here === '*') {
      const begin = at;
      while (glob[at + 1] === '*') at++;
      const beginsPart = begin === 0 || glob[begin - 1] === '/';
      if (at === begin || !beginsPart) add(tokens, 'star');
      else if (glob[at + 1] === '/') {
        at++;
        add(tokens, 'parts');
      } else add(tokens, 'anything');
    } else if (here === '?') tokens.push({ is: 'any' });
    else if (here === '[') {
      const end = classEnd(glob, at);
      if (end === null) letter(at);
      else {
        tokens.push(classIn(glob.slice(at + 1, end)));
        at = end;
      }
    } else if (here === '\\' && next !== undefined) letter(++at);
    else letter(at);
  }
  return tokens;
}

function add(tokens: Token[], is: 'star' | 'anything' | 'parts'): void {
  if (tokens.at(-1)?.is !== is) tokens.push({ is });
}

/** The offset of the bracket that closes the one at `open`. Null if there is none in the same segment. */
function classEnd(glob: string, open: number): number | null {
  let at = open + 1;
  if (glob[at] === '!' || glob[at] === '^') at++;
  // A closing bracket that comes first is one of the letters.
  if (glob[at] === ']') at++;
  for (; at < glob.length && glob[at] !== '/'; at++) {
    if (glob[at] === ']') return at;
    if (glob[at] === '\\') at++;
  }
  return null;
}

function classIn(text: string): Token {
  const not = text[0] === '!' || text[0] === '^';
  const codes: { code: number; escaped: boolean }[] = [];
  for (let at = not ? 1 : 0; at < text.length; at++) {
    const escaped = text[at] === '\\' && at + 1 < text.length;
    if (escaped) at++;
    codes.push({ code: text.charCodeAt(at), escaped });
  }
  const ranges: Range[] = [];
  for (let at = 0; at < codes.length; at++) {
    const [{ code = 0 } = {}, dash, last] = codes.slice(at, at + 3);
    if (dash?.code === DASH && !dash.escaped && last) {
      ranges.push([code, last.code]);
      at += 2;
    } else ranges.push([code, code]);
  }
  return { is: 'class', not, ranges };
}

const DASH = '-'.charCodeAt(0);
