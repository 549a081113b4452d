import type { Known } from '../known/known';
import type { ProposalsDocument } from '../model/document';
import type { Action, RuleSettings } from '../rules/rule';
import type { Span } from '../text/span';

/** What can be done at `span`, computed afresh from the document: the preferred one first. */
export declare function actionsAt(document: ProposalsDocument, span: Span, known: Known, settings: RuleSettings): readonly Action[];
