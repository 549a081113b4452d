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
  summary: 'A proposal has two to four mentors.',
  why: 'One mentor alone leaves the mentee without help when they are away; more than four are not accepted.',
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
          message: `${count} mentors are named; at most ${most} are accepted, so keep those who will guide the mentee.`,
        };
      return;
    }
    if (!fieldOf(body, 'mentors')?.placeholder)
      yield { span, message: 'One mentor is named; two are better, so that one can stand in for the other.' };
  },
};
