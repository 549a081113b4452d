import { counted } from '../facts/words';

/**
 * Escapes `text` so that Markdown shows it literally: it creates no link, image, emphasis, HTML, list or new line, and
 * contains no invisible characters that change the reading direction.
 *
 * VS Code renders with `marked`, which removes backslashes from link text and parses that text again. We therefore also
 * insert invisible word joiners into anything that could become a link or a tag.
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

/** Escaped words in bold. Empty if `text` has no words. */
export function strong(text: string): string {
  const words = plain(text);
  return words === '' ? '' : `**${words}**`;
}

/**
 * A link with escaped text. `url` must be one that we created or have checked to be an http(s) address. We escape
 * `$(zap)` in the address too, because VS Code would turn it into an icon.
 */
export function link(text: string, url: string): string {
  return `[${plain(text)}](<${url.replace(/[<>\\\s]|\$(?=\()/g, encodeURIComponent)}>)`;
}

/** `text` on one line, with at most `most` characters. A longer text ends with an ellipsis. */
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

/** "3 weeks ago", for a duration in milliseconds. */
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
