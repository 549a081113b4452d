/** The words of branches of the outline: incomplete people, issues of all kinds, findings outside of fields. */
import { describe, expect, test } from 'vitest';
import type { Branch } from '../../server/src/core/features/outline/branch';
import { branchesIn } from '../../server/src/core/features/outline/outline';
import type { IssueAnswer, IssueFacts } from '../../server/src/core/known/known';
import { drafts, folder, viewOf } from './outline-of';
import { issueIs } from './rules/known-from';

/** All branches of an outline, those above first. */
function all(view: ReturnType<typeof viewOf>, parent: string | null = null): readonly Branch[] {
  return branchesIn(parent, view).flatMap((branch) => [branch, ...all(view, branch.id)]);
}

function branch(is: Branch['is'], source: string, answers: Readonly<Record<string, IssueAnswer>> = {}): Branch {
  const found = all(viewOf({ [drafts]: source }, { answers })).find((each) => each.is === is);
  if (!found) throw new Error(`No ${is} in the outline.`);
  return found;
}

const idea = (more: string) => `### Jaeger\n\n#### Slow queries\n\n${more}`;

describe('a proposal', () => {
  test('calls mentors by name, else handle, else address', () => {
    const mentors = '- Mentor(s):\n  - Ada Example (@ada-example)\n  - @bo-sample\n  - cy@example.org\n';
    const { detail, about } = branch('proposal', idea(mentors));
    expect(detail).toBe('Ada Example, @bo-sample, cy@example.org');
    expect(about[1]).toBe('Mentors: Ada Example, @bo-sample, cy@example.org');
  });

  test('says that it has no mentors and no upstream issue', () => {
    const { about, spoken, url } = branch('proposal', idea('- Description: d\n- Mentor(s):\n'));
    expect(about.slice(0, 3)).toEqual(['Slow queries', 'No mentors', 'No upstream issue']);
    expect(spoken).toMatch(/^Slow queries, a proposal of Jaeger without mentors. It names no upstream issue. /);
    expect(url).toBeNull();
  });

  const withIssue = (part: string) =>
    idea(`- Mentor(s): @ada-example\n- Upstream Issue: https://github.com/example/example/${part}/1\n`);
  const key = 'example/example#1';

  test.each<[string, Partial<IssueFacts>]>([
    ['a merged pull request', { kind: 'pull', state: 'closed', merged: true }],
    ['an open pull request', { kind: 'pull' }],
    ['an open draft pull request', { kind: 'pull', draft: true }],
    ['a closed pull request', { kind: 'pull', state: 'closed' }],
    ['open', {}],
    ['closed', { state: 'closed' }],
    ['closed as a duplicate', { state: 'closed', stateReason: 'duplicate' }],
    ['closed as completed', { state: 'closed', stateReason: 'completed' }],
  ])('says that its upstream issue is %s', (words, facts) => {
    const { about } = branch('proposal', withIssue('issues'), { [key]: issueIs({ ...facts, title: 'A long wait' }) });
    expect(about.slice(2, 4)).toEqual([`Upstream issue ${key} is ${words}`, 'A long wait']);
  });

  test('says that its upstream issue is not there for everybody', () => {
    const { upstream, about } = branch('proposal', withIssue('issues'), {
      [key]: { is: 'missing', certain: false, asOf: 0 },
    });
    expect(upstream).toBe('missing');
    expect(about[2]).toBe(`Upstream issue ${key} is not there for everybody to see`);
  });

  test.each(['issues', 'pull', 'discussions'])('opens its address below "%s" as long as nothing is known', (part) => {
    expect(branch('proposal', withIssue(part)).url).toBe(`https://github.com/example/example/${part}/1`);
  });

  test('opens no address that does not belong to the web', () => {
    const answer = issueIs({ url: 'command:example' });
    expect(branch('proposal', withIssue('issues'), { [key]: answer }).url).toBe(
      'https://github.com/example/example/issues/1',
    );
  });

  test('without a title is called so', () => {
    expect(branch('proposal', '### Jaeger\n\n####\n\n- Description: d\n- Mentor(s): @ada-example\n').label).toBe(
      'Untitled',
    );
  });
});

describe('fields that lack something', () => {
  const fieldsOf = (source: string) =>
    all(viewOf({ [drafts]: source })).flatMap(({ is, label, detail, spoken, severity }) =>
      is === 'field' ? [{ label, detail, spoken, severity }] : [],
    );

  test('with several findings tell the first and count the others, and are as grave as the gravest', () => {
    const source = idea('- Mentor(s):\n  - Ada Example @ada-example, ada@example.org\n  - Bo Sample (@bo--sample)\n');
    const mentors = fieldsOf(source).find(({ label }) => label === 'Mentor(s)');
    expect(mentors?.detail).toMatch(/\(and \d more\)$/);
    expect(mentors?.severity).toBe('error');
    expect(mentors?.spoken).toMatch(/^Mentor\(s\): an error\. /);
  });

  test('what is found in a title, a program name or elsewhere is listed by that place', () => {
    const long = `### Jaeger\n\n#### ${'x'.repeat(95)}\n\n- Mentor(s): @ada-example\n`;
    expect(fieldsOf(long).map(({ label }) => label)).toContain('Title');
    const named = idea('CNCF - Jaeger: Slow queries (2024 Term 1)\n\n- Mentor(s): @ada-example\n');
    expect(fieldsOf(named).find(({ label }) => label === 'Program name')?.spoken).toMatch(
      /^Program name: (?:a remark|an? \w+)\. /,
    );
  });
});

describe('a term', () => {
  test('without proposals says so', () => {
    const { detail, about, spoken } = branch('term', '## Proposed Project ideas\n\n### Jaeger\n');
    expect(detail).toContain('no proposals yet');
    expect(about).toContain('No proposals yet');
    expect(spoken).toContain('a term with no proposals');
  });

  test('lists proposals without a project below "No project"', () => {
    const source = '## Ideas\n\n#### Slow queries\n\n- Description: d\n- Mentor(s): @ada-example\n';
    const project = branch('project', source);
    expect(project.label).toBe('No project');
    expect(project.place?.span.start).toBe(source.indexOf('Slow'));
  });

  test('is called like its file if its path tells no term', () => {
    const view = viewOf({ 'ideas/list.md': idea('- Description: d\n- Mentor(s): @ada-example\n') });
    expect(branchesIn(null, view).map(({ label }) => label)).toEqual(['list.md']);
  });

  test('unfolds what was accepted and what was proposed while few proposals are chosen', () => {
    const view = viewOf({
      [drafts]: idea('- Mentor(s): @ada-example\n'),
      [`${folder}/README.md`]: idea('- Mentor(s): @ada-example\n'),
    });
    const [term] = branchesIn(null, { ...view, choice: { ...view.choice, text: 'slow' } });
    const kinds = branchesIn(term?.id ?? '', { ...view, choice: { ...view.choice, text: 'slow' } });
    expect(kinds.map(({ children }) => children)).toEqual(['unfolded', 'unfolded']);
  });
});
