/**
 * The words that a person reads in their language, and how texts are filled into them. The view's words are composed by
 * the server, and shown by the client: both do it here. Sentences are whole, because other languages put their parts in
 * another order.
 */

/** A text that is written out in the source, where `scripts/l10n.mjs` gathers it for translators. */
export type Written<W extends string> = string extends W ? never : W;

export interface L10n {
  /** `words` in the person's language, with `given` for `{0}` and so on. */
  t<W extends string>(words: Written<W>, ...given: readonly (string | number)[]): string;
}

/** The most of a bundle that counts: a client may send anything. Lengths are in UTF-16 code units. */
const MOST = { texts: 5_000, length: 2_000 };

/** English, which the source is written in. */
export const english: L10n = { t: (words, ...given) => filled(words, given) };

/** The words of a client's bundle, from the English text to the translated one. English where it has none. */
export function l10nFrom(bundle: unknown): L10n {
  if (typeof bundle !== 'object' || bundle === null) return english;
  const own = new Map(
    Object.entries(bundle)
      .slice(0, MOST.texts)
      .filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1].length <= MOST.length),
  );
  return { t: (words, ...given) => filled(own.get(words) ?? words, given) };
}

/** Texts as a list of the language: "Ada, Bo". */
export function listed<T extends string>(l10n: { t(words: '{0}, {1}', a: T, b: T): T }, texts: readonly T[]): T {
  // Filling them in one by one would copy what there is each time.
  return texts.map(isolated).join(l10n.t('{0}, {1}', '' as T, '' as T)) as T;
}

function filled(words: string, given: readonly (string | number)[]): string {
  return words.replace(/\{(\d+)\}/g, (_, at: string) => isolated(String(given[Number(at)] ?? '')));
}

/** First Strong Isolate and Pop Directional Isolate. What stands between them is ordered by itself. */
export const isolate = { start: '\u2068', end: '\u2069' };

/**
 * Whether a text has letters that are written from right to left: such a text, and the digits and signs beside it, would
 * change places. The ranges are the blocks that Unicode reserves for them.
 */
export function hasRightToLeft(text: string): boolean {
  return /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u.test(text);
}

/** A text with an order of its own, whatever stands beside it. Other texts stay as they are. */
export function isolated(text: string): string {
  return hasRightToLeft(text) && !text.includes(isolate.start) ? `${isolate.start}${text}${isolate.end}` : text;
}
