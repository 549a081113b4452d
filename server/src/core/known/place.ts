import type { Span } from '../text/span';

/** A place in a file of the workspace. The span counts from the start of the file. */
export interface Place {
  readonly uri: string;
  readonly span: Span;
}
