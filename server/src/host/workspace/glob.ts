/**
 * The shapes of a glob as tokens. `*` and `?` stand for letters within one part of a path, `**` for any number of whole
 * parts (`a/**`, `**` + `/a`), or for anything where it begins a part that goes on (`**.md`); `[a-z]` and `[!a-z]` for a
 * letter; `{a,b}` for either; `\` takes the next letter as it is. What is not closed, and everything else, is itself.
 */
export type Token =
  | { readonly is: 'letter'; readonly code: number }
  | { readonly is: 'any' }
  | { readonly is: 'class'; readonly not: boolean; readonly ranges: readonly Range[] }
  /** Any number of letters of one part of a path. */
  | { readonly is: 'star' }
  /** Any number of letters. */
  | { readonly is: 'anything' }
  /** Any number of whole parts, with the slash behind each. */
  | { readonly is: 'parts' };

/** The codes of two letters, both of them included. */
type Range = readonly [first: number, last: number];

/**
 * The globs without braces that a glob means together; null where there would be more than `most`. Takes time in
 * proportion to the length of all of them.
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

/** The braces that hold a choice, by where they open. One that is not closed, or holds no comma, is a letter. */
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

/** The tokens of a glob without braces. Neighbors that mean no more than one of them are one. */
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

/** Where the bracket stands that closes the one at `open`; null where there is none in the same part of the path. */
function classEnd(glob: string, open: number): number | null {
  let at = open + 1;
  if (glob[at] === '!' || glob[at] === '^') at++;
  // A bracket that comes first is one of the letters.
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
