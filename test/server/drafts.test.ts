import { join } from 'node:path';
import { expect, test } from 'vitest';
import { URI } from 'vscode-uri';
import { nodeFiles } from '../../server/src/adapters/files/node-files';
import { githubOverHttp } from '../../server/src/adapters/github/http';
import { bundledForm } from '../../server/src/core/facts/proposal-form';
import { bodyWith } from '../../server/src/core/submission/issue-body';
import type { GitHub } from '../../server/src/host/ports';
import {
  importIssueRequest,
  proposeAgainRequest,
  type WireDraft,
  type WireIssueDraft,
} from '../../server/src/protocol/drafts';
import { folderWith } from '../folder';
import { Editor, noGitHub } from './client';
import { startedGitHub } from './loopback';

const readme = 'programs/lfx-mentorship/2026/01-Mar-May/README.md';
const accepted = `### Jaeger

#### Faster queries

- Description: They are slow.
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)
- Upstream Issue: https://github.com/jaegertracing/jaeger/issues/1
- LFX URL: TBD
`;

async function again(files: Readonly<Record<string, string>>, line: number, open?: string): Promise<WireDraft | null> {
  const folder = folderWith(files);
  const editor = await Editor.start({ files: nodeFiles(expect.fail), folder: URI.file(folder).toString() });
  const uri = URI.file(join(folder, readme)).toString();
  if (open !== undefined) await editor.open(open, uri);
  return editor.connection.sendRequest(proposeAgainRequest, { uri, position: { line, character: 0 } });
}

test('a proposal of a closed or open file becomes a draft for the term that is open', async () => {
  const files = {
    [readme]: accepted,
    'programs/lfx-mentorship/automation/terms.yml': 'terms: ["2027 Term 1 (Mar-May)"]\n',
  };
  const draft = await again(files, 4);
  expect(draft).toMatchObject({ is: 'draft', caret: { line: 4, character: '#### Faster queries'.length } });
  expect(draft?.is === 'draft' && draft.text).toMatch(
    /^# 2027 Term 1 \(Mar-May\)\n\n### Jaeger\n\n#### Faster queries\n/,
  );
  const open = await again(files, 4, accepted.replace('slow', 'fast'));
  expect(open?.is === 'draft' && open.text).toContain('They are fast.');
});

test('for another program it holds what that asks for, and the rest stands beside it', async () => {
  const folder = folderWith({ [readme]: accepted.replace('- Mentor', '- Technologies: Go\n- Mentor') });
  const editor = await Editor.start({ files: nodeFiles(expect.fail), folder: URI.file(folder).toString() });
  const uri = URI.file(join(folder, readme)).toString();
  const params = { uri, position: { line: 4, character: 0 }, program: 'gsoc' };
  expect(await editor.connection.sendRequest<WireDraft>(proposeAgainRequest, params)).toMatchObject({
    text: expect.stringMatching(/^### Jaeger\n\n#### Faster queries\n\n- Description: They are slow\.\n/),
    caret: { line: 2, character: '#### Faster queries'.length },
    rest: [{ label: 'Technologies', text: 'Go' }],
  });
});

test('where there is no proposal, there is no draft', async () => {
  const why = { is: 'refused', why: 'The proposal has gone. Choose again.' };
  expect(await again({}, 0)).toEqual(why);
  expect(await again({ [readme]: accepted }, 0)).toEqual(why);
});

const body = bodyWith(
  bundledForm,
  new Map([
    ['cncf_project', 'Jaeger'],
    ['program_name', 'Faster queries'],
    ['program_description', `They are slow. ${'x'.repeat(2_500)}`],
  ]),
);

test('an issue that was made with the form becomes a draft, whole', async () => {
  const github = await startedGitHub({
    issues: {
      'cncf/mentoring#7': { title: '[CNCF LFX Proposal] Jaeger Faster queries', body },
    },
  });
  const editor = await Editor.start({ github: githubOverHttp({ GITHUB_API_URL: github.address }) });
  const imported = (issue: unknown) => editor.connection.sendRequest<WireDraft>(importIssueRequest, { issue });
  const draft = await imported('#7');
  expect(draft.is === 'draft' && draft.text).toContain(`- Description: They are slow. ${'x'.repeat(2_500)}\n`);
  expect(await imported('9')).toEqual({
    is: 'refused',
    why: 'GitHub has no such issue, or does not show it to you. Private issues need an account that may read them.',
  });
  expect(await imported({})).toEqual({ is: 'refused', why: 'Enter the number or the address of an issue.' });
  expect(await imported('example/html#1')).toEqual({ is: 'refused', why: 'The answer from GitHub cannot be read.' });
  expect(await imported('example/offline#1')).toEqual({ is: 'refused', why: 'GitHub cannot be reached.' });
  expect(github.asked.map(({ url }) => url).slice(0, 2)).toEqual([
    '/repos/cncf/mentoring/issues/7',
    '/repos/cncf/mentoring/issues/9',
  ]);
});

test('the issue forms of the workspace tell what the headings of an issue ask for', async () => {
  const said = '### Your story\n\nSlow.\n\n### Besoins\n\nGo, SQL\n';
  const github = await startedGitHub({ issues: { 'example/store#7': { title: 'Faster queries', body: said } } });
  const form =
    'body:\n  - { type: textarea, id: description, attributes: { label: Your story } }\n  - { type: input, id: skills, attributes: { label: Besoins } }\n';
  const editor = await Editor.start({
    github: githubOverHttp({ GITHUB_API_URL: github.address }),
    files: nodeFiles(expect.fail),
    folder: URI.file(folderWith({ '.github/ISSUE_TEMPLATE/idea.yml': form })).toString(),
  });
  const issue = 'example/store#7';
  const draft = await editor.connection.sendRequest<WireIssueDraft>(importIssueRequest, { issue });
  expect(draft.is === 'draft' && draft.text).toContain('- Recommended Skills: Go, SQL\n');
});

test('with a document that it goes into, the draft has the labels of its proposals', async () => {
  const said = '### Description\n\nSlow.\n\n### Difficulty\n\nHard\n\n### Mentors\n\n@ada-example\n';
  const github = await startedGitHub({ issues: { 'example/store#7': { title: 'Quicker start', body: said } } });
  const editor = await Editor.start({ github: githubOverHttp({ GITHUB_API_URL: github.address }) });
  const idea = (title: string) => `## ${title}\n\nSlow.\n\n**Difficulty**: easy\n\n**Mentors**: @bo-sample\n`;
  const list = ['Faster queries', 'Smaller images', 'Better docs'].map(idea).join('\n');
  const like = await editor.open(list, 'file:///workspace/ideas.md');
  const imported = (uri: unknown) =>
    editor.connection.sendRequest<WireIssueDraft>(importIssueRequest, { issue: 'example/store#7', like: uri });
  expect(await imported('file:///workspace/ideas.md'), like.uri).toMatchObject({
    text: '## Quicker start\n\nSlow.\n\n**Difficulty**: Hard\n\n**Mentors**: @ada-example\n',
    caret: { line: 0, character: '## Quicker start'.length },
    rest: [],
  });
  const own = await imported('file:///workspace/closed.md');
  expect(own.is === 'draft' && own.text).toContain('- Mentor(s):\n  - @ada-example\n');
});

test('any other issue that says a proposal becomes a draft, and what the draft has no field for stands beside it', async () => {
  const said = '### Description\n\nThey are slow (see #3).\n\n### Mentors\n\n@ada-example\n\n### Budget\n\nOurs.\n';
  const github = await startedGitHub({
    issues: {
      'example/store#7': { title: '[LFX 2026 T3] Faster queries', body: said, state: 'closed' },
      'example/store#8': { title: 'Only a title', body: '' },
    },
    moved: { 'example/old#7': { to: 'example/store#7', why: 'transferred' } },
  });
  const editor = await Editor.start({ github: githubOverHttp({ GITHUB_API_URL: github.address }) });
  const imported = (issue: string) => editor.connection.sendRequest<WireIssueDraft>(importIssueRequest, { issue });
  const text = `#### Faster queries

- Description: They are slow (see example/store#3).
- Expected Outcome:
- Recommended Skills:
- Technologies:
- Mentor(s):
  - @ada-example
- Upstream Issue: https://github.com/example/store/issues/7
`;
  const caret = { line: 0, character: '#### Faster queries'.length };
  const rest = [{ label: 'Budget', text: 'Ours.' }];
  expect(await imported('example/store#7')).toEqual({
    is: 'draft',
    text,
    caret,
    rest,
    remarks: ['The issue is closed.'],
  });
  const remarks = ['The issue has moved to example/store#7.', 'The issue is closed.'];
  expect(await imported('https://github.com/example/old/issues/7')).toEqual({
    is: 'draft',
    text,
    caret,
    rest,
    remarks,
  });
  expect(await imported('example/store#8')).toMatchObject({
    rest: [],
    remarks: ['The issue has a title, but no text.'],
  });
});

test('of an umbrella issue a project is chosen', async () => {
  const section = (title: string) =>
    `## ${title}\n\n### Description\n\n${title} is slow.\n\n### Mentors\n\n@ada-example\n\n`;
  const issues = {
    'example/store#7': { title: 'Ideas', body: section('Queries') + section('Index') },
    'example/store#8': { title: 'Project ideas', body: '- #7 Store\n- example/index#3 Index\n' },
  };
  const github = await startedGitHub({ issues });
  const editor = await Editor.start({ github: githubOverHttp({ GITHUB_API_URL: github.address }) });
  const imported = (params: object) => editor.connection.sendRequest<WireIssueDraft>(importIssueRequest, params);
  const issue = 'https://github.com/example/store/issues/7';
  expect(await imported({ issue })).toEqual({
    is: 'projects',
    projects: [
      { title: 'Queries', next: { issue, project: 0 } },
      { title: 'Index', next: { issue, project: 1 } },
    ],
  });
  const chosen = await imported({ issue, project: 1 });
  expect(chosen.is === 'draft' && chosen.text).toMatch(/^#### Index\n\n- Description: Index is slow\.\n/);
  expect(await imported({ issue, project: 2 })).toMatchObject({ is: 'projects' });
  expect(await imported({ issue: 'example/store#8' })).toEqual({
    is: 'projects',
    projects: [
      { title: 'Store', next: { issue } },
      { title: 'Index', next: { issue: 'https://github.com/example/index/issues/3' } },
    ],
  });
});

test('an untrusted workspace asks nobody', async () => {
  const github: GitHub = { ...noGitHub, access: async () => 'untrusted', send: async () => expect.fail() };
  const editor = await Editor.start({ github });
  expect(await editor.connection.sendRequest(importIssueRequest, { issue: '7' })).toEqual({
    is: 'refused',
    why: 'Trust the workspace to ask GitHub.',
  });
});

test('accounts of exports in the workspace are known to completion, and change with the file', async () => {
  const drafts = 'programs/lfx-mentorship/2026/03-Sep-Nov/project_ideas.md';
  const mentor = { name: 'Ada Example', github_handle: 'ada-example', email: 'ada@example.org', lfid: 'adaex' };
  const folder = folderWith({
    [readme]: accepted,
    'programs/lfx-mentorship/2026/01-Mar-May/lfx-export.json': JSON.stringify({ programs: [{ mentors: [mentor] }] }),
  });
  const editor = await Editor.start({ files: nodeFiles(expect.fail), folder: URI.file(folder).toString() });
  const text = accepted.replace('ada@example.org)', 'ada@example.org, LFID: )').replace('- LFX URL: TBD\n', '');
  const { uri } = await editor.open(text, URI.file(join(folder, drafts)).toString());
  const position = { line: 6, character: '  - Ada Example (@ada-example, ada@example.org, LFID: '.length };
  const labels = async () => {
    const answer = await editor.connection.sendRequest<{ label: string }[] | null>('textDocument/completion', {
      textDocument: { uri },
      position,
    });
    return (answer ?? []).map(({ label }) => label);
  };
  await expect.poll(labels).toEqual(['adaex']);
});
