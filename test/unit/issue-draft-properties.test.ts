/** Filling in and comparing, whatever issue and proposal say. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addedPart } from '../../server/src/core/features/issue-draft/add-part';
import { asIssueSays } from '../../server/src/core/features/issue-draft/compare';
import { filledFrom } from '../../server/src/core/features/issue-draft/fill';
import { readDocument } from '../../server/src/core/model/document';
import { applyEdits } from '../../server/src/core/text/edit';
import { issue, issueAddress, proposalIn } from './issue-draft';
import { hostile } from './safe-markdown';
import './property-seed';

const labels = ['Description', 'Expected Outcome', 'Recommended Skills', 'Mentor(s)'];
const said = fc.array(fc.tuple(fc.constantFrom(...labels, 'Budget', ''), hostile), { maxLength: 5 });
const bodyOf = (parts: readonly (readonly [string, string])[]) =>
  parts.map(([label, text]) => (label === '' ? text : `### ${label}\n\n${text}`)).join('\n\n');
/** A proposal between two others, with some of its fields empty. */
const source = fc
  .array(fc.constantFrom('', 'Mine.', '\n  - Mine\n  - Mine, too', 'TBD'), { minLength: 4, maxLength: 4 })
  .map((values) => {
    const fields = labels.map((label, i) => `- ${label}: ${values[i]}`.trimEnd());
    const other = (title: string) =>
      `#### ${title}\n\n- Description: Other.\n- Upstream Issue: https://github.com/a/b/issues/1\n\n`;
    const own = `#### Own$0\n\n${fields.join('\n')}\n- Upstream Issue: ${issueAddress}\n\n`;
    return `### Jaeger\n\n${other('Before')}${own}${other('Behind')}`;
  });
const titles = (text: string) => readDocument(text, 'project_ideas.md').proposals.map(({ body }) => body.title.text);

test('every word of the file stays, in its order, and the proposals around stay as they are', () => {
  fc.assert(
    fc.property(source, said, (text, parts) => {
      const { document, proposal } = proposalIn(text);
      const after = applyEdits(document.text, filledFrom(issue(bodyOf(parts)), document, proposal).edits);
      const words = document.text.replaceAll('TBD', '').match(/\S+/g) ?? [];
      let at = 0;
      for (const word of words) {
        at = after.indexOf(word, at);
        expect(at, word).toBeGreaterThanOrEqual(0);
        at += word.length;
      }
      expect(titles(after)).toEqual(['Before', 'Own', 'Behind']);
      expect(after.startsWith(document.text.slice(0, proposal.section.start))).toBe(true);
      expect(after.endsWith(document.text.slice(proposal.section.end))).toBe(true);
    }),
    { numRuns: 100 },
  );
});

test('what is compared or added leaves the proposals around as they are', () => {
  fc.assert(
    fc.property(source, said, hostile, (text, parts, part) => {
      const { document, proposal } = proposalIn(text);
      const beside = asIssueSays(issue(bodyOf(parts), 'Own'), document, proposal);
      expect(titles(beside)).toEqual(['Before', 'Own', 'Behind']);
      expect(beside.endsWith(document.text.slice(proposal.section.end))).toBe(true);
      for (const label of ['', 'Budget']) {
        const edits = addedPart({ label, text: part }, document, proposal);
        if (edits) expect(titles(applyEdits(document.text, edits))).toEqual(['Before', 'Own', 'Behind']);
      }
    }),
    { numRuns: 100 },
  );
});
