import type { IssueKey, Known } from '../known/known';
import type { ProposalsDocument } from '../model/document';
import type { Span } from '../text/span';

/** What is told about a place. `markdown` holds no HTML, images or command links. */
export interface Hover {
  readonly span: Span;
  readonly markdown: string;
}

/** What a person should see at `offset`, null for nothing. `now` is in milliseconds since 1970. */
export declare function hoverAt(document: ProposalsDocument, offset: number, known: Known, now: number): Hover | null;

/** The issues that a hover at `offset` would like to know about. */
export declare function issuesAt(document: ProposalsDocument, offset: number): readonly IssueKey[];
