import type { DocumentRule } from '../../linter/rule';

export const mergeConflict: DocumentRule = {
  id: 'merge-conflict',
  scope: 'document',
  summary: 'The file has no unresolved merge conflict.',
  why: 'Until the conflict is resolved, the file contains two versions and Git cannot continue. No fix edits such a file, because Git must find the marker lines where it put them.',
  source: 'Git',
  severity: 'error',
  examples: [
    {
      bad: '### Jaeger\n\n#### Faster queries\n\n<<<<<<< HEAD\n- Description: Make them fast.\n=======\n- Description: Make them quick.\n>>>>>>> drafts\n- Mentor(s): Ada Example (@ada-example, ada@example.org)\n',
      good: '### Jaeger\n\n#### Faster queries\n\n- Description: Make them quick.\n- Mentor(s): Ada Example (@ada-example, ada@example.org)\n',
    },
  ],
  *check({ document: { text, conflicts } }) {
    for (const { start } of conflicts) {
      const feed = text.indexOf('\n', start);
      const line = text.slice(start, feed < 0 ? text.length : feed).trimEnd();
      yield {
        span: { start, end: start + line.length },
        message: 'Resolve this merge conflict: keep one version and delete the marker lines.',
      };
    }
  },
};
