/** Hovers on the labels of drafts that are filed with CNCF's form. */
import { expect, test } from 'vitest';
import { bundledForm, type ProposalForm } from '../../server/src/core/facts/proposal-form';
import { hoverAt } from '../../server/src/core/features/hover/hover';
import { nothingKnown } from '../../server/src/core/known/known';
import { readDocument } from '../../server/src/core/model/document';

const path = 'programs/lfx-mentorship/2026/03-Sep-Nov/project_ideas.md';
const draft = `### Jaeger

#### Faster queries

- Description: They are slow.
- Recommended Skills: Go
- Technologies: Go
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org, LFID: adaex)
- Upstream Issue: https://github.com/jaegertracing/jaeger/issues/1
- Application Prerequisites: Resume
- Coding Challenge: https://example.org/challenge
- Custom Prerequisite: Essay

  Half a page.
- Difficulty: hard
- LFX URL: TBD
`;

function hover(label: string, form: ProposalForm = bundledForm): string | null {
  const document = readDocument(draft, path);
  const context = { known: { ...nothingKnown, form: () => form }, now: 0, addressOf: () => null };
  const offset = draft.indexOf(`- ${label}`) + 3;
  return hoverAt({ document, offset, uri: '' }, context)?.markdown ?? null;
}

test('a label has the words of the form, with its limit and the present length', () => {
  expect(hover('Description')).toMatch(
    /^\*\*Description\*\*\n\nThe form says: Up to 3000 characters\.[\s\S]*14 of 3,000 characters for "Program Description"$/,
  );
  expect(hover('Technologies')).toContain('The form says: Comma-separated list');
  expect(hover('Custom Prerequisite')).toMatch(/5 of 20 characters for "Custom Prerequisite Name"\n\n12 of 500/);
  expect(hover('Application Prerequisites')).toContain('Boxes: Resume, Cover Letter');
  expect(hover('Mentor')).toMatch(/LFID: user[\s\S]*1 of 4 mentors$/);
  expect(hover('Coding Challenge')).toContain('Coding Challenge');
  expect(hover('LFX URL')).toContain('An admin adds it');
  expect(hover('Difficulty')).toBeNull();
});

test('a form without the field says nothing', () => {
  const fields = bundledForm.fields.filter(({ id }) => id !== 'technologies');
  expect(hover('Technologies', { ...bundledForm, fields })).toBeNull();
});

test("the form's words are text: no link, no picture, no icon", () => {
  const description =
    '[docs](https://example.org/a) [x](command:quit) ![p](https://example.org/p.png) <b>$(zap) '.repeat(20);
  const fields = bundledForm.fields.map((field) => (field.id === 'technologies' ? { ...field, description } : field));
  const markdown = hover('Technologies', { ...bundledForm, fields }) ?? '';
  expect(markdown.length).toBeLessThan(1_500);
  expect(markdown).toContain('The form says: docs (https\u2060://example.org/a) x \\!p');
  expect(markdown).not.toMatch(/\]\((?:command|https)/);
});
