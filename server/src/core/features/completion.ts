import type { Known } from '../known/known';
import type { ProposalsDocument } from '../model/document';
import type { Edit } from '../text/edit';

export interface Completion {
  readonly kind: 'mentor' | 'field' | 'project' | 'proposal' | 'issue' | 'value' | 'link';
  readonly label: string;
  /** One short line beside the label. */
  readonly detail: string | null;
  /** Markdown, for the person who looks closer. */
  readonly documentation: string | null;
  readonly filterText: string;
  readonly sortText: string;
  readonly edit: Edit;
}

/** What can be completed at `offset`; empty in prose. */
export declare function completionsAt(document: ProposalsDocument, offset: number, known: Known): readonly Completion[];
