import type { Known } from '../known/known';
import type { ProposalsDocument } from '../model/document';
import type { Finding, RuleSettings } from './rule';

/** All findings of a document, in the order of the text. Nothing for what is no proposals document. Never throws. */
export declare function findingsOf(document: ProposalsDocument, known: Known, settings: RuleSettings): readonly Finding[];
