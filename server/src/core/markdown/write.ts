import { counted } from '../facts/words';

/**
 * `text` as plain words in Markdown: nothing in it becomes a link, an image, emphasis, HTML, a list or a line of its
 * own, and no invisible mark turns the reading direction.
 *
 * VS Code renders with `marked`, which takes the backslashes out of a link's text and reads that text once more. What
 * makes a link or a tag is therefore also parted by a word joiner, which nobody sees.
 */
export function plain(text: string): string {
  return text
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .replace(/(?![\u200c\u200d])\p{Cf}/gu, '')
    .trim()
    .replace(/[\\`*_{}[\]<>#+!|~@$&=]/g, '\\$&')
    .replace(/^(\d{0,9})([-.)])/, '$1\\$2')
    .replace(/\](?=\()|</g, '$&\u2060')
    .replace(/(?<=[a-z\d+.-]):(?=\S)/gi, '\u2060:')
    .replace(/www\./gi, 'www\u2060.');
}

/** Plain words in bold; nothing for a text without any. */
export function strong(text: string): string {
  const words = plain(text);
  return words === '' ? '' : `**${words}**`;
}

/**
 * A link with plain words as its text. `url` must be one that we made or have read as an http(s) address. VS Code would
 * put an icon even into an address that says `$(zap)`.
 */
export function link(text: string, url: string): string {
  return `[${plain(text)}](<${url.replace(/[<>\\\s]|\$(?=\()/g, encodeURIComponent)}>)`;
}

/** `text` in one line of at most `most` letters, the last one an ellipsis where it was longer. */
export function short(text: string, most: number): string {
  const line = text
    .slice(0, most * 4)
    .replace(/\s+/g, ' ')
    .trim();
  const letters = [...line];
  return letters.length > most
    ? `${letters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
    : line;
}

/** "3 weeks ago", from milliseconds that have passed. */
export function ago(milliseconds: number): string {
  const minutes = Math.floor(Math.max(0, milliseconds) / 60_000);
  if (minutes < 1) return 'just now';
  const units: readonly (readonly [string, number])[] = [
    ['year', 525_600],
    ['month', 43_200],
    ['week', 10_080],
    ['day', 1_440],
    ['hour', 60],
    ['minute', 1],
  ];
  const [unit, size] = units.find(([, each]) => minutes >= each) ?? ['minute', 1];
  const count = Math.floor(minutes / size);
  return `${counted(count, unit)} ago`;
}
