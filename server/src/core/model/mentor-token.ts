import { isEmail, plainEmailOf } from '../facts/mentors';
import type { Part, Span } from '../text/span';
import { withoutTail } from '../text/tail';

/** The kinds of tokens in a mentor entry. */
export enum Kind {
  Word,
  Name,
  Handle,
  Email,
  Lfid,
  Open,
  Close,
  Separator,
  Dash,
  Key,
}

/** A token of a mentor entry. */
export interface Token {
  readonly kind: Kind;
  readonly span: Span;
  readonly text: string;
  /** The handle from a link whose text is the name or the address. */
  readonly handle?: Part;
  readonly email?: Part;
  /** Whether a colon follows a word. */
  readonly colon?: boolean;
}

/** The shapes of tokens, the first match wins. Each has one capturing group and the function that reads it. */
const shapes: readonly (readonly [RegExp, (text: string, span: Span, written: string) => readonly Token[]])[] = [
  [
    /(\[(?:[^\][\\\n]|\\.|\[[^\][\n]{0,80}\]){0,200}\]\s?\([^()\s]{0,500}(?:\([^()\s]{0,80}\))?[^()\s]{0,80}\s?\\?\))/,
    linkTokens,
  ],
  [/(<[^<>\n]+>)/, angleTokens],
  // A second `@` makes the address invalid. We take the whole text as the address, so that `mentor-email` reports it.
  [
    /([\w.+%-]{1,64}@[\w.-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,4})/,
    (_, span, written) => [{ kind: Kind.Email, span, text: written }],
  ],
  [/([\w.+%-]+@[\w-]+(?:\.[\w-]+)+)/, (_, span, written) => [{ kind: Kind.Email, span, text: written }]],
  [
    /([\w.+-]+(?:\s+dot\s+[\w.+-]+){0,3}(?:\s*[[({<]\s*at\s*[\])}>]\s*|\s+at\s+)[\w-]+(?:(?:\.|\s*[[({<]\s*dot\s*[\])}>]\s*|\s+dot\s+)[\w-]+)*)/,
    hiddenTokens,
  ],
  [/((?:https?:\/\/|\bgithub\.com\/)[^\s(),;<>[\]]+)/, addressTokens],
  [/([@＠]\s?\w[\w.-]*)/, handleTokens],
  [
    /(\b(?:github|git|gh|e-?mail|mail|slack|cncf slack|linkedin|twitter|handle|github (?:id|handle|username))(?:\s+(?:id|handle|username))?\s*[:：]\s*)/,
    (_, span, written) => [{ kind: Kind.Key, span, text: written }],
  ],
  [/(\blfid\b\s{0,3}[:：]?\s{0,3}[^\s,;，；|()[\]{}（）]+)/, lfidTokens],
  [/([([{（【])/, (_, span, written) => [{ kind: Kind.Open, span, text: written }]],
  [/([)\]}）】])/, (_, span, written) => [{ kind: Kind.Close, span, text: written }]],
  [/([,;，；、&/|]|\band\b)/, (_, span, written) => [{ kind: Kind.Separator, span, text: written }]],
  [/((?:^|\s)[-–—]+(?=\s|$|@))/, (_, span, written) => [{ kind: Kind.Dash, span, text: written }]],
  [/([^\s,;，；、()[\]{}（）【】<>&/|@＠]+)/, wordTokens],
];

const pattern = new RegExp(shapes.map(([shape]) => shape.source).join('|'), 'giu');

/** The tokens in `span` of `text`, in order. Text without meaning in an entry yields no token. */
export function tokensOf(text: string, span: Span): Token[] {
  const tokens: Token[] = [];
  for (const match of text.slice(span.start, span.end).matchAll(pattern)) {
    const written = match[0];
    const start = span.start + match.index;
    const shape = shapes[match.indexOf(written, 1) - 1];
    const own = shape?.[1](text, { start, end: start + written.length }, written) ?? [];
    for (const token of own) tokens.push(token);
  }
  return tokens;
}

/** Whether `Name (@handle` starts at a token. It starts a new person even inside a bracket that was never closed. */
export function beginsPerson(tokens: readonly Token[], at: number): boolean {
  let i = at;
  while (tokens[i]?.kind === Kind.Word) i++;
  return i > at && tokens[i]?.kind === Kind.Open && tokens[i + 1]?.kind === Kind.Handle;
}

/** Whether words are capitalized and few enough to be the name of one person. */
export function looksLikeName(words: string): boolean {
  return /^\p{Lu}/u.test(words) && words.split(/\s+/).length <= 5;
}

/** A name without the brackets at its end. */
export function withoutBracket(name: string): string {
  const open = name.indexOf('(');
  return open >= 0 && name.trimEnd().endsWith(')') ? name.slice(0, open).trimEnd() : name;
}

function wordTokens(_: string, span: Span, word: string): Token[] {
  const inner = withoutTail(word.replace(/^[*_`"\\]+/, ''), /[*_`"\\:：]/);
  if (inner === '' || !/[\p{L}\p{N}]/u.test(inner)) return [];
  const start = span.start + word.indexOf(inner);
  return [{ kind: Kind.Word, span: { start, end: start + inner.length }, text: inner, colon: /[:：]/.test(word) }];
}

function handleTokens(_: string, span: Span, written: string): Token[] {
  const handle = withoutTail(written.replace(/^[@＠]\s?/, ''), /[.-]/);
  const start = span.start + written.indexOf(handle);
  return [{ kind: Kind.Handle, span: { start, end: start + handle.length }, text: handle }];
}

/** "LFID: ada": the user name behind the word. */
function lfidTokens(_: string, span: Span, written: string): Token[] {
  const start = /^lfid\s*[:：]?\s*/i.exec(written)?.[0].length ?? 0;
  return [{ kind: Kind.Lfid, span: { start: span.start + start, end: span.end }, text: written.slice(start) }];
}

function addressTokens(text: string, span: Span, url: string): Token[] {
  const handle = profileOf(text, url, span.start);
  return handle ? [{ kind: Kind.Handle, ...handle }] : [];
}

/** An address with words instead of signs. Without a dot in its host it is clearly meant as an address, but invalid. */
function hiddenTokens(_: string, span: Span, hidden: string): Token[] {
  const isAddress = plainEmailOf(hidden) !== null || /\bAT\b|[[({]\s*at/.test(hidden);
  return [{ kind: isAddress ? Kind.Email : Kind.Word, span, text: hidden }];
}

function angleTokens(_: string, span: Span, written: string): Token[] {
  const inner = written.slice(1, -1);
  const address = inner.replace(/^mailto:/i, '');
  const end = span.end - 1;
  const own = { start: end - address.length, end };
  if (isEmail(address) || plainEmailOf(address) !== null) return [{ kind: Kind.Email, span: own, text: address }];
  if (inner.startsWith('@')) return [{ kind: Kind.Handle, span: { start: span.start + 2, end }, text: inner.slice(1) }];
  return [];
}

function linkTokens(text: string, span: Span, written: string): Token[] {
  const [, label = '', target = ''] = /^\[(.*)\]\s?\(([^\s\\]*)\s*\\?\)$/.exec(written) ?? [];
  const targetStart = span.start + written.lastIndexOf(target);
  const labelSpan = { start: span.start + 1, end: span.start + 1 + label.length };
  const handle = profileOf(text, target, targetStart);
  if (handle) return [{ kind: Kind.Name, span, text: label, handle }];
  if (isEmail(label)) return [{ kind: Kind.Email, span: labelSpan, text: label }];
  const mail = /^mailto:(.+)$/i.exec(target)?.[1];
  if (mail !== undefined) {
    const start = targetStart + 'mailto:'.length;
    const email = { text: mail, span: { start, end: start + mail.length } };
    return label === '' ? [{ kind: Kind.Email, ...email }] : [{ kind: Kind.Name, span, text: label, email }];
  }
  if (!label.startsWith('@')) return [{ kind: Kind.Name, span, text: label }];
  // A handle that links to another site is not a GitHub handle.
  if (!/github\.com/i.test(target)) return [];
  return [{ kind: Kind.Handle, span: { start: labelSpan.start + 1, end: labelSpan.end }, text: label.slice(1) }];
}

/** The account in the URL of a GitHub profile. Null for other URLs. */
function profileOf(text: string, url: string, at: number): Part | null {
  const match = /^(?:https?:\/\/)?(?:www\.)?github\.com\/@?([\w.-]+)\/?(?:[?#].*)?$/i.exec(url);
  if (!match?.[1]) return null;
  const start = at + url.indexOf(match[1], url.toLowerCase().indexOf('github.com') + 'github.com'.length);
  return { text: text.slice(start, start + match[1].length), span: { start, end: start + match[1].length } };
}
