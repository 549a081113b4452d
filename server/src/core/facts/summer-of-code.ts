import { fieldFact } from './fields';

/** The label that only Summer of Code templates have. */
export const projectSizeLabel = 'Expected project size';

/** The labels of a Summer of Code proposal, in the order of the template. */
export const summerOfCodeLabels: readonly string[] = [
  fieldFact('description').label,
  fieldFact('expected-outcome').label,
  fieldFact('recommended-skills').label,
  projectSizeLabel,
  fieldFact('mentors').label,
  'Upstream Issue (URL)',
];

/** The project sizes that Google offers. */
export const projectSizes: readonly string[] = ['small (~90 hours)', 'medium (~175 hours)', 'large (~350 hours)'];
