import type { ProposalRule } from '../../linter/rule';

export const untitledProposal: ProposalRule = {
  id: 'untitled-proposal',
  scope: 'proposal',
  unfinished: true,
  summary: 'Each proposal has a title.',
  why: 'The title becomes the program name on LFX, and mentees find the proposal by it.',
  source: 'The template at the top of the file',
  severity: 'error',
  demand: 'layout',
  examples: [
    {
      bad: '### Jaeger\n\n####\n\n- Description: Make them fast.\n- Mentor(s): Ada Example (@ada-example)\n',
      good: '### Jaeger\n\n#### Faster queries\n\n- Description: Make them fast.\n- Mentor(s): Ada Example (@ada-example)\n',
    },
  ],
  *check({ body, level }) {
    if (/[\p{L}\p{N}]/u.test(body.title.text)) return;
    const start = body.text.indexOf('#');
    yield { span: { start, end: start + level }, message: 'Give this proposal a title.' };
  },
};
