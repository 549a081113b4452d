import { fieldFact } from './fields';

/** The label that the template of a Summer of Code has beside the program's own. */
const projectSize = 'Expected project size';

/** The labels of a Summer of Code proposal, in the order of its template. */
export const summerOfCodeLabels: readonly string[] = [
  fieldFact('description').label,
  fieldFact('expected-outcome').label,
  fieldFact('recommended-skills').label,
  projectSize,
  fieldFact('mentors').label,
  'Upstream Issue (URL)',
];

/** The sizes that Google has projects in. */
export const projectSizes: readonly string[] = ['small (~90 hours)', 'medium (~175 hours)', 'large (~350 hours)'];
