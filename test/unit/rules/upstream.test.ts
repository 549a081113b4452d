import { expect, test } from 'vitest';
import { actionsAt } from '../../../server/src/core/features/actions/code-actions';
import { type Known, nothingKnown } from '../../../server/src/core/known/known';
import { readDocument } from '../../../server/src/core/model/document';
import { applyEdits } from '../../../server/src/core/text/edit';
import { checkRule } from '../marks';
import { issueIs, knownFrom } from './known-from';

const drafts = 'programs/lfx-mentorship/2025/01-Mar-May/project_ideas.md';
const readme = 'programs/lfx-mentorship/2025/01-Mar-May/README.md';

/** What the field says after the first help of a rule. */
function helped(rule: string, value: string, known: Known = nothingKnown): { kind: string; value: string } | null {
  const text = `### Jaeger\n#### T\n- Upstream Issue: ${value}\n`;
  const help = actionsAt(readDocument(text, drafts), { start: 0, end: text.length }, known, {}).find(
    (each) => each.rule === rule,
  );
  if (!help) return null;
  return { kind: help.kind, value: applyEdits(text, help.edits).split('Issue: ')[1]?.trimEnd() ?? '' };
}

const url = 'https://github.com/example/example/issues/1';

test('upstream-form: every form of an address becomes the bare one; a link with a text only by choice', () => {
  for (const written of [
    `<${url}>`,
    `[${url}](${url})`,
    `[#1](${url})`,
    `[Issue #1](${url})`,
    'example/example#1',
    `${url}#issuecomment-7`,
  ])
    expect([written, helped('upstream-form', written)]).toEqual([written, { kind: 'fix', value: url }]);
  expect(helped('upstream-form', `[Queries are slow](${url})`)).toEqual({ kind: 'choice', value: url });
  expect(helped('upstream-form', url)).toBeNull();
  // The address would stick to the letter before it.
  expect(helped('upstream-form', '文example/example#1')).toBeNull();
});

test('upstream-kind: other pages are called by their kind; an issue on another host is fine', () => {
  const kinds = {
    'https://github.com/example/example': 'a repository',
    'https://github.com/example/example/issues?q=is%3Aopen': 'a list of issues',
    'https://github.com/orgs/example/projects/3': 'a project board',
    'https://github.com/example/example/discussions/2': 'a discussion',
    'https://docs.example.org/plan': 'a page outside GitHub',
  };
  for (const [address, what] of Object.entries(kinds))
    checkRule(
      'upstream-kind',
      `#### T\n- Upstream Issue: ${address}\n                  ${'^'.repeat(address.length)} This links to ${what}. Link one issue.\n`,
      { path: drafts },
    );
  checkRule('upstream-kind', '#### T\n- Upstream Issue: https://gitlab.example.org/example/example/-/issues/1\n');
  const board = 'https://github.com/orgs/example/projects/3?pane=issue&issue=example%7Cexample%7C1';
  expect(helped('upstream-kind', board)?.value).toBe(url);
});

test('upstream-duplicate: in the document and in other files of the term, not for the copy of a proposal', () => {
  const known = knownFrom({
    [readme]: `### Harbor\n#### Other\n- Upstream Issue: ${url}\n### Jaeger\n#### Renamed\n- Upstream Issue: ${url}\n`,
  });
  checkRule(
    'upstream-duplicate',
    `### Jaeger\n#### T\n- Upstream Issue: ${url}\n                  ${'^'.repeat(url.length)} Link another issue: another proposal already uses example/example#1.\n`,
    { known },
  );
  checkRule('upstream-duplicate', `### Jaeger\n#### T\n- Upstream Issue: ${url}\n#### T\n- Upstream Issue: ${url}\n`);
});

/** Compares the finding of a rule about an issue with the answer from GitHub. */
function says(rule: string, answer: Parameters<typeof knownFrom>[1], message: string | null, path = drafts): void {
  const mark = message === null ? '' : `                  ${'^'.repeat(url.length)} ${message}\n`;
  checkRule(rule, `#### T\n- Mentor(s): Ada @ada\n- Upstream Issue: ${url}\n${mark}`, {
    path,
    known: knownFrom({}, answer),
  });
}

test('GitHub’s answers: missing, moved, closed; silence while nothing is known', () => {
  const key = 'example/example#1';
  says('upstream-missing', {}, null);
  says('upstream-missing', { [key]: { is: 'unknown', why: { is: 'offline' } } }, null);
  says(
    'upstream-missing',
    { [key]: { is: 'missing', certain: true, asOf: 0 } },
    'example/example#1 was deleted. Link another issue.',
  );
  const moved = 'https://github.com/example/moved/issues/9';
  says('upstream-moved', { [key]: issueIs({ url: moved }) }, `The issue has moved: change the link to "${moved}".`);
  says('upstream-moved', { [key]: issueIs({ url: 'https://github.com/Example/Example/issues/1' }) }, null);
  expect(helped('upstream-moved', url, knownFrom({}, { [key]: issueIs({ url: moved }) }))?.value).toBe(moved);
  const pull = 'https://github.com/example/example/pull/1';
  const merged = { [key]: issueIs({ kind: 'pull', url: pull, state: 'closed', merged: true }) };
  says('upstream-moved', merged, `The issue is a pull request now: change the link to "${pull}".`);
  says('upstream-closed', merged, null);
  const discussion = 'https://github.com/example/example/discussions/1';
  const became = `The issue is a discussion now: change the link to "${discussion}".`;
  says('upstream-moved', { [key]: issueIs({ kind: 'discussion', url: discussion }) }, became);
  const closed = (day: string) => ({
    [key]: issueIs({ state: 'closed', stateReason: 'not_planned', closedAt: Date.parse(day) }),
  });
  says(
    'upstream-closed',
    closed('2025-05-31'),
    'Reopen or replace example/example#1: closed as not planned on 2025-05-31.',
  );
  says('upstream-closed', closed('2025-06-01'), null);
});
