import type { FieldId } from '../../facts/fields';
import type { LabelTopic } from '../../facts/idea-labels';

const fields: Partial<Record<LabelTopic, FieldId>> = {
  mentors: 'mentors',
  skills: 'recommended-skills',
  outcome: 'expected-outcome',
  description: 'description',
  issue: 'upstream-issue',
};

/** The field of a proposal that a topic is. Null for the others, which are fields of one program. */
export function fieldOfTopic(topic: LabelTopic | null): FieldId | null {
  return (topic && fields[topic]) ?? null;
}
