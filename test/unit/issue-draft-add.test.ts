/** Parts of an issue that are written at the end of a proposal. */
import { expect, test } from 'vitest';
import { addedPart } from '../../server/src/core/features/issue-draft/add-part';
import { applyEdits } from '../../server/src/core/text/edit';
import { issueAddress, proposalIn } from './issue-draft';

const drafts = `
  ### Jaeger

  #### Faster queries$0

  - Description: They are slow.
  - Upstream Issue: ${issueAddress}

  #### Other

  - Description: Other.
  - Upstream Issue: https://github.com/a/b/issues/1
`;

/** What is added, or null. The rest of the document must be as it was. */
function added(label: string, text: string, source = drafts, path?: string): string | null {
  const { document, proposal } = proposalIn(source, path);
  const edits = addedPart({ label, text }, document, proposal);
  if (!edits) return null;
  const [edit, ...more] = edits;
  expect(more).toEqual([]);
  const after = applyEdits(document.text, edits);
  const start = edit?.span.start ?? 0;
  expect(after.startsWith(document.text.slice(0, start))).toBe(true);
  expect(after.endsWith(document.text.slice(start))).toBe(true);
  return edit?.text ?? '';
}

test.each([
  ['Budget', 'Ours.', '\n- Budget: Ours.'],
  ['Budget', '- Ours\n- Yours', '\n- Budget:\n  - Ours\n  - Yours'],
  ['Budget', 'Ours.\n\nYours.', '\n- Budget: Ours.\n\n  Yours.'],
  ['', 'Ours.\n\nSee https://github.com/a/b/issues/2.', '\n\n  Ours.\n\n  See https://github.com/a/b/issues/2.'],
])('a part %j: %j stands behind the last field of its proposal, or the description', (label, text, expected) => {
  expect(added(label, text)).toBe(expected);
});

test('a part whose label would be read as a value stands behind the description', () => {
  expect(added('X', 'Ours.')).toBe('\n\n  **X**\n\n  Ours.');
});

test('in a list with bold labels it has one, too', () => {
  const idea = (title: string) =>
    `## ${title}\n\n**Description:** Some work that has to be done for it.\n\n**Skills:** Rust\n\n**Mentors:** @bo-sample\n\n`;
  expect(added('Budget', 'Ours.', `# Ideas 2026\n\n${idea('A$0')}${idea('B')}${idea('C')}`, 'ideas.md')).toBe(
    '\n\n**Budget:** Ours.',
  );
});

test.each([
  '#### Another\n\n- Description: x\n- Upstream Issue: none',
  '```\nnever closed',
  '<!-- never closed',
  '### Prometheus',
])('a part that would change what follows is quoted or refused: %j', (text) => {
  const { document } = proposalIn(drafts);
  for (const label of ['', 'Budget']) {
    const edit = added(label, text);
    if (edit === null) continue;
    const after = document.text.replace(/\n\n#### Other/, `${edit}\n\n#### Other`);
    const { document: again } = proposalIn(after.replace('Faster', '$0Faster'));
    expect(again.proposals.map(({ body }) => body.title.text)).toEqual(['Faster queries', 'Other']);
    expect(again.proposals[1]?.body.ids).toEqual(document.proposals[1]?.body.ids);
  }
});
