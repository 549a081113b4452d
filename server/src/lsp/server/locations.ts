import type { Location, Range } from 'vscode-languageserver';
import type { HoverContext } from '../../core/features/hover/card';
import type { Place } from '../../core/known/place';
import type { Context } from './context';
import { toRange, toRangeByLines } from './convert';

/** The range of a place in an open document or in an indexed file; null if the file is unknown. */
export function rangeOf({ documents, workspace }: Context, { uri, span }: Place): Range | null {
  const open = documents.texts.get(uri);
  if (open) return toRange(open, span);
  const starts = workspace.lineStarts(uri);
  return starts && toRangeByLines(starts, span);
}

/** Places as LSP locations, without those in deleted files. */
export function toLocations(context: Context, places: readonly Place[]): Location[] {
  return places.flatMap((place) => {
    const range = rangeOf(context, place);
    return range ? [{ uri: place.uri, range }] : [];
  });
}

/** What messages about a document need besides the document. */
export function hoverContextOf(context: Context): HoverContext {
  const { known, clock, client } = context;
  return { known, now: clock.now(), addressOf: (place) => addressOf(context, place), editor: client.markdown };
}

/** The URI of a place: the file's URI with line and column, from 1. */
function addressOf(context: Context, place: Place): string | null {
  const start = rangeOf(context, place)?.start;
  return start ? `${place.uri}#L${start.line + 1},${start.character + 1}` : null;
}
