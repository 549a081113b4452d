/**
 * Hovers that ask while something is wrong with GitHub: each has an answer, and no fault makes a finding, leads to another
 * host or shows the token.
 */
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Hover, MarkupContent } from 'vscode-languageserver';
import { githubOverHttp } from '../../server/src/adapters/github/http';
import type { Storage } from '../../server/src/host/ports';
import { type LoopbackGitHub, startGitHub, token } from '../host/github.mjs';
import { answers, faults, queryFaults } from '../host/github-faults.mjs';
import { Editor } from './client';
import { HandClock } from './hand-clock';
import { settled } from './held-github';
import { pull } from './pull';

let github: LoopbackGitHub;
beforeAll(async () => {
  github = await startGitHub();
});
afterAll(() => github.stop());

/** What a hover over an issue of that repository says, the findings afterwards, and whether anything was stored. */
async function hovered(repository: string, account: boolean, isAnswered: boolean) {
  const stored: string[] = [];
  const storage: Storage = { read: async () => null, write: async (_, text) => void stored.push(text) };
  const clock = new HandClock();
  const environment = { GITHUB_API_URL: github.address, GITHUB_TOKEN: account ? token : '' };
  const editor = await Editor.start({ clock, storage, github: githubOverHttp(environment) });
  const source = `### Jaeger\n#### Faster queries\n- Upstream Issue: https://github.com/example/${repository}/iss$0ues/7\n`;
  const opened = await editor.open(source);
  let isShown = false;
  const hover = editor.at<Hover>('textDocument/hover', opened).finally(() => {
    isShown = true;
  });
  if (!isAnswered) {
    const name = new RegExp(`[/"]${repository}[/"]`);
    await vi.waitFor(() => expect(github.asked.some(({ url, body }) => name.test(url + body))).toBe(true));
    // A hover waits for two seconds and no longer, whatever GitHub does.
    await vi.waitFor(() => {
      clock.advance(500);
      expect(isShown).toBe(true);
    });
  }
  const { value } = (await hover).contents as MarkupContent;
  const { items = [] } = await pull(editor, opened);
  clock.advance(5_000);
  await settled();
  const findings = items.map(({ code }) => String(code)).filter((code) => code.startsWith('upstream-'));
  expect(editor.said + editor.log.join() + stored.join()).not.toContain(token);
  expect(github.strayed).toEqual([]);
  return { value, findings, stored: stored.join() };
}

const cases: [string, boolean][] = [
  ...Object.keys(faults).flatMap((fault): [string, boolean][] => [
    [fault, false],
    [`query-${fault}`, true],
  ]),
  ...Object.keys(queryFaults).map((fault): [string, boolean] => [fault, true]),
];

test.each(cases)('a hover while GitHub is %s, account: %j', async (repository, account) => {
  const { value, findings, stored } = await hovered(repository, account, false);
  // The link as the document has it, and why there is no more.
  const link = `[example/${repository}\\#7](<https://github.com/example/${repository}/issues/7>)`;
  expect(value.split('\n\n')).toEqual([link, expect.stringMatching(/^[A-Z][^\n*]*\.$/)]);
  expect(value).not.toMatch(/was not asked|Nothing is known/);
  expect(findings).toEqual([]);
  expect(stored).not.toMatch(/"is":/);
});

const findings: Record<keyof typeof answers, string> = {
  absent: 'upstream-missing',
  gone: 'upstream-missing',
  'no-issues': 'upstream-missing',
  'other-type': 'upstream-closed',
  hostile: 'upstream-closed',
};

test.each(Object.entries(findings))('%s is an answer', async (repository, finding) => {
  for (const account of [false, true]) {
    const answer = await hovered(repository, account, true);
    expect(answer.findings).toEqual([finding]);
    // Of an account's answers some may be private.
    if (!account) expect(answer.stored).toContain('"is":');
    expect(answer.value).not.toMatch(/\p{Cc}(?<!\n)|\u202e/u);
  }
  expect(Object.keys(findings)).toEqual(Object.keys(answers));
});
