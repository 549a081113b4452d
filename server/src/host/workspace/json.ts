import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Span } from '../../core/text/span';

/** A JSON text as a tree, or the first thing that is wrong with it. */
export type Json =
  | { readonly is: 'json'; readonly root: Node }
  | { readonly is: 'broken'; readonly problem: { readonly message: string; readonly span: Span } };

/** Deeper than any of our files. The parser is recursive. */
const DEEPEST = 50;

/** Reads strict JSON, without comments and trailing commas. Never throws. Problems never repeat the text. */
export function jsonIn(text: string): Json {
  if (text.trim() === '') return broken('The file is empty.', 0, 0);
  const deep = tooDeep(text);
  if (deep !== null) return broken('The file is nested too deeply.', deep, 1);
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const [first] = errors.sort((a, b) => a.offset - b.offset);
  if (first) return syntax(text, first);
  return root ? { is: 'json', root } : broken('The file is not JSON.', 0, 0);
}

function syntax(text: string, { error, offset, length }: ParseError): Json {
  const before = text.slice(0, offset).trimEnd();
  const closes = text[offset] === '}' || text[offset] === ']';
  if (closes && before.endsWith(',')) return noJson(text, before.length - 1, 1, 'there is a comma too many');
  return noJson(text, offset, length, reasons[printParseErrorCode(error)] ?? 'this is not expected here');
}

function noJson(text: string, offset: number, length: number, why: string): Json {
  const line = text.slice(0, offset).split('\n').length;
  return broken(`Line ${line} is not JSON: ${why}.`, offset, length);
}

function broken(message: string, start: number, length: number): Json {
  return { is: 'broken', problem: { message, span: { start, end: start + length } } };
}

const reasons: Readonly<Record<string, string>> = {
  InvalidSymbol: 'this is not a value',
  InvalidNumberFormat: 'this is not a number',
  PropertyNameExpected: 'a key in double quotes is expected here',
  ValueExpected: 'a value is expected here',
  ColonExpected: 'a colon is expected here',
  CommaExpected: 'a comma is expected here',
  CloseBraceExpected: 'a closing brace is missing',
  CloseBracketExpected: 'a closing bracket is missing',
  EndOfFileExpected: 'the file should end here',
  InvalidCommentToken: 'comments are not allowed',
  UnexpectedEndOfString: 'a double quote is missing',
  InvalidEscapeCharacter: 'this letter needs no backslash',
};

/** The offset where a text is nested too deeply. Null if it is not. */
function tooDeep(text: string): number | null {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at];
    if (letter === '"') at = stringEnd(text, at);
    else if (letter === '{' || letter === '[') depth++;
    else if (letter === '}' || letter === ']') depth--;
    if (depth > DEEPEST) return at;
  }
  return null;
}

/** The offset of the last letter of the string at `start`. Like in the parser, a line end ends it. */
function stringEnd(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && !'"\n\r'.includes(text[at] ?? '')) at += text[at] === '\\' ? 2 : 1;
  return at;
}

/** A member of an object. */
export interface Member {
  readonly name: string;
  readonly key: Node;
  readonly value: Node;
}

/** The members of an object. Empty for anything else. */
export function membersOf({ type, children = [] }: Node): readonly Member[] {
  if (type !== 'object') return [];
  return children.flatMap(({ children: [key, value] = [] }) =>
    key && value ? [{ name: String(key.value), key, value }] : [],
  );
}
