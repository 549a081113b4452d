import { mentorsPlace } from '../../edits/mentor-entry';
import { mostMentorsOfProposal } from '../../facts/limits';
import type { OptionsSchema, ProposalRule } from '../../linter/rule';
import { countMentors, countsMentors, limitsMentors } from '../../model/people';
import { fieldOf } from '../../model/proposal';
import { requiredMentors } from '../../model/template-words';
import { isTwoProposals } from '../../model/two-proposals';

const options = {
  min: { type: 'integer', summary: 'The smallest number of mentors.', default: 2, minimum: 1, maximum: 100 },
  max: {
    type: 'integer',
    summary: 'The largest number of mentors.',
    default: mostMentorsOfProposal,
    minimum: 1,
    maximum: 100,
  },
} satisfies OptionsSchema;

export const mentorCount: ProposalRule<typeof options> = {
  id: 'mentor-count',
  scope: 'proposal',
  anySize: true,
  summary: 'Each proposal has two to four mentors.',
  why: 'With only one mentor, the mentee has no help when that mentor is away. More than four are not accepted.',
  source: 'The acceptance check of proposals',
  severity: 'information',
  also: { warning: 'the template or the term demands the number' },
  demand: 'mentors',
  options,
  examples: [
    {
      bad: '#### Faster queries\n\n- Mentor(s):\n  - Ada Example (@ada-example, ada@example.org)\n',
      good: '#### Faster queries\n\n- Mentor(s):\n  - Ada Example (@ada-example, ada@example.org)\n  - Bo Sample (@bo-sample, bo@example.org)\n',
    },
  ],
  *check({ body, page: { term, template, kind }, options: { min, max } }) {
    const count = countMentors(body);
    if ((count >= min && count <= max) || count === 0 || !countsMentors(term) || isTwoProposals(body)) return;
    const span = mentorsPlace(body);
    if (count > max) {
      if (limitsMentors(term))
        yield {
          span,
          severity: 'warning',
          message: `Keep at most ${max} of these ${count} mentors, those who will guide the mentee.`,
        };
      return;
    }
    if (fieldOf(body, 'mentors')?.placeholder) return;
    const required = kind === 'proposed' ? requiredMentors(template) : null;
    if (required !== null && count < required)
      yield {
        span,
        severity: 'warning',
        message: `Add mentors: ${count} of at least ${required}. The template requires them.`,
      };
    else yield { span, message: tooFew(count, min) };
  },
};

function tooFew(count: number, min: number): string {
  if (count === 1 && min === 2) return 'Add a second mentor, so that one can replace the other.';
  return `Add mentors: ${count} of at least ${min}.`;
}
