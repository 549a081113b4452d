import type { DocumentRule } from '../../linter/rule';
import { type Answered, answered, answeringFirst, issueIs } from '../../linter/upstream-answers';
import { targetOf } from '../../model/reference';

export const upstreamMoved: DocumentRule = {
  id: 'upstream-moved',
  scope: 'document',
  outside: true,
  summary: 'The link to the upstream issue is up to date.',
  why: 'An old link works only until someone reuses the old name.',
  source: 'GitHub',
  severity: 'information',
  demand: 'upstream',
  examples: [
    {
      bad: '#### Faster queries\n\n- Upstream Issue: https://github.com/example/example/issues/1\n',
      good: '#### Faster queries\n\n- Upstream Issue: https://github.com/example/example/issues/2\n',
      known: answeringFirst(issueIs({ number: 2, url: 'https://github.com/example/example/issues/2' })),
    },
  ],
  *check(context) {
    for (const { span, url, what } of moved(context)) yield { span, message: `${what}: change the link to "${url}".` };
  },
  *help({ span }, context) {
    for (const each of moved(context)) {
      if (each.span.start !== span.start) continue;
      yield {
        title: `Change to ${each.url}`,
        kind: 'choice',
        preferred: true,
        caret: null,
        edits: [{ span: each.span, text: each.url }],
      };
    }
  },
};

function* moved(context: Parameters<typeof answered>[0]): Iterable<Answered & { url: string; what: string }> {
  for (const each of answered(context)) {
    if (each.answer.is !== 'known') continue;
    const { url, kind } = each.answer.facts;
    if (isElsewhere(each, url)) yield { ...each, url, what: 'The issue has moved' };
    else if (kind !== each.reference.kind) yield { ...each, url, what: becomings[kind] };
  }
}

/** GitHub redirects an issue URL to whatever has its number. */
const becomings = {
  issue: 'The issue has moved',
  pull: 'The issue is a pull request now',
  discussion: 'The issue is a discussion now',
};

/** Whether a URL opens another place, ignoring case. */
function isElsewhere({ reference }: Answered, url: string): boolean {
  const today = targetOf(url);
  if (today.number === null) return false;
  return (
    today.number !== reference.number ||
    today.owner?.toLowerCase() !== reference.owner?.toLowerCase() ||
    today.repo?.toLowerCase() !== reference.repo?.toLowerCase()
  );
}
