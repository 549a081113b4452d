import type { DocumentRule } from '../../linter/rule';

const head = '### Jaeger\n\n#### Faster queries\n\n';
const ours = '- Description: Make queries fast.\n';
const rest = '- Mentor(s): Ada Example (@ada-example)\n';

export const mergeConflict: DocumentRule = {
  id: 'merge-conflict',
  scope: 'document',
  prose: true,
  summary: 'The file has no unresolved merge conflict.',
  why: 'Until the conflict is resolved, the file contains two versions and Git cannot continue. Fixes do not change such a file, because Git must find its marker lines in place. Rules that check the whole file do not run, because they would count both versions.',
  source: 'The markers that Git writes at the start of a line, also in code blocks',
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
          : 'This marker is left from a merge conflict. Remove the line.',
      };
  },
};
