import { expect, test } from 'vitest';
import { nothingKnown } from '../../../server/src/core/known/known';
import { findingsOf } from '../../../server/src/core/linter/run';
import { readDocument } from '../../../server/src/core/model/document';
import { findingsOfRule } from '../findings-of-rule';

const path = 'programs/lfx-mentorship/2026/03-Sep-Nov/drafts.md';

const good = `### Jaeger

#### Faster queries

- Description: They are slow.
- Expected Outcome: They are fast.
- Recommended Skills: Go
- Technologies: Go, Kubernetes
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org, LFID: adaex)
  - Bo Sample (@bo-sample, bo@example.org, LFID: bosam)
- Upstream Issue: https://github.com/jaegertracing/jaeger/issues/1
`;

/** What the rule reports after a change of the good draft. */
const found = (from: string, to: string) => findingsOfRule('proposal-form', good.replace(from, to), { path });

/** All findings of a draft, as severity, rule and marked text. */
function all(text: string, own = path): string[] {
  return findingsOf(readDocument(text, own), nothingKnown, {}).map(
    ({ severity, rule, span }) => `${severity} ${rule} ${text.slice(span.start, span.end)}`,
  );
}

test('a whole draft has no findings at all', () => {
  expect(all(good)).toEqual([]);
});

test.each([
  ['LFID: adaex)', 'LFID: ada@ex)', 'An LFID is a user name, without "@", "/" and spaces.'],
  [', LFID: adaex)', ')', 'Add the LFID of Ada Example: "LFID: user-name" in the brackets.'],
  ['LFID: bosam', 'LFID: adaex', 'Another mentor has the same LFID.'],
])('%s → %s is reported at the mentor', (from, to, message) => {
  const [report] = found(from, to);
  expect(report?.[1]).toBe(message);
  expect(report?.[0]).toMatch(/^(?:Ada Example|Bo Sample) \(/);
});

test('what the bot refuses is an error, and is said once', () => {
  const long = good.replace('They are slow.', 'They are slow. '.repeat(220));
  expect(all(long)).toEqual(['error description-length Description']);
  expect(all(good.replace('ada@example.org', 'ada at example.org'))).toEqual(['error mentor-email ada at example.org']);
  expect(all(good.replace('Faster queries', `Faster queries ${'over all storage '.repeat(6)}`))[0]).toMatch(
    /^error program-name/,
  );
});

test('without the label, technologies are missing once', () => {
  expect(all(good.replace('- Technologies: Go, Kubernetes\n', ''))).toEqual(['error missing-field Faster queries']);
});

test('an empty value that the form requires is reported', () => {
  expect(all(good.replace('Technologies: Go, Kubernetes', 'Technologies:'))).toEqual([
    'error empty-field Technologies',
  ]);
});

test('text without a place in the form is reported', () => {
  expect(found('- Upstream', '- Application Prerequisites: Resume, A song\n- Upstream')).toEqual([
    ['Application Prerequisites', 'The form has no box for "A song". Use a custom prerequisite.'],
  ]);
});

test('a coding challenge needs its URL, and a custom prerequisite its name and text', () => {
  expect(found('- Upstream', '- Coding Challenge:\n- Upstream').map(([, message]) => message)).toEqual([
    'Add the URL of the coding challenge.',
  ]);
  expect(found('- Upstream', '- Custom Prerequisite: Sample\n- Upstream').map(([, message]) => message)).toEqual([
    'The form requires "Custom Prerequisite Description".',
  ]);
});

test('a project that is no option of the form is reported', () => {
  expect(found('Jaeger', 'Jagger')).toEqual([['Faster queries', 'The form does not offer "Jagger".']]);
});

test('proposals of terms before the form are not measured by it', () => {
  const old = 'programs/lfx-mentorship/2026/01-Mar-May/project_ideas.md';
  expect(findingsOfRule('proposal-form', good.replaceAll(/, LFID: \w+/g, ''), { path: old })).toEqual([]);
});
