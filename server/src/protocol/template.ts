/** What client and server say to each other about the template of a document. */

/** Client to server, `TemplateParams`: the template that a document is compared with, as a `WireTemplate`; null for what is no proposals document. */
export const templateRequest = 'mentorshipProposals/template';

export interface TemplateParams {
  readonly uri: string;
}

export interface WireTemplate {
  /** `document`: in the file itself; `file`, `form`: a file of the repository; `facts`: of the program; `habit`: learned. */
  readonly source: 'document' | 'file' | 'form' | 'facts' | 'habit';
  /** Where a template that is a file lies, from the repository's root; null for every other. */
  readonly path: string | null;
  /** The program's common name; null if unknown. */
  readonly program: string | null;
  /** Whether its proposals are filed by an issue form. */
  readonly hasForm: boolean;
  /** Whether one of its proposals names an issue upstream. */
  readonly hasUpstream: boolean;
  /** How many proposals of the document the template was learned from; 0 for one that was not learned. */
  readonly proposals: number;
}
