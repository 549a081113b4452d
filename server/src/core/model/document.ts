import type { ProposalBody } from './proposal';
import type { Section } from './section';
import type { Template } from './template';
import type { Term } from './term';

/** A project heading and the proposals below it. */
export interface Project {
  readonly section: Section;
  /** The heading as written, trimmed, markup kept. */
  readonly name: string;
}

export interface Proposal {
  readonly section: Section;
  /** Spans in it count from `section.start`. */
  readonly body: ProposalBody;
  readonly project: Project | null;
  /** A real level between project and proposal, such as a SIG under Kubernetes. */
  readonly subproject: Section | null;
}

/** accepted: a term README or list of selected projects; proposed: anything that takes proposals. */
export type DocumentKind = 'accepted' | 'proposed';

/** One version of a text, understood. */
export interface ProposalsDocument {
  readonly text: string;
  /** With `/` between its parts, relative to a workspace folder where there is one. */
  readonly path: string;
  /** Null where the text is no proposals document: then there is nothing else in it. */
  readonly kind: DocumentKind | null;
  readonly term: Term | null;
  readonly template: Template;
  readonly sections: readonly Section[];
  readonly projects: readonly Project[];
  readonly proposals: readonly Proposal[];
}

/**
 * Reads a document. Never throws.
 *
 * `previous` is an earlier version of the same document, if there is one: what has not changed since is taken over
 * from it, and the answer is the same without it.
 */
export declare function readDocument(text: string, path: string, previous?: ProposalsDocument): ProposalsDocument;
