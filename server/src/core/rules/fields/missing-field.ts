import { insertFields, insertionTitle } from '../../edits/insert-fields';
import type { ProposalRule } from '../../linter/rule';
import { missingFields, unusualGaps } from '../../model/template';

export const missingField: ProposalRule = {
  id: 'missing-field',
  scope: 'proposal',
  unfinished: true,
  summary: 'Each proposal has all fields of its template.',
  why: 'Mentees use these fields to choose a proposal, and a proposal without one of them is sent back.',
  source: 'The template at the top of the file; without one, the fields of its program and year',
  severity: 'error',
  also: {
    warning: 'the missing field is the address at LFX',
    information: 'other proposals in a list without a template have the field',
  },
  examples: [
    {
      bad: '#### Faster queries\n\n- Description: Make them fast.\n- Expected Outcome: Speed.\n- Recommended Skills: Go\n- Mentor(s):\n  - Ada Example (@ada-example, ada@example.org)\n',
      good: '#### Faster queries\n\n- Description: Make them fast.\n- Expected Outcome: Speed.\n- Recommended Skills: Go\n- Mentor(s):\n  - Ada Example (@ada-example, ada@example.org)\n- Upstream Issue: https://github.com/example/example/issues/1\n',
    },
  ],
  *check({ body, page }) {
    const span = body.title.span;
    if (page.template.proposals !== undefined) {
      for (const { field, count, of } of unusualGaps(body, page.template))
        yield {
          span,
          severity: 'information',
          message: `${count} of ${of} proposals here have "${field.label}".`,
          field: field.label,
        };
      return;
    }
    for (const field of missingFields(body, page.template)) {
      yield {
        span,
        message: `"${field.label}" is missing.`,
        field: field.label,
        ...(field.id === 'lfx-url' ? { severity: 'warning' as const } : {}),
      };
    }
  },
  *help({ field: label }, { proposal, document }) {
    const missing = missingFields(proposal.body, document.template);
    if (missing.length > 1)
      yield {
        title: insertionTitle(missing),
        kind: 'choice',
        preferred: true,
        ...insertFields(proposal, document, missing),
      };
    const own = missing.filter((field) => field.label === label);
    if (own.length > 0)
      yield {
        title: insertionTitle(own),
        kind: 'choice',
        preferred: missing.length === 1,
        ...insertFields(proposal, document, own),
      };
  },
};
