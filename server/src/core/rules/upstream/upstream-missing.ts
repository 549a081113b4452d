import type { DocumentRule } from '../../linter/rule';
import { answered, answeringFirst } from '../../linter/upstream-answers';

export const upstreamMissing: DocumentRule = {
  id: 'upstream-missing',
  scope: 'document',
  outside: true,
  summary: 'The upstream issue exists and is public.',
  why: 'Nobody can follow the work in an issue that is deleted, private or mistyped.',
  source: 'GitHub',
  severity: 'warning',
  also: { error: 'the issue was deleted' },
  demand: 'upstream',
  examples: [
    {
      bad: '#### Faster queries\n\n- Upstream Issue: https://github.com/example/example/issues/1\n',
      good: '#### Faster queries\n\n- Upstream Issue: https://github.com/example/example/issues/2\n',
      known: answeringFirst({ is: 'missing', certain: false, asOf: 0 }),
    },
  ],
  *check(context) {
    for (const { reference, span, answer } of answered(context)) {
      if (answer.is !== 'missing') continue;
      const { owner, repo, number } = reference;
      if (answer.certain)
        yield { span, severity: 'error', message: `${owner}/${repo}#${number} was deleted. Link another issue.` };
      else
        yield {
          span,
          message: `Check ${owner}/${repo}#${number}: it is deleted, private or mistyped.`,
        };
    }
  },
};
