/** The term that a document belongs to, as far as its path, heading and status line tell. */
export interface Term {
  readonly program: 'lfx-mentorship' | 'summerofcode' | null;
  readonly year: number | null;
  readonly number: number | null;
  /** The folder's name, such as "01-Mar-May". */
  readonly name: string | null;
  /** As written behind "Status:", such as "Planning" or "Completed". */
  readonly status: string | null;
}
