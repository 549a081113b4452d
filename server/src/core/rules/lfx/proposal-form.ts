import { insertFields } from '../../edits/insert-fields';
import { withParts } from '../../edits/mentor-entry';
import { accountsOf, sourceOfAccount, valuesIn } from '../../known/accounts';
import type { Known } from '../../known/known';
import { findingAbout } from '../../linter/refused';
import type { Help, ProposalRule } from '../../linter/rule';
import type { Proposal } from '../../model/document';
import { checkDraft } from '../../submission/draft-check';
import { shift } from '../../text/span';

const path = 'programs/lfx-mentorship/2026/03-Sep-Nov/drafts.md';

export const proposalForm: ProposalRule = {
  id: 'proposal-form',
  scope: 'proposal',
  unfinished: true,
  summary: 'A draft has everything that its issue form requires.',
  why: 'A bot checks each issue that is made with the form, and accepts none with an error. Text for which the form has no place is lost on the way.',
  source: "CNCF's issue form for LFX proposals since June 2026, or the form that the repository configures",
  severity: 'error',
  also: { warning: "the form's bot only warns" },
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
    const { problems } = checkDraft(view, page.form);
    for (const problem of problems) {
      if (problem.kind === 'mentor-alone' || findingAbout(problem, body, found)) continue;
      const { span, severity, field, message } = problem;
      yield { span, severity, field, message };
    }
  },
  *help({ span, field: label }, { document, proposal, known }) {
    yield* lfidChoices(proposal, span.start, known);
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

/** The LFIDs that exports of LFX have for the mentor at an offset, for an entry without one. */
function* lfidChoices({ body, section }: Proposal, at: number, known: Known): Iterable<Help> {
  const mentor = body.mentors.find(({ span }) => span.start === at);
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
