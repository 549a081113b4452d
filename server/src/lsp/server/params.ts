/** Reads the parameters of requests of our own: any client may have sent them, with anything in them or left out. */
import type { Position } from 'vscode-languageserver';

/** The parameters, any of which may be absent or something else. */
export function paramsIn<P>(params: unknown): Partial<Record<keyof P, unknown>> {
  return typeof params === 'object' && params !== null ? params : {};
}

/** The text, or an empty one for whatever else was sent. */
export function textIn(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Null for an invalid position. */
export function positionIn(value: unknown): Position | null {
  const { line, character } = paramsIn<Position>(value);
  return isCount(line) && isCount(character) ? { line, character } : null;
}

/** The document and the position that the parameters name; null if one is missing. */
export function placeIn(params: unknown): { readonly uri: string; readonly position: Position } | null {
  const { uri, position: sent } = paramsIn<{ uri: unknown; position: unknown }>(params);
  const position = positionIn(sent);
  return typeof uri === 'string' && position ? { uri, position } : null;
}

function isCount(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0;
}
