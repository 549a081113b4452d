/** Completions at a caret, for tests. */
import { expect } from 'vitest';
import { type Completion, type Completions, completionsAt } from '../../server/src/core/features/completion/completion';
import { CompletionMemory } from '../../server/src/core/features/completion/memory';
import { applyEdits } from '../../server/src/core/text/edit';
import { read } from './marks';
import { knownFrom } from './rules/known-from';

export const drafts = 'programs/lfx-mentorship/2025/01-Mar-May/project_ideas.md';

export const earlier = `
  ### Jaeger

  #### Older storage

  - Description: Store it.
  - Recommended Skills: Go, ClickHouse, some patience (a lot of it, really)
  - Mentor(s):
    - Grace Sample (@grace-sample, grace@example.org)
    - José Muster (@jmuster, jose@example.org)
  - Upstream Issue: https://github.com/jaegertracing/jaeger/issues/17

  #### Newer storage

  - Description: Store it anew.
  - Recommended Skills: Go; SQL
  - Mentor(s):
    - Grace Sample (@grace-sample, grace@example.org)
  - Upstream Issue: https://github.com/jaegertracing/jaeger-ui/issues/9

  ### Harbor

  #### Copy less

  - Description: Copy.
  - Mentor(s):
    - Bo Sample (@bo-sample, bo@example.org)
    - Greta Probe (@greta, greta@example.org)
    - Ada Example (@ada-example, ada@example.org)
`;
export const files = {
  'programs/lfx-mentorship/2024/03-Sep-Nov/README.md': earlier,
  'programs/lfx-mentorship/2024/01-Mar-May/README.md': `
    ### Harbor

    #### Copy nothing

    - Description: Copy.
    - Mentor(s):
      - Bo Sample (@bo-sample, bo@old.example.org)
      - Olga Sample (@olga, olga@example.org)
  `,
};

export function offered(source: string, path = drafts, more: Readonly<Record<string, string>> = files) {
  const { document, caret } = read(source, path);
  const known = knownFrom({ ...more, [path]: document.text });
  const answer = completionsAt(document, caret, known, new CompletionMemory());
  return { document, caret, known, ...answer };
}

export const labels = ({ items }: Pick<Completions, 'items'>) => items.map(({ label }) => label);

/** The lines around the caret once an item is accepted. */
export function accepted(source: string, label: string, path = drafts): string {
  const { document, caret, items } = offered(source, path);
  const item = items.find((each) => each.label === label);
  expect(item, `${label} among ${items.map((each) => each.label).join(' | ')}`).toBeDefined();
  if (!item) return '';
  fits(item, document.text, caret);
  const after = applyEdits(document.text, [item.edit]);
  const from = after.lastIndexOf('\n', item.edit.span.start - 1) + 1;
  const end = item.edit.span.start + item.edit.text.length;
  const feed = after.indexOf('\n', end);
  return after.slice(from, feed < 0 ? after.length : feed);
}

/** What every client needs: an edit of one line around the caret, and a filter text that contains the typed letters in order. */
export function fits({ edit: { span }, filterText }: Completion, text: string, caret: number): void {
  expect(span.start).toBeLessThanOrEqual(caret);
  expect(span.end).toBeGreaterThanOrEqual(caret);
  expect(text.slice(span.start, span.end)).not.toContain('\n');
  const typed = text.slice(span.start, caret).toLowerCase();
  let at = 0;
  for (const letter of typed.replace(/\s/g, '')) {
    at = filterText.toLowerCase().normalize('NFC').indexOf(letter, at) + 1;
    expect(at, `"${typed}" in "${filterText}"`).toBeGreaterThan(0);
  }
}

export const template = `
  ## Template

  \`\`\`
  ### CNCF Project Name

  #### Mentorship project title

  - Description:
  - Expected Outcome:
  - Recommended Skills:
  - Expected project size: # one of small (~90 hour projects), medium (~175 hour projects) and large (~350 hour projects)
  - Difficulty: (Easy, Medium, or Hard)
  - Mentor(s):
    - Jane Doe (@jane-github, jane@email.address)
  - Upstream Issue (URL):
  \`\`\`

  ## Ideas

`;
export const head = '  ### Jaeger\n\n  #### Faster queries\n\n';
