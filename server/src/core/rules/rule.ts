import type { Known } from '../known/known';
import type { Proposal, ProposalsDocument } from '../model/document';
import type { ProposalBody } from '../model/proposal';
import type { Edit } from '../text/edit';
import type { Span } from '../text/span';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** Severities by rule id, as a person or a repository wants them; a rule that is not named keeps its own. */
export type RuleSettings = Readonly<Record<string, Severity | 'off'>>;

/** What a rule says about a place. Where the rule looks at one proposal, offsets count from the proposal's start. */
export interface Report {
  readonly span: Span;
  readonly message: string;
  /** Only where it differs from the rule's own. */
  readonly severity?: Severity;
  /** The label of the field that is meant. */
  readonly field?: string;
}

/** A finding: a report of a rule, placed in the document. Offsets count from the start of the document. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly span: Span;
  readonly message: string;
  readonly field?: string;
  /** Whether a fix (layout only, safe to apply unseen) takes it away. */
  readonly fixable: boolean;
}

/** What a person can be offered at a finding or in a document. */
export interface Action {
  readonly title: string;
  /** fix: layout only, may be applied unseen; choice: a person picks it; action: changes the whole file. */
  readonly kind: 'fix' | 'choice' | 'action';
  /** The rule whose findings it takes away, null for an action of its own. */
  readonly rule: string | null;
  readonly edits: readonly Edit[];
  /** Where the caret belongs afterwards, as an offset in the new text; null to leave it. */
  readonly caret: number | null;
  readonly preferred: boolean;
}

/** A text that a rule reports, and the same text as it should be. */
export interface Example {
  readonly bad: string;
  readonly good: string;
}

/**
 * What all proposals of a document share. With the proposal's own text and its project's name it is all that the
 * findings of a proposal's rule depend on, so they are found once for equal texts.
 */
export type Page = Pick<ProposalsDocument, 'kind' | 'term' | 'template'>;

/** A proposal as a rule sees it. Spans count from the proposal's start. */
export interface ProposalView {
  readonly body: ProposalBody;
  readonly level: number;
  readonly project: string | null;
  readonly page: Page;
}

/** One demand on one proposal: a file of its own, named like its id. */
export interface Rule {
  /** Code of its findings, name of its page and key in the settings. Never changes. */
  readonly id: string;
  /** What is demanded, as a sentence. */
  readonly summary: string;
  /** What goes wrong where it is not so. */
  readonly why: string;
  /** Where the demand comes from. */
  readonly source: string;
  readonly severity: Severity;
  readonly examples: readonly Example[];
  check(view: ProposalView): Iterable<Report>;
  /** What can be offered for one of its reports; none where a person has to think. */
  help?(report: Report, context: HelpContext): Iterable<Omit<Action, 'rule'>>;
}

/** A proposal in its document, for help that edits the document. */
export interface HelpContext {
  readonly proposal: Proposal;
  readonly document: ProposalsDocument;
  readonly known: Known;
}

/** A proposal of a document as a rule sees it. */
export function viewOf({ section, body, project }: Proposal, page: Page): ProposalView {
  return { body, level: section.level, project: project?.name ?? null, page };
}
