import { insertFields } from '../../edits/insert-fields';
import { findingAbout } from '../../linter/refused';
import type { ProposalRule } from '../../linter/rule';
import { checkDraft } from '../../submission/draft-check';

const path = 'programs/lfx-mentorship/2026/03-Sep-Nov/drafts.md';

export const proposalForm: ProposalRule = {
  id: 'proposal-form',
  scope: 'proposal',
  unfinished: true,
  summary: 'A draft has everything that its issue form requires.',
  why: 'A bot checks each issue that is made with the form, and accepts none with an error. Text for which the form has no place is lost on the way.',
  source: "CNCF's issue form for LFX proposals since June 2026, or the form that the repository configures",
  severity: 'error',
  demand: 'fields',
  examples: [
    {
      path,
      bad: '### Jaeger\n\n#### Faster queries\n\n- Description: d\n- Expected Outcome: o\n- Recommended Skills: Go\n- Technologies: Go\n- Mentor(s):\n  - Ada Example (@ada-example, ada@example.org)\n  - Bo Sample (@bo-sample, bo@example.org, LFID: bosam)\n- Upstream Issue: https://github.com/jaegertracing/jaeger/issues/1\n',
      good: '### Jaeger\n\n#### Faster queries\n\n- Description: d\n- Expected Outcome: o\n- Recommended Skills: Go\n- Technologies: Go\n- Mentor(s):\n  - Ada Example (@ada-example, ada@example.org, LFID: adaex)\n  - Bo Sample (@bo-sample, bo@example.org, LFID: bosam)\n- Upstream Issue: https://github.com/jaegertracing/jaeger/issues/1\n',
    },
  ],
  *check(view, found) {
    const { body, page } = view;
    if (!page.form) return;
    const { problems } = checkDraft(view, page.form.form, page.form.projects);
    for (const problem of problems) {
      if (problem.kind === 'mentor-alone' || findingAbout(problem, body, found)) continue;
      const { span, severity, field, message } = problem;
      yield { span, severity, field, message };
    }
  },
  *help({ span, field: label }, { document, proposal }) {
    const field = document.template.fields.find((each) => each.label === label);
    if (!field || span.start !== proposal.body.title.span.start) return;
    yield {
      title: `Insert "${field.label}"`,
      kind: 'choice',
      preferred: true,
      ...insertFields(proposal, document, [field]),
    };
  },
};
