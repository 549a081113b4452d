/** Places as LSP has them, which messages of all subjects name. */

/** A place as LSP has it: lines and UTF-16 characters from 0. */
export interface WirePosition {
  readonly line: number;
  readonly character: number;
}

export interface WirePlace {
  readonly uri: string;
  readonly range: { readonly start: WirePosition; readonly end: WirePosition };
}
