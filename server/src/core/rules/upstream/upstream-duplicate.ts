import { termSortKey } from '../../facts/terms';
import { wordKey } from '../../facts/words';
import type { Known, KnownUse } from '../../known/known';
import type { DocumentRule, Related } from '../../linter/rule';
import type { Proposal, ProposalsDocument } from '../../model/document';
import type { Reference } from '../../model/proposal';
import { shift } from '../../text/span';

export const upstreamDuplicate: DocumentRule = {
  id: 'upstream-duplicate',
  scope: 'document',
  outside: true,
  summary: 'Each upstream issue belongs to one proposal per term.',
  why: 'If two proposals link the same issue, they describe the same work or one of the links is wrong.',
  source: 'The acceptance check of proposals',
  severity: 'warning',
  demand: 'upstream',
  examples: [
    {
      bad: '### Jaeger\n\n#### Faster queries\n\n- Upstream Issue: https://github.com/example/example/issues/1\n\n#### Smaller index\n\n- Upstream Issue: https://github.com/example/example/issues/1\n',
      good: '### Jaeger\n\n#### Faster queries\n\n- Upstream Issue: https://github.com/example/example/issues/1\n\n#### Smaller index\n\n- Upstream Issue: https://github.com/example/example/issues/2\n',
    },
  ],
  *check({ document, known }) {
    const term = termSortKey(document.term);
    const seen = new Map<string, { proposal: Proposal; reference: Reference }>();
    const asks = term !== '' && known.hasOthers();
    if (!asks && !mayRepeat(document)) return;
    // Cached, because one issue can occur a thousand times.
    const remembered = new Map<string, readonly KnownUse[]>();
    const elsewhere = (issue: string, key: Parameters<Known['uses']>[0]): readonly KnownUse[] => {
      const uses =
        remembered.get(issue) ??
        known
          .uses(key)
          .filter(({ proposal: { file } }) => file.path !== document.path && file.termKey === term)
          .slice(0, MOST);
      remembered.set(issue, uses);
      return uses;
    };
    for (const proposal of document.proposals) {
      const { body, section, project } = proposal;
      for (const reference of body.upstream) {
        const { issue, owner, repo, number } = reference;
        if (issue === null || owner === null || repo === null || number === null) continue;
        const first = seen.get(issue);
        if (!first) seen.set(issue, { proposal, reference });
        const related: Related[] = [];
        if (first && first.proposal !== proposal && first.proposal.body.key !== body.key)
          related.push({
            uri: null,
            span: shift(first.reference.span, first.proposal.section.start),
            message: `Also used by "${first.proposal.body.title.text}".`,
          });
        for (const { proposal: other, span } of asks ? elsewhere(issue, { owner, repo, number }) : []) {
          const { uri } = other.file;
          if (hasSameWords(other.title, body.title.text)) continue;
          // A proposal can get a new title when it moves from the drafts to the README, but keeps its project and
          // issue.
          if (other.project !== null && project !== null && hasSameWords(other.project.name, project.name)) continue;
          related.push({ uri, span, message: `Also used by "${other.title}".` });
        }
        if (related.length > 0)
          yield {
            span: shift(reference.span, section.start),
            message: `Link another issue: another proposal already uses ${owner}/${repo}#${number}.`,
            related,
          };
      }
    }
  },
};

/** Real issues have fewer uses in a term. This limits the comparisons per reference. */
const MOST = 20;

/** A quick test by issue number, because usually none repeats. */
function mayRepeat({ proposals }: ProposalsDocument): boolean {
  const numbers = new Set<number>();
  for (const { body } of proposals) {
    for (const { number } of body.upstream) {
      if (number === null) continue;
      if (numbers.has(number)) return true;
      numbers.add(number);
    }
  }
  return false;
}

function hasSameWords(a: string, b: string): boolean {
  return wordKey(a) === wordKey(b);
}
