/** What a person does with upstream issues, and what is told of the connection to GitHub, over the protocol. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { CompletionItem, CompletionList, Hover, MarkupContent } from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
import { nodeFiles } from '../../server/src/adapters/files/node-files';
import { githubOverHttp } from '../../server/src/adapters/github/http';
import {
  githubStatusChanged,
  refreshListRequest,
  refreshRequest,
  upstreamRequest,
  type WireGitHubStatus,
  type WireIssue,
  type WireIssueKey,
  type WireRefreshed,
} from '../../server/src/protocol/upstream';
import { folderWith } from '../folder';
import { token } from '../host/github.mjs';
import { draftsUri, Editor, type Opened } from './client';
import { HandClock } from './hand-clock';
import { startedGitHub } from './loopback';

const text = `### Jaeger

#### Faster queries

- Description: Like o/r#3.
- Upstream Issue: https://github.com/o/r/issues/1, https://github.com/o/r/issues/2
`;
const world = {
  issues: {
    'o/r#1': { title: 'Slow queries' },
    'o/r#2': { title: 'Old', state: 'closed' as const },
    'new/home#5': { title: 'Moved' },
  },
  moved: { 'o/r#4': { to: 'new/home#5', why: 'transferred' as const } },
};

async function started(options: Record<string, unknown> = {}, account = true) {
  const github = await startedGitHub(world);
  const environment = { GITHUB_API_URL: github.address, ...(account ? { GITHUB_TOKEN: token } : {}) };
  const editor = await Editor.start({ github: githubOverHttp(environment), options });
  return { editor, github };
}

const key = (number: number, repo = 'r'): WireIssueKey => ({ owner: 'o', repo, number });

test('the issue at the caret is meant, else all that its proposal names', async () => {
  const { editor } = await started();
  const meant = async (mark: string) => {
    const { uri, caret } = await editor.open(text.replace(mark, `${mark.slice(0, 1)}$0${mark.slice(1)}`));
    const issues = await editor.connection.sendRequest<WireIssue[]>(upstreamRequest, { uri, position: caret });
    return issues.map(({ name }) => name);
  };
  expect(await meant('issues/2')).toEqual(['o/r#2']);
  expect(await meant('o/r#3')).toEqual(['o/r#3']);
  expect(await meant('Faster')).toEqual(['o/r#1', 'o/r#2']);
  expect(await meant('Jaeger')).toEqual([]);
  expect(await editor.connection.sendRequest(upstreamRequest, { uri: 7 })).toEqual([]);
});

test('what is known of a meant issue comes along', async () => {
  const { editor } = await started();
  const opened = await editor.open(text.replace('issues/1', 'issu$0es/1'));
  await editor.at('textDocument/hover', opened);
  expect(await editor.connection.sendRequest(upstreamRequest, { uri: opened.uri, position: opened.caret })).toEqual([
    {
      name: 'o/r#1',
      url: 'https://github.com/o/r/issues/1',
      title: 'Slow queries',
      state: { icon: 'issues', words: 'Open' },
    },
  ]);
});

test('the issues of the document in front and of open terms are worth asking about, those of others are not', async () => {
  const issue = (number: number) =>
    `### Jaeger\n\n#### P\n\n- Upstream Issue: https://github.com/o/r/issues/${number}\n`;
  const root = folderWith({
    'programs/lfx-mentorship/2021/01-Spring/README.md': `Status: completed\n\n${issue(1)}`,
    'programs/lfx-mentorship/2022/01-Spring/README.md': `Status: completed\n\n${issue(2)}`,
    'programs/lfx-mentorship/2026/01-Mar-May/project_ideas.md': issue(3),
  });
  const clock = new HandClock();
  const folder = URI.file(root).toString();
  const editor = await Editor.start({ files: nodeFiles(() => {}), folder, clock });
  const front = URI.file(join(root, 'programs/lfx-mentorship/2022/01-Spring/README.md')).toString();
  const listed = async (uri: string | null) =>
    (await editor.connection.sendRequest<WireIssueKey[]>(refreshListRequest, { uri })).map(({ number }) => number);
  expect(await listed(null)).toEqual([3]);
  expect(await listed(front)).toEqual([2, 3]);
});

test('a refresh asks for all in one query, and tells how they stand', async () => {
  const { editor, github } = await started();
  const keys = [key(1), key(2), key(4), key(9), key(1, '../../x')];
  const refreshed = await editor.connection.sendRequest<WireRefreshed>(refreshRequest, { keys });
  expect(refreshed).toEqual({ open: 1, closed: 1, moved: 1, missing: 1, unknown: 0, why: null });
  expect(github.asked.filter(({ method }) => method === 'POST')).toHaveLength(1);
  expect(await editor.connection.sendRequest(refreshRequest, { keys: 'x' })).toMatchObject({ open: 0, unknown: 0 });
});

test('a refresh tells why nothing is known', async () => {
  const { editor } = await started({}, false);
  const keys = [{ ...key(7), kind: 'discussion' }];
  expect(await editor.connection.sendRequest(refreshRequest, { keys })).toMatchObject({
    unknown: 1,
    why: 'Sign in to GitHub to see more.',
  });
});

test('how it stands with GitHub is told to who shows it, each time that it is something else', async () => {
  const { editor } = await started({ githubStatus: true }, false);
  const told: WireGitHubStatus[] = [];
  editor.connection.onNotification(githubStatusChanged, (status: WireGitHubStatus) => void told.push(status));
  const opened = await editor.open(text.replace('issues/1', 'issu$0es/1'));
  await editor.at('textDocument/hover', opened);
  await expect.poll(() => told.at(-1)).toEqual({ access: 'nobody', trouble: null, left: 29, limit: 30, until: null });
  const before = told.length;
  await editor.at('textDocument/hover', opened);
  expect(told.length).toBe(before);
});

test('a hover has the icons and the link that the editor can show, and asks once', async () => {
  const { editor, github } = await started({ icons: true, signInCommand: 'a.signIn' }, false);
  const value = async (mark: string, uri = draftsUri) => {
    const opened = await editor.open(mark, uri);
    return ((await editor.at<Hover>('textDocument/hover', opened)).contents as MarkupContent).value;
  };
  const source = text.replace('issues/1', 'issu$0es/1');
  expect(await value(source)).toContain('$(issues) **Open** as of');
  const before = github.asked.length;
  expect(await value(source)).toContain('**Slow queries**');
  expect(github.asked.length).toBe(before);
  const discussion = text.replace('r/issues/1', 'q/discussi$0ons/1');
  expect(await value(discussion, draftsUri.replace('2026', '2025'))).toContain(
    '[Sign in to GitHub](<command:a.signIn>)',
  );
});

const unwritten = `### Jaeger\n\n#### P\n\n- Mentor(s): Ada Example (@ada-example, ada@example.org)\n- Upstream Issue: $0\n`;
const jaeger = {
  issues: {
    'jaegertracing/jaeger#7': { title: 'Slow queries' },
    'jaegertracing/jaeger#8': { title: 'Quick start' },
    'jaegertracing/jaeger#9': { title: 'Slow and old', state: 'closed' as const },
  },
};

async function completing(account: boolean) {
  const github = await startedGitHub(jaeger);
  const environment = { GITHUB_API_URL: github.address, ...(account ? { GITHUB_TOKEN: token } : {}) };
  const clock = new HandClock();
  const editor = await Editor.start({ github: githubOverHttp(environment), clock });
  const labels = (answer: CompletionList | CompletionItem[] | null) =>
    (Array.isArray(answer) ? answer : (answer?.items ?? [])).map(({ label }) => label);
  const ask = async (opened: Opened) => labels(await editor.at<CompletionList>('textDocument/completion', opened));
  return { editor, github, clock, ask };
}

test('with an account open issues are offered, asked for once typing rests', async () => {
  const { editor, github, clock, ask } = await completing(true);
  const opened = await editor.open(unwritten);
  await expect.poll(async () => (await editor.at('textDocument/hover', opened)) === null).toBe(true);
  clock.advance(1_000);
  const answer = ask(opened);
  await clock.waitedFor();
  expect(github.asked.filter(({ body }) => body.includes('search'))).toEqual([]);
  clock.advance(250);
  expect((await answer).slice(0, 2)).toEqual(['jaegertracing/jaeger#7', 'jaegertracing/jaeger#8']);
  // The list holds: no pause, and no request.
  expect(await ask(opened)).toContain('jaegertracing/jaeger#8');
  expect(github.asked.filter(({ body }) => body.includes('search'))).toHaveLength(1);
});

test('without an account the workspace alone is offered, at once', async () => {
  const { editor, github, ask } = await completing(false);
  expect(await ask(await editor.open(unwritten))).toEqual(['jaegertracing/jaeger/issues/']);
  expect(github.asked).toEqual([]);
});
