import { longestDescription, longestProgramName } from './limits';

/** The issue form by which LFX proposals are filed since June 2026, and what its bot asks. Rules as of 2026-08-05. */

/** The fields of the form by their ids, in the order of the form; the values are the labels. */
export const formLabels = {
  project: 'CNCF Project',
  term: 'Term',
  name: 'Program Name',
  description: 'Program Description',
  technologies: 'Technologies',
  skillsSame: 'Skills same as Technologies?',
  skills: 'Required/Desirable Skills',
  mentors: 'Mentors',
  upstream: 'Upstream Issue URL',
  prerequisites: 'Application Prerequisites',
  challenge: 'Coding Challenge URL',
  custom: 'Custom Prerequisites',
  customName: 'Custom Prerequisite Name',
  customDescription: 'Custom Prerequisite Description',
  customUpload: 'Custom Prerequisite — File Upload',
} as const;

export type FormField = keyof typeof formLabels;
export type FormLabel = (typeof formLabels)[FormField];

/** The fields that may not be empty. */
export const requiredFields: readonly FormField[] = [
  'project',
  'term',
  'name',
  'description',
  'technologies',
  'mentors',
  'upstream',
];

/** How the title of a proposal's issue begins. */
export const issueTitlePrefix = '[CNCF LFX Proposal]';

/** The labels of an issue that the bot looks at whatever its title. */
export const issueLabels: readonly string[] = ['lfx mentorship', 'Proposal'];

/** The sections without which the bot does not take an issue for a proposal. */
export const tellingFields: readonly FormField[] = ['project', 'term', 'description', 'mentors'];

/** The longest values that the bot takes, in UTF-16 code units. */
export const formLimits = {
  title: longestProgramName,
  description: longestDescription,
  customName: 20,
  customDescription: 500,
} as const;
