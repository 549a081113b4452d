import type { Known } from '../known/known';
import type { Proposal, ProposalsDocument } from '../model/document';
import type { Edit } from '../text/edit';
import type { Span } from '../text/span';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** Severities by rule id, as a person or a repository wants them; a rule that is not named keeps its own. */
export type RuleSettings = Readonly<Record<string, Severity | 'off'>>;

/** A place and a sentence: what a rule has found. Offsets count from the start of the document. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly span: Span;
  readonly message: string;
  /** The field that is meant, by its id or, where it has none, its label. */
  readonly field?: string;
  /** Whether a fix (layout only, safe to apply unseen) takes it away. */
  readonly fixable: boolean;
}

/** What a person can be offered at a finding or in a document. */
export interface Action {
  readonly title: string;
  /** fix: layout only, may be applied unseen; choice: a person picks it; action: changes the whole file. */
  readonly kind: 'fix' | 'choice' | 'action';
  /** The rule whose finding it takes away, null for an action of its own. */
  readonly rule: string | null;
  readonly edits: readonly Edit[];
  readonly preferred: boolean;
}

export type { Known, Proposal, ProposalsDocument };
