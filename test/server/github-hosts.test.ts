/** An address is shown, followed and written into files: nobody but GitHub says where an issue is. */
import { expect, test } from 'vitest';
import { githubOverHttp } from '../../server/src/adapters/github/http';
import { issueNameFrom } from '../../server/src/host/github/facts';
import { heldIssueStore, issue, key, reply, settled, told } from './held-github';

const own = 'github.example.org:8443';
const path = 'o/r/issues/1';

const strange = [
  `https://evil.example.org/${path}`,
  `http://github.com/${path}`,
  `https://github.com:444/${path}`,
  `https://github.com.evil.example.org/${path}`,
  `https://github.com@evil.example.org/${path}`,
  `https://evil.example.org/https://github.com/${path}`,
  `https://evil.example.org#https://github.com/${path}`,
  `https://evilgithub.com/${path}`,
  `https://GITHUB.com\\.evil.example.org/${path}`,
  `https://github.com/${path}\nhttps://evil.example.org/${path}`,
  `//github.com/${path}`,
  `command:https://github.com/${path}`,
];

test.each([...strange, `https://${own}/${path}`])('%s is nowhere at GitHub', (url) => {
  expect(issueNameFrom({ url, title: 'T' })).toBeNull();
});

test.each(strange)('%s is nowhere at a GitHub of its own', (url) => {
  expect(issueNameFrom({ url, title: 'T' }, own)).toBeNull();
});

test.each([
  ['github.com', `https://github.com/${path}`],
  [own, `https://${own}/${path}`],
  [own, `https://github.com/${path}`],
])('of %s the address %s is believed', (host, url) => {
  expect(issueNameFrom({ url, title: 'T' }, host)?.url).toBe(url);
});

test.each([
  [undefined, 'github.com'],
  ['https://api.github.com', 'github.com'],
  ['https://api.sub.ghe.example.org/', 'sub.ghe.example.org'],
  ['https://api.example.org/api/v3', 'api.example.org'],
  ['https://github.example.org:8443/api/v3', own],
])('issues of the API %s are at %s', (GITHUB_API_URL, host) => {
  expect(githubOverHttp({ GITHUB_API_URL }).host).toBe(host);
});

const url = `https://evil.example.org/${path}`;

test('what either API says of another host is no answer', async () => {
  const one = heldIssueStore({}, 'nobody');
  void one.issueStore.fetch([key]);
  await settled();
  await one.github.answer(reply(200, issue(1, { html_url: url })));
  expect(one.issueStore.issue(key)).toEqual({ is: 'unknown', why: { is: 'odd' } });
  const many = heldIssueStore();
  void many.issueStore.fetch([key]);
  await settled();
  const question = many.github.sent[0]?.question;
  if (question) await many.github.answer(told(question, [], { url }));
  expect(many.issueStore.issue(key)).toEqual({ is: 'unknown', why: { is: 'odd' } });
});

test('a list of recent issues leaves out those of another host', async () => {
  const { github, issueStore } = heldIssueStore();
  const listed = issueStore.recent(['o/r'], '');
  await settled();
  const nodes = [url, `https://github.com/${path}`].map((url) => ({ __typename: 'Issue', title: 'T', url }));
  await github.answer(reply(200, { data: { search: { nodes } } }));
  expect((await listed).map((each) => each.url)).toEqual([`https://github.com/${path}`]);
});

test('what was kept of another host counts for nothing, of the own one it holds', async () => {
  const kept = (url: string) => {
    const facts = { url, title: 'T', state: 'open' };
    return { name: 'o/r#1', answer: { is: 'known', asOf: 0, facts } };
  };
  const learned = async (issue: object, host: string) => {
    const source = `${host} ada-example`;
    const text = JSON.stringify({ version: 2, issues: [{ ...issue, source }] });
    const storage = { read: async () => text, write: async () => {} };
    const { issueStore } = heldIssueStore({ storage }, 'account', { host });
    await issueStore.load();
    return issueStore.issue(key).is;
  };
  expect(await learned(kept(url), 'github.com')).toBe('unknown');
  expect(await learned(kept(`https://${own}/${path}`), 'github.com')).toBe('unknown');
  expect(await learned(kept(`https://${own}/${path}`), own)).toBe('known');
});
