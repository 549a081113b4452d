import bundled from './lfx-form.json';
import { longestDescription, longestProgramName } from './limits';

/** A field of an issue form, as its YAML states it. */
export interface FormField {
  /** The name in the URL of a prefilled form. Empty if the YAML has none. */
  readonly id: string;
  /** The heading of the answer in the issue. */
  readonly label: string;
  readonly type: 'input' | 'textarea' | 'dropdown' | 'checkboxes';
  readonly required: boolean;
  /** Markdown. May be empty. */
  readonly description: string;
  /** The choices of a dropdown, or the labels of check boxes. */
  readonly options: readonly string[];
  /** What the form shows in place of an answer, or puts there itself. Undefined for none. */
  readonly given?: readonly string[];
}

/** An issue form by which proposals are filed. */
export interface ProposalForm {
  /** The path of the form in the workspace. Null for the bundled copy. */
  readonly path: string | null;
  /** The day of the bundled copy (YYYY-MM-DD). Null for a form of the workspace. */
  readonly asOf: string | null;
  /** The title that the form suggests. Parts in angle brackets stand for answers. */
  readonly title: string;
  /** The labels that the form gives to its issues. */
  readonly labels: readonly string[];
  /** In the order of the form. */
  readonly fields: readonly FormField[];
  readonly quotas: Quotas;
}

/** How many proposals a project may have in a term. */
export interface Quotas {
  readonly usual: number;
  /** By the project's name in lower case with hyphens, its GitHub organization, or its slug. */
  readonly byProject: Readonly<Record<string, number>>;
}

/** The ids of the fields in CNCF's form for LFX proposals, which its bot checks since June 2026. */
export const lfxFields = {
  project: 'cncf_project',
  term: 'term',
  name: 'program_name',
  description: 'program_description',
  technologies: 'technologies',
  skillsSame: 'skills_same',
  skills: 'skills',
  mentors: 'mentors',
  upstream: 'upstream_issue_url',
  prerequisites: 'application_prerequisites',
  challenge: 'coding_challenge_url',
  custom: 'custom_prerequisites',
  customName: 'custom_prerequisite_name',
  customDescription: 'custom_prerequisite_description',
  customUpload: 'custom_prerequisite_file_upload',
} as const;

/** The fields of CNCF's form, as our code calls them. */
export type LfxField = keyof typeof lfxFields;

/** Whether a form is CNCF's, so that what its bot checks beyond the YAML holds, too. */
export function isLfxForm({ fields }: ProposalForm): boolean {
  return tellingFields.every((own) => fields.some(({ id }) => id === lfxFields[own]));
}

/** The field of CNCF's form. Null if the form of the workspace does not have it any more. */
export function lfxField({ fields }: ProposalForm, own: LfxField): FormField | null {
  return fields.find(({ id }) => id === lfxFields[own]) ?? null;
}

/** The heading of a draft that answers a field of a form, so that the draft needs no label for it. Null for none. */
export function headingOf(label: string): 'title' | 'project' | 'term' | null {
  if (/\b(?:title|name)\b/i.test(label) && !/\b(?:mentor|contact|your)\b/i.test(label)) return 'title';
  if (/^(?:[a-z]+ )?(?:project|organization)$/i.test(label)) return 'project';
  return /^(?:[a-z]+ )?term$/i.test(label) ? 'term' : null;
}

/** The repository in which LFX proposals are filed as issues. */
export const lfxRepository = 'cncf/mentoring';

/** How the title of a proposal's issue begins. */
export const issueTitlePrefix = '[CNCF LFX Proposal]';

/** The labels of an issue that the bot checks whatever its title. */
export const issueLabels: readonly string[] = ['lfx mentorship', 'Proposal'];

/** The sections without which the bot does not take an issue for a proposal. */
export const tellingFields: readonly LfxField[] = ['project', 'term', 'description', 'mentors'];

/** The longest values that the bot takes, in UTF-16 code units. */
export const formLimits = {
  title: longestProgramName,
  description: longestDescription,
  customName: 20,
  customDescription: 500,
} as const;

/** CNCF's form, its terms and quotas on the day of the copy, for workspaces without their own. */
export const bundledForm: ProposalForm = bundled as ProposalForm;
