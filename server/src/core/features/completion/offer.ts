import type { Edit } from '../../text/edit';

/** The largest number of completions in a list. */
export const MOST = 100;

/** A part of an inserted text: plain text, or a tab stop with its default text and choices. */
export type Piece = string | { readonly stop: number; readonly text: string; readonly choices?: readonly string[] };

/** The subject of a completion, used to resolve its documentation later. */
export type Topic =
  | { readonly is: 'mentor'; readonly key: string }
  | { readonly is: 'project'; readonly name: string }
  | { readonly is: 'issue'; readonly owner: string; readonly repo: string; readonly number: number }
  | { readonly is: 'field'; readonly label: string };

/** One completion. */
export interface Offer {
  readonly kind: 'mentor' | 'field' | 'project' | 'proposal' | 'issue' | 'value' | 'link';
  readonly label: string;
  /** One short line next to the label. */
  readonly detail: string | null;
  /** Text that the client compares with the typed text. It starts with that text or contains a word that does. */
  readonly filterText: string;
  readonly edit: Edit;
  /** The text with tab stops. Null if the caret goes after it. */
  readonly pieces: readonly Piece[] | null;
  readonly topic: Topic | null;
}

/** The plain text of pieces, without tab stops. */
export function textOfPieces(pieces: readonly Piece[]): string {
  return pieces.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('');
}
