/**
 * `check --upstream` while something is wrong with GitHub, or with what stands between. No fault makes a finding, leads to
 * another host, shows the token or keeps anybody waiting. All faults meet the command's own questions in this process, and
 * those that a process could hang on meet the whole program.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { nothingKnown } from '../../server/src/core/known/known';
import { findingsOf } from '../../server/src/core/linter/run';
import { readDocument } from '../../server/src/core/model/document';
import { askGitHub } from '../../server/src/entry/cli/fetch-issues';
import { folderWith } from '../folder';
import { type LoopbackGitHub, startGitHub, token } from '../host/github.mjs';
import { answers, faults, queryFaults } from '../host/github-faults.mjs';
import { drafts, runWith } from './program';

let github: LoopbackGitHub;
beforeAll(async () => {
  github = await startGitHub();
});
afterAll(() => github.stop());

/** How long GitHub is waited for, in seconds, and how often as long a test takes at most, on a busy machine as well. */
const BOUND = 1;
const TIMES = 20;
const timeout = TIMES * BOUND * 1_000;

interface Case {
  readonly repository: string;
  readonly account: boolean;
  /** In seconds. */
  readonly bound?: number;
  readonly address?: string;
}

interface Checked {
  readonly out: string;
  readonly err: string;
  /** All that was stored for the next run. */
  readonly stored: string;
}

/** A draft whose one upstream issue is in that repository. */
const draftOf = (repository: string) =>
  drafts('Faster queries').replace(/jaegertracing\/jaeger\/issues\/\d+/, `example/${repository}/issues/7`);

function environmentOf({ account, address = github.address }: Case) {
  const GITHUB_TOKEN = account ? token : '';
  return { GITHUB_API_URL: address, GITHUB_GRAPHQL_URL: '', GITHUB_TOKEN, XDG_CACHE_HOME: folderWith({}) };
}

function storedIn({ XDG_CACHE_HOME: folder }: { readonly XDG_CACHE_HOME: string }): string {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8')).join('\n');
}

/** Asks as the command does, and looks for findings of the answers. */
async function asked(each: Case): Promise<Checked> {
  const environment = environmentOf(each);
  const document = readDocument(draftOf(each.repository), 'project_ideas.md');
  const lines: string[] = [];
  const log = (line: string) => lines.push(`${line}\n`);
  const upstream = await askGitHub([document], { environment, timeout: each.bound ?? BOUND, log });
  const out = findingsOf(document, { ...nothingKnown, ...upstream }, {}).map(
    ({ rule, message }) => `${rule} ${message}\n`,
  );
  return { out: out.join(''), err: lines.join(''), stored: storedIn(environment) };
}

/** The same as a process. Findings of upstream issues are no errors here. */
async function checked(each: Case): Promise<Checked> {
  const environment = environmentOf(each);
  const folder = folderWith({ 'project_ideas.md': draftOf(each.repository) });
  const options = ['--upstream', '--upstream-timeout', String(each.bound ?? BOUND)];
  const { code, out, err } = await runWith(environment, folder, 'check', ...options, 'project_ideas.md');
  expect(code).toBe(0);
  return { out, err: err.replace(/^mentorship-proposals: /, ''), stored: storedIn(environment) };
}

function expectSafe({ out, err, stored }: Checked): void {
  expect(out + err + stored).not.toContain(token);
  expect(out + err).toMatch(/^[\n\x20-\x7e]*$/);
  expect(github.strayed).toEqual([]);
}

/** What is said is one line, and nothing is believed, now or in the next run. */
function expectNothingLearned(each: Checked): void {
  expectSafe(each);
  expect(each.out).toBe('');
  expect(each.err).toMatch(/^GitHub has not answered about 1 of 1 reference\b.*\.\n$/);
  expect(each.err).not.toMatch(/was not asked|Nothing is known/);
  expect(each.stored).not.toMatch(/"is":/);
}

function expectAsked(repository: string): void {
  const name = new RegExp(`[/"]${repository}[/"]`);
  expect(github.asked.filter(({ url, body }) => name.test(url + body))).not.toEqual([]);
}

/** Asked without an account and with one. */
const both = (fault: string): Case[] => [
  { repository: fault, account: false },
  { repository: `query-${fault}`, account: true },
];

const cases: [string, Case[]][] = [
  ...Object.keys(faults).map((fault): [string, Case[]] => [fault, both(fault)]),
  ...Object.keys(queryFaults).map((repository): [string, Case[]] => [repository, [{ repository, account: true }]]),
];

test.each(cases)('nothing is learnt of a GitHub that is %s', { timeout }, async (_, each) => {
  for (const result of await Promise.all(each.map(asked))) expectNothingLearned(result);
  for (const { repository } of each) expectAsked(repository);
});

const hanging = ['never', 'drip', 'reset', 'huge', 'retry-in-a-minute', 'elsewhere'];

test.each(hanging)('the program ends, well and in time, where GitHub is %s', { timeout }, async (fault) => {
  for (const result of await Promise.all(both(fault).map(checked))) expectNothingLearned(result);
});

/** What is found where GitHub has answered, though not as it does on other days. */
const findings: Record<keyof typeof answers, RegExp> = {
  absent: /^upstream-missing Check example\/absent#7: .*\n$/,
  gone: /^upstream-missing example\/gone#7 was deleted.*\n$/,
  'no-issues': /^upstream-missing Check example\/no-issues#7: .*\n$/,
  'other-type': /^upstream-closed .*example\/other-type#7.*\n$/,
  hostile: /^upstream-closed .*example\/hostile#7.*\n$/,
};

test.each(Object.entries(findings))('%s is an answer', { timeout }, async (repository, finding) => {
  for (const account of [false, true]) {
    const result = await asked({ repository, account, bound: 30 });
    expectSafe(result);
    expect(result).toMatchObject({ out: expect.stringMatching(finding), err: '' });
  }
  expect(Object.keys(findings)).toEqual(Object.keys(answers));
});

test('a connection that is refused', { timeout }, async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await new Promise((resolve) => server.close(resolve));
  for (const account of [false, true]) expectNothingLearned(await asked({ repository: 'r', account, address }));
});
