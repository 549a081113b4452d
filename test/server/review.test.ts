/** Issues in review: asked for with an account alone, and known to the view and to findings. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { FullDocumentDiagnosticReport } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import { nodeFiles } from '../../server/src/adapters/files/node-files';
import { githubOverHttp } from '../../server/src/adapters/github/http';
import { issueLabels } from '../../server/src/core/facts/proposal-form';
import { Reviews } from '../../server/src/host/github/reviews';
import { reviewRequest, type WireReview } from '../../server/src/protocol/review';
import { refreshListRequest } from '../../server/src/protocol/upstream';
import { folderWith } from '../folder';
import { token } from '../host/github.mjs';
import { openProposal, proposalBody } from '../proposal-issue';
import { Editor } from './client';
import { heldIssueStore, MINUTE, reply, settled } from './held-github';
import { startedGitHub } from './loopback';
import { every, wholeOutline } from './whole-outline';

const drafts = 'programs/lfx-mentorship/2026/03-Sep-Nov/project_ideas.md';
const draft = `### Jaeger

#### My own

- Description: d
- Expected Outcome: o
- Recommended Skills: Go
- Technologies: Go
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org, LFID: adaex)
  - Bo Sample (@bo-sample, bo@example.org, LFID: bosam)
- Upstream Issue: https://github.com/example/example/issues/1
`;
const terms = { 'programs/lfx-mentorship/automation/terms.yml': 'terms: ["2026 Term 3 (Sep-Nov)"]\n' };

const issueOf = (number: number) => {
  const { title, body } = openProposal(number, { name: `Number ${number}` });
  return [`cncf/mentoring#${number}`, { title, body, labels: [...issueLabels] }] as const;
};

async function started(numbers: readonly number[], withAccount = true) {
  const upstream = { 'example/example#1': { title: 'Queries are slow' } };
  const github = await startedGitHub({ issues: { ...upstream, ...Object.fromEntries(numbers.map(issueOf)) } });
  const environment = { GITHUB_API_URL: github.address, ...(withAccount ? { GITHUB_TOKEN: token } : {}) };
  const folder = folderWith({ ...terms, [drafts]: draft });
  const editor = await Editor.start({
    files: nodeFiles(expect.fail),
    folder: URI.file(folder).toString(),
    github: githubOverHttp(environment),
    options: { rules: { 'proposal-form': 'warning' } },
  });
  const opened = await editor.open(draft, URI.file(join(folder, drafts)).toString());
  const shown = async () => every('issue', await wholeOutline(editor)).map(({ label }) => label);
  return { github, editor, opened, shown };
}

test('the view shows all pages of them, and asks once for as long as they hold', async () => {
  const numbers = Array.from({ length: 45 }, (_, i) => i + 1);
  const { github, shown } = await started(numbers);
  await expect.poll(async () => (await shown()).length).toBe(45);
  await shown();
  expect(github.asked.filter(({ body }) => body.includes('query Review'))).toHaveLength(3);
});

test('an issue is read as a draft with what is wrong with it, and a draft knows the others', async () => {
  const { editor, opened, shown } = await started([7]);
  await expect.poll(shown).toEqual(['Number 7']);
  const review = await editor.connection.sendRequest<WireReview | null>(reviewRequest, {
    url: 'https://github.com/cncf/mentoring/issues/7',
  });
  expect(review).toMatchObject({ repository: 'cncf/mentoring', number: 7, findings: [] });
  expect(review?.text).toMatch(/^# 2026 Term 3 \(Sep-Nov\)\n\n### Jaeger\n\n#### Number 7\n/);
  for (const url of ['https://github.com/cncf/mentoring/issues/8', 7])
    expect(await editor.connection.sendRequest(reviewRequest, { url })).toBeNull();
  const { items } = await editor.connection.sendRequest<FullDocumentDiagnosticReport>('textDocument/diagnostic', {
    textDocument: { uri: opened.uri },
  });
  expect(items.map(({ message }) => message)).toContainEqual(
    expect.stringContaining('Issue #7 proposes the same upstream issue for this project.'),
  );
});

test('without an account, nobody is asked unless a person says so', async () => {
  const numbers = Array.from({ length: 25 }, (_, i) => i + 1);
  const { editor, github, shown } = await started(numbers, false);
  expect(await shown()).toEqual([]);
  expect(github.asked).toEqual([]);
  await editor.connection.sendRequest(refreshListRequest, { uri: null });
  await expect.poll(async () => (await shown()).length).toBe(25);
  const lists = github.asked.map(({ url }) => url).filter((url) => url.includes('/cncf/mentoring/issues?'));
  expect(lists).toEqual([expect.stringContaining('&page=1'), expect.stringContaining('&page=2')]);
  const [newest] = every('issue', await wholeOutline(editor));
  expect(newest?.detail).toBe('not checked yet · #25');
});

const pageOf = (numbers: readonly number[], next: string | null = null) => {
  const nodes = numbers.map((number) => ({
    title: 'T',
    url: `https://github.com/cncf/mentoring/issues/${number}`,
    body: proposalBody(),
  }));
  const pageInfo = { hasNextPage: next !== null, endCursor: next };
  return reply(200, { data: { viewer: { login: 'ada-example' }, search: { nodes, pageInfo } } });
};

async function held(access: 'account' | 'nobody' = 'account') {
  const { github, clock, issueStore } = heldIssueStore({}, access);
  await issueStore.load();
  const changes: number[] = [];
  const reviews: Reviews = new Reviews({
    issueStore,
    clock,
    host: github.host,
    repository: () => 'cncf/mentoring',
    onChange: () => changes.push(reviews.issues.length),
  });
  const look = async () => {
    void reviews.look();
    await settled();
  };
  return { github, clock, reviews, changes, look };
}

test('a list holds five minutes, and a failure removes nothing', async () => {
  const { github, clock, reviews, changes, look } = await held();
  await look();
  await github.answer(pageOf([1, 2]));
  expect([reviews.issues.length, reviews.viewer]).toEqual([2, 'ada-example']);
  await look();
  expect(github.sent).toHaveLength(1);
  clock.advance(5 * MINUTE);
  await look();
  await github.answer(pageOf([1], 'more'));
  await settled();
  expect(github.sent).toHaveLength(3);
  await github.answer(reply(404));
  expect(reviews.issues).toHaveLength(2);
  await look();
  expect(github.sent).toHaveLength(3);
  clock.advance(MINUTE);
  await look();
  await github.answer(pageOf([3]));
  expect(changes).toEqual([2, 1]);
});

test('pages that are too large are asked for in parts', async () => {
  const { github, reviews, look } = await held();
  await look();
  await github.answer({ is: 'none', why: 'large' });
  await github.answer(pageOf([1], 'x'));
  await github.answer(pageOf([2]));
  const sizes = github.sent.map(({ question }) => question.is === 'graphql' && question.variables.size);
  expect(sizes).toEqual([20, 5, 5]);
  expect(reviews.issues.map(({ number }) => number)).toEqual([1, 2]);
});

test('what an account was told is forgotten with it, also where the answer comes late', async () => {
  const { github, reviews, changes, look } = await held();
  await look();
  reviews.forget();
  await github.answer(pageOf([1]));
  expect([reviews.issues, changes]).toEqual([[], []]);
});
