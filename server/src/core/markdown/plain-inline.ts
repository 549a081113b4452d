import { withoutTail } from '../text/tail';

/** Characters that mean more than themselves in a line, or may. */
const marks = '`*_[\\]<&\\\\~!@';
/** Text without them, that begins and ends with a letter or digit. */
const words = `[\\p{L}\\p{N}](?:[^${marks}]*[\\p{L}\\p{N}])?`;
/** Text without marks in which nothing is a mark because of what stands around it. */
const free = `(?:[^${marks}]|(?<=[\\p{L}\\p{N}])_+(?=[\\p{L}\\p{N}])|!(?!\\[)|&(?= )|(?<= )\\*(?= ))+`;
const code = '(?<!`)`(?! )[^`]*[^` ]`(?!`)';
const strong = `\\*\\*${words}\\*\\*|__${words}__`;
const emphasis = `\\*${words}\\*|_${words}_`;
const spaced = `(?<=^|[ (])(?:${strong}|${emphasis})(?=$|[ ,.:;)?])`;
const link = `\\[(?!\\^)(?:${words}|${code}|${strong}|${emphasis})\\]\\([^\\s()<>[\\]\`\\\\]+\\)`;

/** The entities that texts are escaped with. */
const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };

const piece = new RegExp(`${free}|&(?:amp|lt|gt|quot);|${code}|${spaced}|${link}|\\\\[!-/:-@[-\`{-~]`, 'uy');
/** Addresses become links with whatever follows them, and a closing sequence is no text. */
const unsure = /www\.|:\/\/|@|\0|(?:^|[ \t])#+[ \t]*$/i;
const destination = /\]\([^\s()]*\)/g;

/**
 * The text of a heading's line as GitHub renders it, if it is made of nothing but text, links without a title, code, escapes,
 * and emphasis between blanks: what most headings are. Null for any other line, which only a parser understands. The parser
 * takes a third of a millisecond for each, so a file of headings would take a second.
 */
export function plainInline(line: string): string | null {
  const text = withoutTail(line, /[ \t]/).replace(/^[ \t]+/, '');
  if (text === '' || unsure.test(text.replace(destination, '](a)'))) return null;
  let result = '';
  piece.lastIndex = 0;
  while (piece.lastIndex < text.length) {
    const [own] = piece.exec(text) ?? [];
    if (own === undefined) return null;
    result += textOf(own);
  }
  return result;
}

function textOf(own: string): string {
  if (own.startsWith('[')) return textOf(own.slice(1, own.indexOf('](')));
  if (own.startsWith('`')) return own.slice(1, -1);
  if (own.startsWith('\\')) return own.slice(1);
  if (own in entities) return entities[own] ?? own;
  const [marked] = /^(?:\*\*?|__?)(?=\S)/.exec(own) ?? [];
  return marked === undefined || own.length <= marked.length || !own.endsWith(marked)
    ? own
    : own.slice(marked.length, -marked.length);
}
