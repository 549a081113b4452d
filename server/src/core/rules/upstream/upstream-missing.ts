import type { DocumentRule } from '../../linter/rule';
import { answered, answeringFirst } from '../../linter/upstream-answers';

export const upstreamMissing: DocumentRule = {
  id: 'upstream-missing',
  scope: 'document',
  outside: true,
  summary: 'The upstream issue is there, for everybody to see.',
  why: 'Nobody can follow work in an issue that is gone, private or mistyped.',
  source: 'GitHub, when it is asked',
  severity: 'warning',
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
        yield { span, severity: 'error', message: `${owner}/${repo}#${number} has been deleted; link another issue.` };
      else
        yield {
          span,
          message: `GitHub shows no issue ${owner}/${repo}#${number} to the public: it is gone, private, or mistyped.`,
        };
    }
  },
};
