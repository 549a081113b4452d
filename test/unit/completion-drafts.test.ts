/** Completion in the fields that only drafts for CNCF's form have. */
import { expect, test } from 'vitest';
import { textOfPieces } from '../../server/src/core/features/completion/offer';
import { insertTemplate } from '../../server/src/core/features/new-proposal/template';
import { read } from './marks';
import { accepted, labels, offered } from './offered';

const drafts = 'programs/lfx-mentorship/2026/03-Sep-Nov/project_ideas.md';
const draft = (line: string) => `
  ### Jaeger

  #### Faster queries

  - Description: d
  ${line}
  - Mentor(s):
  - Upstream Issue: https://github.com/jaegertracing/jaeger/issues/1
`;
const before = {
  'programs/lfx-mentorship/2026/02-Jun-Aug/README.md': `
    ### Jaeger

    #### Older storage

    - Description: d
    - Recommended Skills: SQL, Go
    - Technologies: ClickHouse, Go
    - Upstream Issue: https://github.com/jaegertracing/jaeger/issues/2

    ### Harbor

    #### Copy less

    - Description: d
    - Technologies: Go, OCI
    - Upstream Issue: https://github.com/goharbor/harbor/issues/2
  `,
};

test('technologies are those of the project, with its skills, and then of all others', () => {
  const { items } = offered(draft('- Technologies: $0'), drafts, before);
  expect(items.map(({ label, detail }) => [label, detail])).toEqual([
    ['Go', '2 proposals'],
    ['ClickHouse', '1 proposal'],
    ['SQL', '1 proposal'],
    ['OCI', '1 proposal'],
  ]);
  expect(labels(offered(draft('- Technologies: Go, C$0'), drafts, before))).toEqual(['ClickHouse']);
});

test('prerequisites are the boxes of the form that are not there yet', () => {
  const line = '- Application Prerequisites: Resume, $0';
  expect(labels(offered(draft(line), drafts, {}))).toEqual([
    'Cover Letter',
    'School Enrollment Verification',
    'Participation Permission from school or employer',
    'Coding Challenge',
  ]);
  expect(accepted(draft('- Application Prerequisites: Resume, cov$0'), 'Cover Letter', drafts)).toBe(
    '- Application Prerequisites: Resume, Cover Letter',
  );
  const old = 'programs/lfx-mentorship/2025/03-Sep-Nov/project_ideas.md';
  expect(labels(offered(draft(line), old, {}))).toEqual([]);
});

test('labels that the form does not require are offered as such', () => {
  const { items } = offered(draft('- $0'), drafts, {});
  const optional = items.filter(({ detail }) => detail === 'optional').map(({ label }) => label);
  expect(optional).toEqual(['Application Prerequisites', 'Coding Challenge', 'Custom Prerequisite']);
  expect(items[0]).toMatchObject({ label: 'Expected Outcome', detail: null });
});

test('a new proposal has technologies, and no label that the form does not require', () => {
  const { document, caret } = read('\n  ### Jaeger\n\n  $0\n', drafts);
  const inserted = insertTemplate(document, caret);
  const text = inserted?.is === 'inserted' ? textOfPieces(inserted.pieces) : '';
  expect(text.match(/^- [^:]+/gm)).toEqual([
    '- Description',
    '- Expected Outcome',
    '- Recommended Skills',
    '- Technologies',
    '- Mentor(s)',
    '- Upstream Issue',
  ]);
});
