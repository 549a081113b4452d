/** Creating and changing issues at a real GitHub of the tests, with everything that goes wrong on the way. */
import { expect, test } from 'vitest';
import { changeIssue, createIssue, issuesTitled, presentIssue, type Writer } from '../../client/src/submission/filing';
import { type IssueWrite, send, sendIssue } from '../../server/src/send';
import { token, type World } from '../host/github.mjs';
import { loopbackGitHub, startedGitHub } from './loopback';

const repository = 'cncf/mentoring';
const filed = { title: '[CNCF LFX Proposal] Jaeger Faster', body: 'Old' };
const issues = { 'cncf/mentoring#7': filed };
const issueWith = (title: string): IssueWrite => ({ repository, number: null, title, body: '### Term\n\nA\n' });

const apiAt = (address: string) => ({ rest: address, graphql: `${address}/graphql` });

function writerAt(address: string): Writer {
  const api = apiAt(address);
  return {
    account: 'ada-example',
    repeats: false,
    read: (path) => send(api, { is: 'rest', path, etag: null }, token),
    write: (issue) => sendIssue(api, issue, token),
  };
}

async function started(world: Partial<World> = { issues }) {
  const github = await startedGitHub(world);
  const methods = () => github.asked.map(({ method }) => method).join(' ');
  return { github, writer: writerAt(github.address), methods };
}

test('an issue is created with its title and body, and nothing else', async () => {
  const { github, writer, methods } = await started();
  expect(await createIssue(writer, issueWith('New'), [])).toEqual({ is: 'done', number: 8 });
  expect(methods()).toBe('POST');
  const [asked] = github.asked;
  expect(asked).toMatchObject({ url: '/repos/cncf/mentoring/issues', authorization: `Bearer ${token}` });
  expect(JSON.parse(asked?.body ?? '')).toEqual({ title: 'New', body: '### Term\n\nA\n' });
  expect(asked?.url + (asked?.body ?? '')).not.toContain(token);
});

test.each([
  ['403', 'forbidden'],
  ['404', 'missing'],
  ['410', 'disabled'],
  ['422', 'invalid'],
  ['307', 'moved'],
])('after %s it is certain that there is none: %s', async (fault, why) => {
  const { github, writer, methods } = await started();
  expect(await createIssue(writer, issueWith(`Fault ${fault}`), [])).toEqual({ is: 'refused', why });
  expect(methods()).toBe('POST');
  expect(Object.keys(github.world.issues)).toEqual(['cncf/mentoring#7']);
});

test.each(['lost', '502'])('after fault %s the issue is found, and not created twice', async (fault) => {
  const { github, writer, methods } = await started();
  expect(await createIssue(writer, issueWith(`Fault ${fault}`), [])).toEqual({ is: 'done', number: 8 });
  expect(methods()).toBe('POST GET');
  expect(Object.keys(github.world.issues)).toHaveLength(2);
});

test.each(['New', 'Fault lost'])('an issue that was sent twice is told of, and so are both: %s', async (title) => {
  const { writer } = await started();
  const repeating: Writer = {
    ...writer,
    repeats: true,
    write: async (issue) => {
      await writer.write(issue);
      return writer.write(issue);
    },
  };
  expect(await createIssue(repeating, issueWith(title), [])).toEqual({ is: 'done', number: 9, again: 8 });
});

test('an answer that never comes ends, and the issue is found', { tags: 'slow', timeout: 20_000 }, async () => {
  const { writer, methods } = await started();
  expect(await createIssue(writer, issueWith('Fault late'), [])).toEqual({ is: 'done', number: 8 });
  expect(methods()).toBe('POST GET');
});

test('without an answer and without an issue nobody knows', async () => {
  const { writer, methods } = await started();
  expect(await createIssue(writer, issueWith('Fault cut'), [])).toEqual({ is: 'unknown' });
  expect(methods()).toBe('POST GET');
});

test('an older issue with the same title is not taken for the new one', async () => {
  const title = 'Fault cut';
  const { writer } = await started({ issues: { 'cncf/mentoring#7': { title } } });
  expect(await createIssue(writer, issueWith(title), [7])).toEqual({ is: 'unknown' });
});

test('where GitHub cannot be reached nobody knows', async () => {
  const { github, writer } = await started();
  await github.stop();
  expect(await createIssue(writer, issueWith('New'), [])).toEqual({ is: 'unknown' });
  expect(await issuesTitled(writer, repository, 'New')).toBe('offline');
  expect(await presentIssue(writer.read, repository, 7)).toBe('offline');
});

test('the issues of a person with a title are found', async () => {
  const { github, writer } = await started({
    issues: { ...issues, 'cncf/mentoring#8': { ...filed, kind: 'pull' }, 'cncf/mentoring#9': { title: 'Other' } },
  });
  expect(await issuesTitled(writer, repository, ` ${filed.title}`)).toEqual([{ number: 7, ...filed, isOpen: true }]);
  expect(github.asked[0]?.url).toContain('?creator=ada-example&');
});

test.each<[number, unknown, Record<string, string>, string]>([
  [200, 'no JSON', {}, 'failed'],
  [200, {}, {}, 'failed'],
  [401, {}, {}, 'signed-out'],
  [403, {}, { 'x-ratelimit-remaining': '0' }, 'limited'],
  [429, {}, {}, 'limited'],
  [410, {}, {}, 'disabled'],
  [500, {}, {}, 'failed'],
])('a list that is answered with %s %j %j is not known: %s', async (status, body, headers, why) => {
  const { address } = await loopbackGitHub(status, body, headers);
  expect(await issuesTitled(writerAt(address), repository, 'New')).toBe(why);
});

test('what is no issue is left out of a list', async () => {
  const odd = [null, 7, {}, { number: '1', title: 'New' }, { number: -1, title: 'New' }, { number: 3, title: 'New' }];
  const { address } = await loopbackGitHub(200, odd);
  const found = [{ number: 3, title: 'New', body: '', isOpen: false }];
  expect(await issuesTitled(writerAt(address), repository, 'New')).toEqual(found);
});

test('an issue is changed', async () => {
  const { github, writer, methods } = await started();
  const write = { repository, number: 7, title: filed.title, body: 'New' };
  expect(await changeIssue(writer, write)).toEqual({ is: 'done', number: 7 });
  expect(methods()).toBe('PATCH');
  expect(github.world.issues['cncf/mentoring#7']?.body).toBe('New');
  expect(await changeIssue(writer, { ...write, number: 70 })).toEqual({ is: 'refused', why: 'missing' });
});

test.each([
  ['lost', { is: 'done', number: 7 }],
  ['cut', { is: 'unknown' }],
  ['403', { is: 'refused', why: 'forbidden' }],
])('changing one with fault %s', async (fault, outcome) => {
  const { writer } = await started();
  expect(await changeIssue(writer, { repository, number: 7, title: `Fault ${fault}`, body: 'New' })).toEqual(outcome);
});
