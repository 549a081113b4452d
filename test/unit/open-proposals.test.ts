import { expect, test } from 'vitest';
import { listedIn, openProposalsIn, openProposalsQuestion } from '../../server/src/host/github/open-proposals';

test('the query asks for open issues with the labels of a proposal', () => {
  expect(openProposalsQuestion('cncf/mentoring', 20, 'x')).toMatchObject({
    is: 'graphql',
    variables: {
      search: 'repo:cncf/mentoring is:issue is:open sort:created-desc label:"lfx mentorship" label:"Proposal"',
      size: 20,
      after: 'x',
    },
  });
  expect(openProposalsQuestion('cncf/mentoring', 20, null)).not.toHaveProperty('variables.after');
});

const node = { title: 'A', url: 'https://github.com/cncf/mentoring/issues/7', body: 'B' };
const answer = (nodes: unknown, more: object = {}) => JSON.stringify({ data: { search: { nodes }, ...more } });

test.each<[string, unknown]>([
  ['not JSON', null],
  ['[]', null],
  [answer('x'), null],
  [answer([]), { issues: [], next: null, viewer: null }],
  [answer([null, 7, { ...node, url: 'https://example.org/7' }, { ...node, body: 7 }]), { issues: [] }],
  [answer([], { viewer: { login: 'ada-example' } }), { viewer: 'ada-example' }],
])('%s is read', (body, expected) => {
  const read = openProposalsIn(body);
  if (expected === null) expect(read).toBeNull();
  else expect(read).toMatchObject(expected as object);
});

test('a list by REST is read, without knowing who has confirmed', () => {
  const issue = {
    title: 'A',
    html_url: node.url,
    body: 'B',
    user: { login: 'ada-example' },
    labels: [{ name: 'Proposal' }],
  };
  expect(listedIn(JSON.stringify([issue, null, { ...issue, html_url: 'https://example.org/1' }, 7]))).toEqual({
    issues: [
      {
        ...{ number: 7, url: node.url, title: 'A', body: 'B', author: 'ada-example', labels: ['Proposal'] },
        confirmedBy: null,
      },
    ],
    isLast: true,
  });
  expect(listedIn(JSON.stringify(Array(20).fill(issue)))?.isLast).toBe(false);
  for (const wrong of ['{}', 'no JSON']) expect(listedIn(wrong)).toBeNull();
});

test('what is strange in an issue is left out or cut', () => {
  const strange = {
    ...node,
    body: 'x'.repeat(100_000),
    author: { login: 7 },
    labels: { nodes: [{ name: 'Proposal' }, {}, null, { name: 'x'.repeat(1_000) }] },
    comments: {
      nodes: [{ body: '/confirm', author: null }, { body: 7 }, { body: '/confirm', author: { login: 'a' } }],
    },
  };
  const [issue] = openProposalsIn(answer([strange]))?.issues ?? [];
  expect(issue).toMatchObject({ number: 7, author: null, confirmedBy: ['a'] });
  expect(issue?.body).toHaveLength(65_536);
  expect(issue?.labels.map(({ length }) => length)).toEqual([8, 100]);
});
