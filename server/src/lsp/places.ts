import type { Location, Range } from 'vscode-languageserver';
import type { Place } from '../core/known/place';
import type { Context } from './context';
import { toRange, toRangeByLines } from './convert';

/** The range of a place, in an open document or in a file of the index; null where nothing is known of the file. */
export function rangeOf({ documents, workspace }: Context, { uri, span }: Place): Range | null {
  const open = documents.texts.get(uri);
  if (open) return toRange(open, span);
  const starts = workspace.lineStarts(uri);
  return starts && toRangeByLines(starts, span);
}

/** Places in the words of LSP, without those in files that have gone. */
export function toLocations(context: Context, places: readonly Place[]): Location[] {
  return places.flatMap((place) => {
    const range = rangeOf(context, place);
    return range ? [{ uri: place.uri, range }] : [];
  });
}
