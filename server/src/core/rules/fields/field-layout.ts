import { editsFor } from '../../edits/label-fix';
import { flawOf } from '../../edits/label-layout';
import type { ProposalRule } from '../../linter/rule';
import { shift } from '../../text/span';

export const fieldLayout: ProposalRule = {
  id: 'field-layout',
  scope: 'proposal',
  layout: true,
  summary: 'Each label is an unindented list item in plain text with a colon, as in the template.',
  why: 'On GitHub and LFX, text outside a list runs into the text next to it, and an admin has to rewrite other layouts by hand.',
  source: 'The template at the top of the file',
  severity: 'information',
  demand: 'layout',
  examples: [
    {
      bad: '### Jaeger\n\n#### Faster queries\n\nDescription: Make them fast.\n* Expected Outcome: Speed.\n- **Recommended Skills:** Go\n- Mentor(s)\n  - Ada Example (@ada-example)\n',
      good: '### Jaeger\n\n#### Faster queries\n\n- Description: Make them fast.\n- Expected Outcome: Speed.\n- Recommended Skills: Go\n- Mentor(s):\n  - Ada Example (@ada-example)\n',
    },
  ],
  *check({ body, page }) {
    for (const field of body.fields) {
      const flaw = flawOf(body.text, field, page.template);
      if (!flaw || !field.label) continue;
      const fixable = () => editsFor(body, field, flaw, page.template) !== null;
      yield { span: field.label.span, message: flaw.message, field: field.label.text, fixable };
    }
  },
  *help({ span }, { proposal: { body, section }, document }) {
    const field = body.fields.find(({ label }) => label?.span.start === span.start);
    const flaw = field && flawOf(body.text, field, document.template);
    const edits = field && flaw ? editsFor(body, field, flaw, document.template) : null;
    if (!edits || !field?.label) return;
    yield {
      title: `Format "${field.label.text}" as in the template`,
      kind: 'fix',
      edits: edits.map((edit) => ({ ...edit, span: shift(edit.span, section.start) })),
      caret: null,
      preferred: true,
    };
  },
};
