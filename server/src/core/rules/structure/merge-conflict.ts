import type { DocumentRule } from '../../linter/rule';

const head = '### Jaeger\n\n#### Faster queries\n\n';
const ours = '- Description: Make queries fast.\n';
const rest = '- Mentor(s): Ada Example (@ada-example)\n';

export const mergeConflict: DocumentRule = {
  id: 'merge-conflict',
  scope: 'document',
  summary: 'No merge conflict is left in the file.',
  why: 'Both sides of a conflict stand in the file, and mentees read both. Until it is resolved, nothing changes the file for you, and what looks at the whole file is silent: it would count both sides.',
  source: 'The markers that git writes at the start of a line, in code blocks, too; one that is only shown is indented',
  severity: 'error',
  examples: [
    {
      bad: `${head}<<<<<<< HEAD\n${ours}=======\n- Description: Make reading fast.\n>>>>>>> faster-reading\n${rest}`,
      good: `${head}${ours}${rest}`,
    },
  ],
  *check({ document }) {
    for (const { marker, whole } of document.conflicts)
      yield {
        span: marker,
        message: whole
          ? 'Resolve this merge conflict before anything else.'
          : 'This marker is left of a merge conflict: finish resolving it, and remove the line.',
      };
  },
};
