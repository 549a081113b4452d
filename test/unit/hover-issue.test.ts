/** What is told of an upstream issue, whatever strangers have written into it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hoverAt, hoverNeedsAt } from '../../server/src/core/features/hover/hover';
import { issueMarkdown } from '../../server/src/core/features/issue-preview/issue-preview';
import type { IssueAnswer, IssueFacts, UnknownReason } from '../../server/src/core/known/known';
import { readDocument } from '../../server/src/core/model/document';
import { issueIs, knownFrom } from './rules/known-from';
import { expectSafe, hostile, nodesOf } from './safe-markdown';
import './property-seed';

const now = Date.UTC(2026, 0, 20, 12);
const day = 86_400_000;
const key = { owner: 'example', repo: 'example', number: 1 };
const url = 'https://github.com/example/example/issues/1';

/** What is told of an issue, as an editor with icons and a link to sign in shows it, and as others do. */
const told = (answer: IssueAnswer) =>
  issueMarkdown(key, url, answer, now, {
    icons: true,
    signIn: 'command:mentorshipProposals.signIn',
    importIssue: null,
  });
const toldPlainly = (answer: IssueAnswer) => issueMarkdown(key, url, answer, now);
const issue = (facts: Partial<IssueFacts>, age = 0): IssueAnswer =>
  ({ ...issueIs(facts), asOf: now - age }) as IssueAnswer;
const silence = (why: UnknownReason | null): IssueAnswer => ({ is: 'unknown', why });

describe('an issue that is known', () => {
  test('is told with all that GitHub says of it', () => {
    const facts: Partial<IssueFacts> = {
      title: 'Explain slow queries',
      author: 'ada-example',
      createdAt: now - 22 * day,
      updatedAt: now - 2 * day,
      labels: ['enhancement', 'area/`query`'],
      assignees: ['grace-sample', 'dependabot[bot]'],
      milestone: 'v2 *soon*',
      comments: 1,
      body: 'Some queries are slow.',
    };
    expect(told(issue(facts, 300_000))).toBe(
      [
        `$(issues) **Open** as of 5 minutes ago · [example/example\\#1](<${url}>)  `,
        '**Explain slow queries**  ',
        'Opened by [\\@ada-example](<https://github.com/ada-example>) 3 weeks ago · updated 2 days ago · 1 comment  ',
        '`enhancement` `` area/`query` `` · Assigned to [\\@grace-sample](<https://github.com/grace-sample>), dependabot\\[bot\\] · Milestone v2 \\*soon\\*',
        '',
        '---',
        '',
        'Some queries are slow.',
      ].join('\n'),
    );
  });

  test.each<[Partial<IssueFacts>, string, string]>([
    [{}, '$(issues) **Open**', '○ **Open**'],
    [{ stateReason: 'reopened' }, '$(issues) **Open**', '○ **Open**'],
    [{ state: 'closed' }, '$(issue-closed) **Closed**', '● **Closed**'],
    [
      { state: 'closed', stateReason: 'completed' },
      '$(issue-closed) **Closed as completed**',
      '● **Closed as completed**',
    ],
    [
      { state: 'closed', stateReason: 'not_planned' },
      '$(circle-slash) **Closed as not planned**',
      '● **Closed as not planned**',
    ],
    [
      { state: 'closed', stateReason: 'duplicate' },
      '$(circle-slash) **Closed as a duplicate**',
      '● **Closed as a duplicate**',
    ],
    [{ kind: 'pull' }, '$(git-pull-request) **Open pull request**', '○ **Open pull request**'],
    [{ kind: 'pull', draft: true }, '$(git-pull-request-draft) **Draft pull request**', '○ **Draft pull request**'],
    [
      { kind: 'pull', state: 'closed' },
      '$(git-pull-request-closed) **Closed pull request**',
      '● **Closed pull request**',
    ],
    [
      { kind: 'pull', state: 'closed', merged: true },
      '$(git-merge) **Merged pull request**',
      '● **Merged pull request**',
    ],
    [{ kind: 'discussion' }, '$(comment-discussion) **Open discussion**', '○ **Open discussion**'],
    [
      { kind: 'discussion', state: 'closed', stateReason: 'resolved' },
      '$(comment-discussion) **Closed discussion as resolved**',
      '● **Closed discussion as resolved**',
    ],
  ])('%j begins with its state as a sign and as words', (facts, withIcon, withSign) => {
    expect(told(issue(facts)).split(' as of ')[0]).toBe(withIcon);
    expect(toldPlainly(issue(facts)).split(' as of ')[0]).toBe(withSign);
  });

  test('is told where it is now', () => {
    const moved = { owner: 'new', repo: 'home', number: 2, url: 'https://github.com/new/home/issues/2' };
    expect(toldPlainly(issue(moved))).toContain(
      `[example/example\\#1](<${url}>) is now [new/home\\#2](<https://github.com/new/home/issues/2>)`,
    );
    expect(toldPlainly(issue({ owner: 'Example' }))).not.toContain('is now');
  });
});

describe('where there is nothing to show', () => {
  test('an issue that is gone is told so, as surely as GitHub says it', () => {
    expect(told({ is: 'missing', certain: true, asOf: now - day })).toContain('It was deleted (as of 1 day ago).');
    expect(told({ is: 'missing', certain: false, asOf: now })).toContain(
      'deleted, private or mistyped (as of just now).',
    );
  });

  test('the reason is told, with the link that changes it where there is one', () => {
    const signIn = (words: string) => `[${words}](<command:mentorshipProposals.signIn>)`;
    const until = new Date(2026, 0, 20, 14, 5).getTime();
    expect(told(silence({ is: 'offline' }))).toContain('GitHub cannot be reached.');
    expect(told(silence({ is: 'sign-in' }))).toContain(`${signIn('Sign in to GitHub')} to see more.`);
    expect(told(silence({ is: 'account' }))).toContain(`. ${signIn('Sign in again')}.`);
    expect(told(silence({ is: 'budget', until }))).toContain(`${signIn('Sign in to GitHub')} to see more.`);
    expect(toldPlainly(silence({ is: 'sign-in' }))).toContain('Sign in to GitHub to see more.');
    expect(told(silence(null))).toContain('Nothing is known about this issue yet.');
  });
});

test('an issue is safe Markdown, whatever strangers have written', { tags: 'slow' }, () => {
  const facts = fc.record({
    title: hostile,
    body: hostile,
    author: fc.option(hostile),
    labels: fc.array(hostile, { maxLength: 3 }),
    assignees: fc.array(hostile, { maxLength: 2 }),
    milestone: fc.option(hostile),
  });
  fc.assert(
    fc.property(facts, (each) => {
      expectSafe(toldPlainly(issue({ ...each, createdAt: now, comments: 3 })));
    }),
    { numRuns: 500 },
  );
});

describe('the link that makes a draft of an issue', () => {
  const editor = { icons: true, signIn: null, importIssue: 'command:mentorshipProposals.importIssue' };
  const withLink = (facts: Partial<IssueFacts>) => issueMarkdown(key, url, issue(facts), now, editor);
  const commands = (markdown: string) =>
    nodesOf(markdown).flatMap(({ type, url: target = '' }) =>
      type === 'link' && !/^https?:/.test(target) ? [target] : [],
    );
  const own = 'command:mentorshipProposals.importIssue?%5B%22example%2Fexample%231%22%5D';

  test('stands below what is told of it, and names this issue alone', () => {
    const markdown = withLink({ body: 'Some queries are slow.' });
    expect(markdown).toMatch(/Some queries are slow\.\n\n---\n\n\[Import Proposal from This Issue\]\(<[^<>]*>\)$/);
    expect(commands(markdown)).toEqual([own]);
    expect(JSON.parse(decodeURIComponent(own.slice(own.indexOf('?') + 1)))).toEqual(['example/example#1']);
  });

  test('is not there for what is no issue, or is not known', () => {
    expect(commands(withLink({ kind: 'pull' }))).toEqual([]);
    expect(commands(withLink({ kind: 'discussion' }))).toEqual([]);
    expect(commands(issueMarkdown(key, url, silence(null), now, editor))).toEqual([]);
    expect(commands(withLink({ owner: 'a"],b' }))).toEqual([]);
    expect(commands(toldPlainly(issue({})))).toEqual([]);
  });

  test('is the only one that runs a command, whatever strangers write', () => {
    const link = `[x](${own}) <${own}> [y]: ${own}\n\n[y] [z](command:mentorshipProposals.importIssue)`;
    expect(commands(withLink({ title: link, body: link, milestone: link, labels: [link], author: link }))).toEqual([
      own,
    ]);
    fc.assert(
      fc.property(hostile, hostile, (a, b) => {
        expect(commands(withLink({ title: a + link + b, body: a + link + b, milestone: b }))).toEqual([own]);
      }),
      { numRuns: 200 },
    );
  });
});

describe('in a document', () => {
  const path = 'programs/lfx-mentorship/2026/01-Mar-May/project_ideas.md';
  const at = 'https://github.com/o/r/issues/';
  const text = `### Jaeger

#### Faster queries

- Description: Queries are slow, see o/r#2 and [the plan](${at}3).
- Upstream Issue: ${at}1
`;
  const document = readDocument(text, path);
  const known = knownFrom(
    {},
    { 'o/r#1': issue({ title: 'One' }), 'o/r#2': issue({ title: 'Two' }), 'o/r#3': issue({ title: 'Three' }) },
  );
  const hover = (mark: string, read = document) =>
    hoverAt(
      { document: read, uri: `file:///${path}`, offset: read.text.indexOf(mark) + 1 },
      { known, now, addressOf: () => null },
    );

  const issuesAt = (read: typeof document, offset: number) =>
    hoverNeedsAt({ document: read, uri: `file:///${path}`, offset }).issues;

  test.each([
    ['the upstream field', `${at}1`, 'One'],
    ['a short name in a description', 'o/r#2', 'Two'],
    ['a link in a description', 'the plan', 'Three'],
  ])('%s is told about', (_, mark, title) => {
    expect(hover(mark)?.markdown).toContain(`**${title}**`);
    expect(issuesAt(document, text.indexOf(mark) + 1)).toHaveLength(1);
  });

  test('prose around it is not, and neither is what stands in no proposals document', () => {
    expect(hover('Queries are slow')).toBeNull();
    expect(issuesAt(document, text.indexOf('Queries'))).toEqual([]);
    const other = readDocument(`# Notes\n\nSee o/r#2.\n`, 'notes.md');
    expect(hover('o/r#2', other)).toBeNull();
    expect(issuesAt(other, other.text.indexOf('o/r#2') + 1)).toEqual([]);
  });
});
