import type { FieldId } from '../../facts/fields';
import type { LabelTopic } from '../../facts/idea-labels';

/** The proposal field for each topic. Topics that are missing here occur only in some programs. */
export const fieldOfTopic: Partial<Record<LabelTopic, FieldId>> = {
  mentors: 'mentors',
  skills: 'recommended-skills',
  outcome: 'expected-outcome',
  description: 'description',
  issue: 'upstream-issue',
};
