import type { ProposalRule } from '../../linter/rule';
import { isTwoProposals } from '../../model/two-proposals';

export const upstreamCount: ProposalRule = {
  id: 'upstream-count',
  scope: 'proposal',
  summary: 'Each proposal has one upstream issue.',
  why: 'A proposal is accepted with exactly one. That issue can link to others.',
  source: 'The acceptance check of proposals',
  severity: 'information',
  examples: [
    {
      bad: '#### Faster queries\n\n- Upstream Issue: https://github.com/example/example/issues/1, https://github.com/example/example/issues/2\n',
      good: '#### Faster queries\n\n- Upstream Issue: https://github.com/example/example/issues/1\n',
    },
  ],
  *check({ body, page: { term } }) {
    const { upstream } = body;
    // The demand came with the terms of 2023, and Summer of Code has none like it.
    if (upstream.length < 2 || (term?.year ?? 9999) < 2023 || term?.program === 'summerofcode') return;
    const first = upstream[0]?.url.text.toLowerCase();
    const second = upstream.find(({ url }) => url.text.toLowerCase() !== first);
    const count = new Set(upstream.map(({ url }) => url.text.toLowerCase())).size;
    if (second && !isTwoProposals(body))
      yield {
        span: second.span,
        message: `Keep one of these ${count} links: the issue that tracks the work.`,
      };
  },
};
