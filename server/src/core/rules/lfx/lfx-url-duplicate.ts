import type { DocumentRule } from '../../linter/rule';
import type { Proposal } from '../../model/document';
import { shift } from '../../text/span';

export const lfxUrlDuplicate: DocumentRule = {
  id: 'lfx-url-duplicate',
  scope: 'document',
  summary: 'Each proposal has its own LFX URL.',
  why: 'Otherwise mentees apply for a different proposal than the one they read.',
  source: 'LFX Mentorship: one page for each program',
  severity: 'error',
  demand: 'lfx',
  examples: [
    {
      bad: '### Jaeger\n\n#### Faster queries\n\n- Description: d\n- LFX URL: https://mentorship.lfx.linuxfoundation.org/project/0a1b2c3d-0000-4000-8000-00000000000a\n\n#### Smaller index\n\n- Description: d\n- LFX URL: https://mentorship.lfx.linuxfoundation.org/project/0a1b2c3d-0000-4000-8000-00000000000a\n',
      good: '### Jaeger\n\n#### Faster queries\n\n- Description: d\n- LFX URL: https://mentorship.lfx.linuxfoundation.org/project/0a1b2c3d-0000-4000-8000-00000000000a\n\n#### Smaller index\n\n- Description: d\n- LFX URL: https://mentorship.lfx.linuxfoundation.org/project/0a1b2c3d-0000-4000-8000-00000000000b\n',
    },
  ],
  *check({ document }) {
    // Community Bridge had one page for all proposals of a project.
    if ((document.term?.year ?? 9999) < 2021) return;
    const seen = new Map<string, Proposal>();
    for (const proposal of document.proposals) {
      const { body, section } = proposal;
      if (body.lfxUrl === null) continue;
      const first = seen.get(body.lfxUrl.text);
      if (!first) seen.set(body.lfxUrl.text, proposal);
      else if (first.body.lfxUrl)
        yield {
          span: shift(body.lfxUrl.span, section.start),
          message: `"${first.body.title.text}" has the same LFX URL. Correct one of them.`,
          related: [
            {
              uri: null,
              span: shift(first.body.lfxUrl.span, first.section.start),
              message: `The LFX URL of "${first.body.title.text}".`,
            },
          ],
        };
    }
  },
};
