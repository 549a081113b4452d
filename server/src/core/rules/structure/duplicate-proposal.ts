import type { DocumentRule } from '../../linter/rule';
import type { Proposal } from '../../model/document';
import { shift } from '../../text/span';

export const duplicateProposal: DocumentRule = {
  id: 'duplicate-proposal',
  scope: 'document',
  summary: 'Each proposal of a project has its own title.',
  why: 'Nobody can tell two proposals with the same title apart, neither in the table of contents nor on LFX. Usually one of them is a leftover.',
  source: 'Corrections made in past terms',
  severity: 'warning',
  demand: 'projects',
  examples: [
    {
      bad: '### Jaeger\n\n#### Faster queries\n\n- Description: Make them fast.\n- Mentor(s): Ada Example (@ada-example)\n\n#### Faster queries\n\n- Description: Make them very fast.\n- Mentor(s): Ada Example (@ada-example)\n',
      good: '### Jaeger\n\n#### Faster queries\n\n- Description: Make them fast.\n- Mentor(s): Ada Example (@ada-example)\n\n#### Faster writes\n\n- Description: Make them very fast.\n- Mentor(s): Ada Example (@ada-example)\n',
    },
  ],
  *check({ document }) {
    const byProject = new Map<string, Map<string, Proposal>>();
    let place = '';
    let firsts = new Map<string, Proposal>();
    byProject.set(place, firsts);
    for (const proposal of document.proposals) {
      const { key, title } = proposal.body;
      if (key === '') continue;
      const own = (proposal.subproject ?? proposal.project)?.key ?? '';
      // Proposals of one project usually follow each other, so we look up the project only if it changes.
      if (own !== place) {
        place = own;
        firsts = byProject.get(own) ?? new Map();
        byProject.set(own, firsts);
      }
      const first = firsts.get(key);
      if (!first) {
        firsts.set(key, proposal);
        continue;
      }
      yield {
        span: shift(title.span, proposal.section.start),
        message: `${proposal.project ? `"${proposal.project.name}"` : 'This file'} already has this title: rename or remove this proposal.`,
        related: [
          { uri: null, span: shift(first.body.title.span, first.section.start), message: 'The first proposal.' },
        ],
      };
    }
  },
};
