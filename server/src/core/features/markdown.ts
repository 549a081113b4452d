/**
 * `text` as plain words in Markdown: nothing in it becomes a link, an image, emphasis, HTML or a line of its own, and
 * no invisible mark turns the reading direction.
 */
export function plain(text: string): string {
  return text
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_{}[\]<>()#+\-.!|~:@$&]/g, (mark) => (/[-.:()@]/.test(mark) ? mark : `\\${mark}`))
    .replace(/(https?|ftp|command|vscode|javascript|data|file):/gi, '$1\u2060:')
    .replace(/\bwww\./gi, 'www\u2060.');
}

/** A link with plain words as its text. `url` must be one that we made or have read as an http(s) address. */
export function link(text: string, url: string): string {
  return `[${plain(text)}](<${url.replace(/[<>\\\s]/g, encodeURIComponent)}>)`;
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
  return `${count} ${unit}${count === 1 ? '' : 's'} ago`;
}
