import { mentorsPlace } from '../../edits/mentor-entry';
import { mostMentorsOfProposal } from '../../facts/limits';
import type { ProposalRule } from '../../linter/rule';
import { countMentors, countsMentors, mostMentors } from '../../model/people';
import { fieldOf } from '../../model/proposal';
import { isTwoProposals } from '../../model/two-proposals';

export const mentorCount: ProposalRule = {
  id: 'mentor-count',
  scope: 'proposal',
  anySize: true,
  summary: 'Each proposal has two to four mentors.',
  why: 'With only one mentor, the mentee has no help when that mentor is away. More than four are not accepted.',
  source: 'The acceptance check of proposals',
  severity: 'information',
  examples: [
    {
      bad: '#### Faster queries\n\n- Mentor(s):\n  - Ada Example (@ada-example, ada@example.org)\n',
      good: '#### Faster queries\n\n- Mentor(s):\n  - Ada Example (@ada-example, ada@example.org)\n  - Bo Sample (@bo-sample, bo@example.org)\n',
    },
  ],
  *check({ body, page: { term } }) {
    const count = countMentors(body);
    if ((count > 1 && count <= mostMentorsOfProposal) || count === 0 || !countsMentors(term) || isTwoProposals(body))
      return;
    const span = mentorsPlace(body);
    if (count > mostMentorsOfProposal) {
      const most = mostMentors(term);
      if (most !== null)
        yield {
          span,
          severity: 'warning',
          message: `Keep at most ${most} of these ${count} mentors, those who will guide the mentee.`,
        };
      return;
    }
    if (!fieldOf(body, 'mentors')?.placeholder)
      yield { span, message: 'Add a second mentor, so that one can replace the other.' };
  },
};
