import type { Edit } from '../../text/edit';

/** How many things are offered: more than anybody looks through. */
export const MOST = 100;

/** A part of an inserted text: words as they are, or a stop for the caret with what stands there until it is typed over. */
export type Piece = string | { readonly stop: number; readonly text: string; readonly choices?: readonly string[] };

/** What a completion is about: enough to tell more of it when a person looks closer. */
export type Topic =
  | { readonly is: 'mentor'; readonly key: string }
  | { readonly is: 'project'; readonly name: string }
  | { readonly is: 'issue'; readonly owner: string; readonly repo: string; readonly number: number }
  | { readonly is: 'field'; readonly label: string };

/** One thing that can be put in at the caret. */
export interface Offer {
  readonly kind: 'mentor' | 'field' | 'project' | 'proposal' | 'issue' | 'value' | 'link';
  readonly label: string;
  /** One short line beside the label. */
  readonly detail: string | null;
  /**
   * What a client compares with the text from the start of the edit to the caret. It begins like that text, or has a
   * word that does.
   */
  readonly filterText: string;
  readonly edit: Edit;
  /** The text of the edit with stops for the caret; null where the caret belongs behind it. */
  readonly pieces: readonly Piece[] | null;
  readonly topic: Topic | null;
}

/** The text that pieces are without their stops. */
export function textOfPieces(pieces: readonly Piece[]): string {
  return pieces.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('');
}
