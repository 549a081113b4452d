import { fieldOf } from '../model/proposal';
import { isPerson, mentorsPlace } from './mentor-entry';
import type { ProposalRule } from './rule';
import { isTwoProposals } from './two-proposals';

/** More than these are not accepted. */
const MOST = 4;

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
    const count = new Set(
      body.mentors.filter(isPerson).map(({ handle, email, name }) => (handle ?? email ?? name)?.text.toLowerCase()),
    ).size;
    // Until 2022 nobody counted.
    if ((count > 1 && count <= MOST) || count === 0 || (term?.year ?? 9999) < 2023 || isTwoProposals(body)) return;
    const span = mentorsPlace(body);
    if (count > MOST) {
      if (term?.program !== 'summerofcode')
        yield {
          span,
          severity: 'warning',
          message: `${count} mentors are named; at most ${MOST} are accepted, so keep those who will guide the mentee.`,
        };
      return;
    }
    if (!fieldOf(body, 'mentors')?.placeholder)
      yield { span, message: 'One mentor is named; two are better, so that one can stand in for the other.' };
  },
};
