import { isPerson, mentorsPlace } from '../../edits/mentor-entry';
import type { ProposalRule } from '../../linter/rule';
import { fieldOf, type ProposalBody } from '../../model/proposal';
import type { Term } from '../../model/term';
import { isTwoProposals } from '../../model/two-proposals';

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
    const count = countMentors(body);
    if ((count > 1 && count <= MOST) || count === 0 || isUncounted(term) || isTwoProposals(body)) return;
    const span = mentorsPlace(body);
    if (count > MOST) {
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

/** How many people a proposal names, each once. */
export function countMentors({ mentors }: ProposalBody): number {
  return new Set(
    mentors.filter(isPerson).map(({ handle, email, name }) => (handle ?? email ?? name)?.text.toLowerCase()),
  ).size;
}

/** How many mentors a proposal of a term may have at most; null where nobody counts them. */
export function mostMentors(term: Term | null): number | null {
  return isUncounted(term) || term?.program === 'summerofcode' ? null : MOST;
}

/** Until 2022 nobody counted. */
function isUncounted(term: Term | null): boolean {
  return (term?.year ?? 9999) < 2023;
}
