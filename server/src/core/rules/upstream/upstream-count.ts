import type { OptionsSchema, ProposalRule } from '../../linter/rule';
import { isTwoProposals } from '../../model/two-proposals';
import type { Span } from '../../text/span';

const options = {
  max: {
    type: 'integer',
    summary: 'The largest number of upstream issues.',
    default: 1,
    minimum: 1,
    maximum: 100,
  },
} satisfies OptionsSchema;

export const upstreamCount: ProposalRule<typeof options> = {
  id: 'upstream-count',
  scope: 'proposal',
  summary: 'Each proposal has one upstream issue.',
  why: 'A proposal is accepted only with exactly one upstream issue. That issue can link to others.',
  source: 'The acceptance check of proposals',
  severity: 'information',
  demand: 'upstream',
  options,
  examples: [
    {
      bad: '#### Faster queries\n\n- Upstream Issue: https://github.com/example/example/issues/1, https://github.com/example/example/issues/2\n',
      good: '#### Faster queries\n\n- Upstream Issue: https://github.com/example/example/issues/1\n',
    },
  ],
  *check({ body, page: { term }, options: { max } }) {
    const { upstream } = body;
    // The requirement started with the terms of 2023 and does not apply to Summer of Code.
    if (upstream.length < 2 || (term?.year ?? 9999) < 2023 || term?.program === 'summerofcode') return;
    const each = new Map<string, Span>();
    for (const { url, span } of upstream) {
      const key = url.text.toLowerCase();
      if (!each.has(key)) each.set(key, span);
    }
    const span = [...each.values()][max];
    if (span && !isTwoProposals(body))
      yield {
        span,
        message:
          max === 1
            ? `Keep one of these ${each.size} links: the issue that tracks the work.`
            : `Keep at most ${max} of these ${each.size} links: the issues that track the work.`,
      };
  },
};
