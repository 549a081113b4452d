/** What client and server say to each other about the issue that a draft becomes. */
import type { WirePlace, WirePosition } from './place';

/**
 * Client to server, `SubmissionParams`: what the draft at a place becomes, as a `WireSubmission`; null where there is no
 * proposal that is filed by a form.
 */
export const submissionRequest = 'mentorshipProposals/submission';

export interface SubmissionParams {
  readonly uri: string;
  /** A place in the proposal, or above it. */
  readonly position: WirePosition;
}

/** Client to server, `IssueEditParams`: what the draft at a place would change in an issue, as a `WireIssueEdit`, or null. */
export const issueEditRequest = 'mentorshipProposals/issueEdit';

export interface IssueEditParams extends SubmissionParams {
  /** The issue's body as GitHub has it. */
  readonly present: string;
}

export interface WireIssueEdit {
  /** The title and the body to send. */
  readonly title: string;
  readonly body: string;
  /** Labels of the fields that change. If there is one, the issue loses its approvals. */
  readonly differing: readonly string[];
}

/** The issue of a draft, with what is wrong with it. All texts come from the draft or the form. */
export interface WireSubmission {
  readonly uri: string;
  readonly version: number;
  /** The heading of the proposal. */
  readonly heading: WirePlace['range'];
  /** The draft's own title, for display. */
  readonly name: string;
  readonly form: WireForm;
  readonly issue: { readonly title: string; readonly body: string };
  /** The name that the program will have; null while a part of it is missing. */
  readonly programName: { readonly text: string; readonly length: number; readonly limit: number } | null;
  /** In the order of the form. */
  readonly fields: readonly WireField[];
  readonly problems: readonly WireProblem[];
  /** The address of the form with its text fields filled in. Null if the repository of the form is unknown. */
  readonly prefilled: WirePrefilledForm | null;
  /** The page of a blank issue with the title. Null likewise. */
  readonly blankPage: string | null;
}

export interface WirePrefilledForm {
  readonly url: string;
  /** What the person has to choose or tick, as "CNCF Project: Jaeger". */
  readonly toClick: readonly string[];
  /** Labels of fields whose text is too long for an address. */
  readonly toPaste: readonly string[];
}

/** The form that a draft is filed with. */
export interface WireForm {
  /** The repository in which issues are made: `owner/repo`. Null if unknown. */
  readonly repository: string | null;
  /** The file of the form below `.github/ISSUE_TEMPLATE`: "lfx-program-proposal.yml". */
  readonly template: string;
  /** The day of the bundled copy (YYYY-MM-DD). Null for the form of the workspace. */
  readonly asOf: string | null;
  /** Whether its issues are checked by CNCF's bot. */
  readonly isLfx: boolean;
}

/** An answer as the form will have it. */
export interface WireField {
  /** Empty for a field without one. */
  readonly id: string;
  readonly label: string;
  readonly type: 'input' | 'textarea' | 'dropdown' | 'checkboxes';
  readonly required: boolean;
  /** The form's own words, Markdown. May be empty. */
  readonly description: string;
  /** Of check boxes, lines such as `- [X] Resume`. */
  readonly answer: string;
  /** Whether the form has the answer among its choices. True for fields without choices and for empty answers. */
  readonly offered: boolean;
  /** In UTF-16 units; null without a limit. */
  readonly limit: number | null;
  /** Where the draft says it: its label, or the heading if the draft does not. */
  readonly range: WirePlace['range'];
}

export interface WireProblem {
  readonly kind: string;
  /** The label of the form's field. */
  readonly field: string;
  readonly severity: 'error' | 'warning';
  /** Who would say so: CNCF's bot, or only we. */
  readonly by: 'bot' | 'editor';
  readonly message: string;
  readonly range: WirePlace['range'];
}
