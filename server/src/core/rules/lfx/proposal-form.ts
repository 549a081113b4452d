import { insertFields } from '../../edits/insert-fields';
import { withParts } from '../../edits/mentor-entry';
import { accountsOf, sourceOfAccount, valuesIn } from '../../known/accounts';
import type { Known } from '../../known/known';
import { byProposal, findingAbout } from '../../linter/refused';
import { type DocumentRule, type Help, viewOf } from '../../linter/rule';
import { type Proposal, proposalAt } from '../../model/document';
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
  *help({ span, field: label }, { document, known }) {
    const proposal = proposalAt(document, span.start);
    if (proposal) yield* lfidChoices(proposal, span.start, known);
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

/** The LFIDs that exports of LFX have for the mentor at an offset, for an entry without one. */
function* lfidChoices({ body, section }: Proposal, at: number, known: Known): Iterable<Help> {
  const mentor = body.mentors.find(({ span }) => section.start + span.start === at);
  if (!mentor || mentor.lfid) return;
  const whose = { handle: mentor.handle?.text ?? null, email: mentor.email?.text ?? null };
  const values = valuesIn(accountsOf(whose, known), 'lfid');
  for (const { value, account } of values) {
    const edit = withParts(body, mentor, { lfid: value });
    if (!edit) continue;
    yield {
      title: `Add "LFID: ${value}" (${sourceOfAccount(account)})`,
      kind: 'choice',
      preferred: values.length === 1,
      caret: null,
      edits: [{ ...edit, span: shift(edit.span, section.start) }],
    };
  }
}
