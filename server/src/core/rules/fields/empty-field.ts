import type { ProposalRule } from '../../linter/rule';

export const emptyField: ProposalRule = {
  id: 'empty-field',
  scope: 'proposal',
  unfinished: true,
  summary: 'Each field has a value.',
  why: 'An empty field is as unhelpful to mentees as a missing one, and the proposal is sent back.',
  source: 'The acceptance check of proposals',
  severity: 'error',
  demand: 'fields',
  examples: [
    {
      bad: '#### Faster queries\n\n- Description: Make them fast.\n- Expected Outcome:\n- Recommended Skills: Go\n- Mentor(s):\n  - Ada Example (@ada-example, ada@example.org)\n- Upstream Issue: https://github.com/example/example/issues/1\n',
      good: '#### Faster queries\n\n- Description: Make them fast.\n- Expected Outcome: Speed.\n- Recommended Skills: Go\n- Mentor(s):\n  - Ada Example (@ada-example, ada@example.org)\n- Upstream Issue: https://github.com/example/example/issues/1\n',
    },
  ],
  *check({ body, page }) {
    const said = new Set(body.fields.filter((field) => !field.empty).map((field) => field.id));
    for (const field of body.fields) {
      // Another rule reports repeated labels. Fields that only the author added may be empty.
      if (!field.empty || field.placeholder || !field.label || (field.id !== null && said.has(field.id))) continue;
      const asked = page.template.fields.find(
        (each) => each.id === field.id && (each.id !== null || each.label === field.label?.text),
      );
      // An admin writes the LFX URL once the proposal is accepted.
      if (field.id === 'lfx-url' && page.kind === 'proposed') continue;
      if (asked ? asked.required !== false : field.id !== null && page.program.demands.has('layout'))
        yield {
          span: field.label.span,
          message: `"${field.label.text}" is empty.`,
          field: field.label.text,
        };
    }
  },
};
