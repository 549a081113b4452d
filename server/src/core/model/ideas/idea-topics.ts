import type { FieldId } from '../../facts/fields';
import type { LabelTopic } from '../../facts/idea-labels';

/** The field of a proposal that a topic is; the others are fields of one program. */
export const fieldOfTopic: Partial<Record<LabelTopic, FieldId>> = {
  mentors: 'mentors',
  skills: 'recommended-skills',
  outcome: 'expected-outcome',
  description: 'description',
  issue: 'upstream-issue',
};
