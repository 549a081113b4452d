import { insertFields } from '../../edits/insert-fields';
import { byProposal, findingAbout } from '../../linter/refused';
import { type DocumentRule, viewOf } from '../../linter/rule';
import { proposalAt } from '../../model/document';
import { checkDraft } from '../../submission/draft-check';
import { formOfDocument } from '../../submission/form-of-document';
import { shift } from '../../text/span';

const path = 'programs/lfx-mentorship/2026/03-Sep-Nov/drafts.md';

export const proposalForm: DocumentRule = {
  id: 'proposal-form',
  scope: 'document',
  unfinished: true,
  outside: true,
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
  *check({ document, known }, found) {
    const form = formOfDocument(document, known.form());
    if (!form) return;
    for (const [proposal, findings] of byProposal(found, document)) {
      const { problems } = checkDraft(viewOf(proposal, document), form, document.readings.context.projects);
      for (const problem of problems) {
        if (problem.kind === 'mentor-alone' || findingAbout(problem, proposal, findings)) continue;
        const { severity, field, message } = problem;
        yield { span: shift(problem.span, proposal.section.start), severity, field, message };
      }
    }
  },
  *help({ span, field: label }, { document }) {
    const proposal = proposalAt(document, span.start);
    const field = document.template.fields.find((each) => each.label === label);
    if (!proposal || !field || span.start !== proposal.section.start + proposal.body.title.span.start) return;
    yield {
      title: `Insert "${field.label}"`,
      kind: 'choice',
      preferred: true,
      ...insertFields(proposal, document, [field]),
    };
  },
};
