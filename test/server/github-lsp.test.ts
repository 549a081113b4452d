/** GitHub behind the language server: who may learn what, and what never gets out. */
import { expect, test } from 'vitest';
import {
  CancellationToken,
  CancellationTokenSource,
  type DocumentDiagnosticReport,
  type FullDocumentDiagnosticReport,
  type Hover,
} from 'vscode-languageserver';
import { githubOverHttp } from '../../server/src/adapters/github/http';
import type { Storage } from '../../server/src/host/ports';
import { token } from '../host/github.mjs';
import { Editor, type Opened } from './client';
import { HandClock } from './hand-clock';
import { answerAll, HeldGitHub, settled } from './held-github';
import { startedGitHub } from './loopback';
import { refreshed } from './pull';

const url = (name: string) => `https://github.com/${name.replace('#', '/issues/')}`;

/** A proposal for each of the issues. */
function proposals(...names: string[]): string {
  return names.map((name, at) => `#### Proposal ${at}\n- Upstream Issue: ${url(name)}\n`).join('\n');
}

async function findings(editor: Editor, { uri }: Opened): Promise<string[]> {
  const report = await editor.connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
    textDocument: { uri },
  });
  const { items } = report as FullDocumentDiagnosticReport;
  return items.flatMap(({ code, message }) => (/^upstream-/.test(String(code)) ? `${code}: ${message}` : []));
}

test('with an account the issues of an open document are learnt in the background, once it rests', async () => {
  const github = await startedGitHub({
    issues: { 'new/home#2': { title: 'A' }, 'o/r#3': { title: 'B', state: 'closed', reason: 'not_planned' } },
    moved: { 'o/r#1': { to: 'new/home#2', why: 'transferred' } },
  });
  const clock = new HandClock();
  const environment = { GITHUB_API_URL: github.address, GITHUB_TOKEN: token };
  const editor = await Editor.start({ clock, github: githubOverHttp(environment) });
  const opened = await editor.open(`### Jaeger\n${proposals('o/r#1', 'o/r#3', 'o/gone#4', 'o/r#5')}`);
  await clock.waitedFor();
  await editor.change(opened, 'o/r/issues/5', 'o/r/issues/6');
  expect(await findings(editor, opened)).toEqual([]);
  expect(github.asked).toEqual([]);
  const issuesChanged = refreshed(editor);
  clock.advance(1_000);
  await issuesChanged;
  expect(await findings(editor, opened)).toEqual([
    expect.stringContaining(
      'upstream-moved: The issue has moved: change the link to "https://github.com/new/home/issues/2"',
    ),
    expect.stringContaining('upstream-closed: Reopen or replace o/r#3: closed as not planned'),
    expect.stringContaining('upstream-missing: o/gone#4 was deleted'),
    expect.stringContaining('upstream-missing: Check o/r#6: it is deleted, private or mistyped'),
  ]);
  expect(github.asked.filter(({ method }) => method === 'POST')).toHaveLength(1);
});

test('of a document that names more issues than any, 200 are asked for unasked', async () => {
  const github = new HeldGitHub();
  const clock = new HandClock();
  const editor = await Editor.start({ clock, github });
  await editor.open(proposals(...Array.from({ length: 1_000 }, (_, at) => `o/r#${(at % 500) + 1}`)));
  await clock.waitedFor();
  clock.advance(1_000);
  await settled();
  await answerAll(github);
  expect(github.sent).toHaveLength(8);
});

test('without an account nothing is learnt before somebody looks', async () => {
  const github = await startedGitHub({ issues: { 'o/r#1': { title: 'Slow queries' } } });
  const editor = await Editor.start({ github: githubOverHttp({ GITHUB_API_URL: github.address }) });
  const opened = await editor.open(`### Jaeger\n${proposals('o/gone#1', 'o/r#1').replace('issues/1', 'iss$0ues/1')}`);
  expect(await findings(editor, opened)).toEqual([]);
  expect(github.asked).toEqual([]);
  await editor.at<Hover | null>('textDocument/hover', opened);
  expect(await findings(editor, opened)).toEqual([expect.stringContaining('o/gone#1 was deleted')]);
  expect(github.asked.map(({ url }) => url)).toEqual(['/repos/o/gone/issues/1']);
});

test('a hover that is called off asks GitHub nothing any more', async () => {
  const github = new HeldGitHub();
  github.now = 'nobody';
  const editor = await Editor.start({ github });
  const names = ['o/r#1', 'o/r#2', 'o/r#3', 'o/r#4', 'o/r#5', 'o/r#6'];
  const opened = await editor.open(`### Jaeger\n${proposals(...names)}`);
  const source = new CancellationTokenSource();
  const hovers = names.map((name) => {
    const caret = opened.document.positionAt(opened.document.getText().indexOf(url(name)) + 1);
    const params = { textDocument: { uri: opened.uri }, position: caret };
    const called = name === 'o/r#5' ? source.token : CancellationToken.None;
    return editor.connection.sendRequest('textDocument/hover', params, called).catch(() => null);
  });
  await expect.poll(() => github.sent.length).toBe(4);
  source.cancel();
  await hovers[4];
  await github.answer({ is: 'none', why: 'large' });
  await expect.poll(() => github.sent.length).toBe(5);
  expect(github.sent[4]?.question).toMatchObject({ path: '/repos/o/r/issues/6' });
});

test('the token is in no message, no log line, no finding and no file', async () => {
  const github = await startedGitHub({ issues: { 'o/r#1': { title: 'Slow queries' } } });
  const kept: string[] = [];
  const storage: Storage = { read: async () => null, write: async (name, text) => void kept.push(name, text) };
  const clock = new HandClock();
  const environment = { GITHUB_API_URL: github.address, GITHUB_TOKEN: token };
  const editor = await Editor.start({ clock, storage, github: githubOverHttp(environment) });
  const faults = ['hostile', 'html', 'cut', 'huge', 'limited', 'elsewhere', 'query-failed'];
  const names = ['o/r#1', ...faults.map((fault) => `example/${fault}#1`)];
  const opened = await editor.open(`### Jaeger\n${proposals(...names).replace('issues/1', 'iss$0ues/1')}`);
  await editor.at<Hover | null>('textDocument/hover', opened);
  clock.advance(1_000);
  await findings(editor, opened);
  clock.advance(5_000);
  await expect.poll(() => kept.length).toBeGreaterThan(0);
  expect(github.asked.some(({ authorization }) => authorization?.includes(token))).toBe(true);
  expect(editor.said).toContain('Slow queries');
  expect(kept.join()).toContain('Slow queries');
  expect(editor.said + editor.log.join() + kept.join()).not.toContain(token);
});
