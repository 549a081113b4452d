/** The one gate between what strangers write and what VS Code shows of it outside of editors. */

import { hasRightToLeft, isolate, type Written } from '../../../server/src/l10n';

declare const brand: unique symbol;

/**
 * A text that VS Code shows as it is: of what a stranger has written in it no link, icon, control character, invisible
 * character or change of direction is alive beyond its end. Our own words may have icons. Every surface in `surfaces.ts` takes this and
 * nothing else; only the functions of this file make it.
 */
export type PlainText = string & { readonly [brand]: true };

/** How much of a stranger's text is shown, in UTF-16 code units: titles, names and paths are shorter. */
const MOST = 300;

/** The same for a sentence of the server's, which names several of them at most. */
const MOST_OF_SENTENCE = 1_000;

/** What ends, changes or reorders lines, or cannot be displayed alone. */
const unseemly = /[\p{Cc}\p{Zl}\p{Zp}\p{Surrogate}\s]+/gu;

/**
 * What is not seen: marks of direction, fillers, tags. The joiners and variants of emoji and scripts stay. The set is the
 * Unicode Standard's own, so that new characters need no new line here.
 */
const unseen = /(?!\u200c|\u200d|\ufe0e|\ufe0f|\u2068|\u2069)\p{Default_Ignorable_Code_Point}/gu;

/**
 * Anybody's text, in one line of at most 300 characters.
 *
 * VS Code makes links of `[label](scheme:…)` in notifications, progress, details of a language status, prompts and
 * validation messages, and icons of `$(name)` in prompts, status, quick picks and labels. It has no escape that holds
 * everywhere: a backslash keeps icons away in some places and is seen in the others. So a space goes between the two
 * characters that make either: `[label] (scheme:…)`, `$ (name)`. Everybody sees it, a screen reader reads the same, and
 * who copies the text gets what they saw, which would be true neither of an invisible character nor of a look-alike.
 */
export function plainText(text: string): PlainText {
  return plainWithin(text, MOST);
}

/** A whole sentence of the server's about what strangers have written, in one line of at most 1,000 characters. */
export function plainSentence(text: string): PlainText {
  return plainWithin(text, MOST_OF_SENTENCE);
}

/** An icon of VS Code's by its name, with "link" for what can be no name. */
export function icon(name: string): PlainText {
  return `$(${/^[a-z\d-]{1,40}$/.test(name) ? name : 'link'})` as PlainText;
}

/** Texts one behind the other. What a language joins with its own signs is in `l10n.ts`. */
export function joined(texts: readonly PlainText[], between: ' ' | ' · ' | '\n'): PlainText {
  return texts.join(between) as PlainText;
}

/** Our own words with `{0}` and so on for texts and numbers: a link or an icon of two of them is none either. */
export function filledIn<W extends string>(words: Written<W>, given: readonly (PlainText | number)[]): PlainText {
  const pieces = (words as string)
    .split(/\{(\d+)\}/)
    .map((piece, i) => (i % 2 === 0 ? piece : String(given[Number(piece)] ?? '')));
  return pieces.reduce((text, piece) => text + (isHalf(text) && piece.startsWith('(') ? ' ' : '') + piece) as PlainText;
}

function isHalf(text: string): boolean {
  return text.endsWith(']') || text.endsWith('$');
}

function plainWithin(text: string, most: number): PlainText {
  // A bit more than is shown, for what falls out: a megabyte in a heading is not looked through.
  const some = text.slice(0, 4 * most).replace(unseen, '');
  const line = withIsolates(some, hasRightToLeft(some))
    .replace(unseemly, ' ')
    .replace(/([\]$])(?=\()/g, '$1 ')
    .trim();
  const shown = line.length > most ? `${withoutHalf(line.slice(0, most - 1))}…` : line;
  return inIsolate(shown) as PlainText;
}

/** The text with those isolates that are closed, or without any where nothing in it needs them. */
function withIsolates(text: string, isNeeded: boolean): string {
  if (!isNeeded) return text.replace(/[\u2068\u2069]/g, '');
  let [open, left] = [0, text.split(isolate.end).length - 1];
  return text.replace(/[\u2068\u2069]/g, (mark) => {
    if (mark === isolate.start) {
      if (open >= left) return '';
      open++;
      return mark;
    }
    left--;
    if (open === 0) return '';
    open--;
    return mark;
  });
}

/**
 * A text that has letters from right to left, in an isolate: else it would change places with the label, the detail, or
 * the count that VS Code shows beside it. Those marks change nothing else, and the text cannot end them.
 */
function inIsolate(text: string): string {
  if (!hasRightToLeft(text)) return withIsolates(text, false);
  const parts = text.split(/(?=[\u2068\u2069])/);
  const cut = parts.reduce((open, [mark]) => open + (mark === isolate.start ? 1 : mark === isolate.end ? -1 : 0), 0);
  const whole = text + isolate.end.repeat(Math.max(0, cut));
  return isOneIsolate(whole) ? whole : `${isolate.start}${whole}${isolate.end}`;
}

/** Whether the isolate that begins a text ends where the text does. */
function isOneIsolate(text: string): boolean {
  let open = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === isolate.start) open++;
    else if (text[i] === isolate.end) open--;
    if (open === 0) return i > 0 && i === text.length - 1;
  }
  return false;
}

/** Without the first half of a character of two. */
function withoutHalf(text: string): string {
  return text.replace(/\p{Surrogate}$/u, '');
}
