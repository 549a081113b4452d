/** Reads the parameters of our own requests. Any client can send anything. */
import type { Position } from 'vscode-languageserver';

/** The parameters. Any of them can be missing or of another type. */
export function paramsIn<P>(params: unknown): Partial<Record<keyof P, unknown>> {
  return typeof params === 'object' && params !== null ? params : {};
}

/** The text. Empty for anything else. */
export function textIn(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Null for an invalid position. */
export function positionIn(value: unknown): Position | null {
  const { line, character } = paramsIn<Position>(value);
  return isCount(line) && isCount(character) ? { line, character } : null;
}

/** The document and position in the parameters. Null if one is missing. */
export function placeIn(params: unknown): { readonly uri: string; readonly position: Position } | null {
  const { uri, position: sent } = paramsIn<{ uri: unknown; position: unknown }>(params);
  const position = positionIn(sent);
  return typeof uri === 'string' && position ? { uri, position } : null;
}

function isCount(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0;
}
