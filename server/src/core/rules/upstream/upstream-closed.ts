import { termEnd, termPhase } from '../../facts/terms';
import type { DocumentRule } from '../../linter/rule';
import { answered, answeringFirst, issueIs } from '../../linter/upstream-answers';

export const upstreamClosed: DocumentRule = {
  id: 'upstream-closed',
  scope: 'document',
  outside: true,
  summary: 'The upstream issue stays open for the whole term.',
  why: 'A closed issue tells mentees that the work is done or no longer wanted.',
  source: 'GitHub',
  severity: 'information',
  demand: 'upstream',
  examples: [
    {
      bad: '#### Faster queries\n\n- Upstream Issue: https://github.com/example/example/issues/1\n',
      good: '#### Faster queries\n\n- Upstream Issue: https://github.com/example/example/issues/2\n',
      known: answeringFirst(issueIs({ state: 'closed', stateReason: 'completed', closedAt: 0 })),
    },
  ],
  *check(context) {
    const { term } = context.document;
    // When a term is over, its issues are closed because the work is done.
    if (termPhase(term?.status ?? '') === 'over') return;
    const end = termEnd(term) ?? Number.POSITIVE_INFINITY;
    for (const { reference, span, answer } of answered(context)) {
      // Merged pull requests and answered discussions do not need to be reopened.
      if (answer.is !== 'known' || answer.facts.state !== 'closed' || answer.facts.kind !== 'issue') continue;
      const { closedAt, stateReason } = answer.facts;
      if ((closedAt ?? 0) >= end) continue;
      const { owner, repo, number } = reference;
      const as =
        stateReason === 'not_planned' ? ' as not planned' : stateReason === 'duplicate' ? ' as a duplicate' : '';
      const when = closedAt === null ? '' : ` on ${new Date(closedAt).toISOString().slice(0, 10)}`;
      yield {
        span,
        message: `Reopen or replace ${owner}/${repo}#${number}: closed${as}${when}.`,
      };
    }
  },
};
