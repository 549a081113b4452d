/** What an upstream link leads to, and what the answers of GitHub say of it. */
import { expect, test } from 'vitest';
import { findingsOfRule } from '../findings-of-rule';
import { checkRule } from '../marks';
import { issueIs, knownFrom } from './known-from';

test.each([
  ['https://github.com/example/example/pull/1', 'a pull request'],
  ['https://github.com/example/example/pulls', 'a list of pull requests'],
  ['https://github.com/example/example/milestone/2', 'a milestone'],
  ['https://github.com/example/example/milestones', 'a milestone'],
  ['https://github.com/example/example/blob/main/README.md', 'a file'],
  ['https://github.com/example/example/wiki/Plans', 'a file'],
  ['https://github.com/example/example/discussions', 'a list of discussions'],
  ['https://github.com/search?q=example', 'a search'],
  ['https://github.com/example', 'an organization'],
  ['https://github.com/example/example/actions', 'another GitHub page'],
])('upstream-kind: %s is %s', (address, what) => {
  const text = `#### T\n- Upstream Issue: ${address}\n`;
  expect(findingsOfRule('upstream-kind', text)).toEqual([[address, `This links to ${what}. Link one issue.`]]);
});

test('upstream-kind: words without a link are found at the label, a link to a program is left to another rule', () => {
  checkRule(
    'upstream-kind',
    `
      #### T
      - Upstream Issue: ask in the chat
        ^^^^^^^^^^^^^^ "Upstream Issue" has no link. Link one issue.
    `,
  );
  const program = 'https://mentorship.lfx.linuxfoundation.org/project/00000000-0000-4000-8000-000000000001';
  checkRule('upstream-kind', `#### T\n- Upstream Issue: ${program}\n`);
});

const url = 'https://github.com/example/example/issues/1';
const proposal = `#### T\n- Mentor(s): Ada @ada\n- Upstream Issue: ${url}\n`;

test.each([
  ['duplicate', '2025-03-01', 'Reopen or replace example/example#1: closed as a duplicate on 2025-03-01.'],
  ['completed', '2025-03-01', 'Reopen or replace example/example#1: closed on 2025-03-01.'],
  [null, null, 'Reopen or replace example/example#1: closed.'],
] as const)('upstream-closed: an issue closed as %s on %s', (stateReason, day, message) => {
  const answer = issueIs({ state: 'closed', stateReason, closedAt: day && Date.parse(day) });
  const known = knownFrom({}, { 'example/example#1': answer });
  expect(findingsOfRule('upstream-closed', proposal, { known })).toEqual([[url, message]]);
});

test('upstream-missing: an issue that may be private is called so', () => {
  const known = knownFrom({}, { 'example/example#1': { is: 'missing', certain: false, asOf: 0 } });
  expect(findingsOfRule('upstream-missing', proposal, { known })).toEqual([
    [url, 'Check example/example#1: it is deleted, private or mistyped.'],
  ]);
});
