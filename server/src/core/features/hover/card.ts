import type { Known } from '../../known/known';
import type { Place } from '../../known/place';
import type { Span } from '../../text/span';
import { link, plain } from '../markdown';

/** What is told about a place. `markdown` holds no HTML, images or command links. */
export interface Hover {
  readonly span: Span;
  readonly markdown: string;
}

/** What a hover is made of, beside the document. */
export interface Surroundings {
  readonly known: Known;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Where an editor opens a place: only the caller knows its lines. Null for a file that has gone. */
  addressOf(place: Place): string | null;
}

/** A link that opens a place of the workspace; plain words where it cannot be opened. */
export function placeLink(text: string, place: Place, { addressOf }: Pick<Surroundings, 'addressOf'>): string {
  const address = addressOf(place);
  return address === null ? plain(text) : link(text, address);
}

/** The first `most` of some lines as a list, with the number of those left out; null for none. */
export function listOf(lines: readonly string[], most: number): string | null {
  if (lines.length === 0) return null;
  const left = lines.length - most;
  const shown = lines.slice(0, most).map((line) => `- ${line}`);
  return [...shown, ...(left > 0 ? [`- and ${left} more`] : [])].join('\n');
}

/** Paragraphs, without those that have nothing to say. */
export function paragraphs(...parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join('\n\n');
}

/** "1 proposal", "2 proposals". */
export function counted(count: number, noun: string): string {
  return `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** "2,740". */
export function grouped(count: number): string {
  return count.toLocaleString('en-US');
}
