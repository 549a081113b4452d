/** The issues that a person may want to make a draft of. */
import { expect, test } from 'vitest';
import { isMentorshipLabel } from '../../server/src/core/facts/mentorship-labels';
import { knownChoices, repositoriesFor } from '../../server/src/core/features/new-proposal/issue-choices';
import { knownFileOf } from '../../server/src/core/known/file';
import type { IssueFacts, IssueKey, Known } from '../../server/src/core/known/known';
import { Directory, knownFromDirectory } from '../../server/src/host/workspace/file-index';
import { issueOf } from '../abuse/work';
import { read } from './marks';

const { document } = read(`
  ### Jaeger

  #### Faster queries

  - Description: They are slow.
  - Mentor(s): Ada Example (@ada-example, ada@example.org)
  - Upstream Issue: https://github.com/example/store/issues/1

  ### Harbor

  #### Smaller images

  - Description: They are large.
  - Mentor(s): Bo Sample (@bo-sample, bo@example.org)
  - Upstream Issue: https://github.com/example/images/issues/2, https://github.com/example/images/issues/3
`);

function knowing(facts: readonly Partial<IssueFacts>[]): Known {
  const file = knownFileOf('file:///project_ideas.md', document);
  const all = facts.map((each) => ({ ...issueOf('Text'), owner: 'example', ...each }));
  const issue = ({ owner, repo, number }: IssueKey) => {
    const own = all.find((each) => each.owner === owner && each.repo === repo && each.number === number);
    return own ? ({ is: 'known', facts: own, asOf: 0 } as const) : ({ is: 'unknown', why: null } as const);
  };
  return { ...knownFromDirectory(new Directory(file ? [file] : [])), issue };
}

test('the repositories of the project at hand come first, then those that proposals name most', () => {
  const offset = document.text.indexOf('They are slow');
  const own = repositoriesFor({ document, offset }, knowing([]));
  expect(own).toEqual(['jaegertracing/jaeger', 'example/store', 'example/images']);
  expect(repositoriesFor(null, knowing([]))).toEqual(['example/images', 'example/store']);
});

test('what is known already are open issues with a label of a program', () => {
  const label = { labels: ['program/GSoC'] };
  const known = knowing([
    { repo: 'store', number: 1, title: 'Faster queries', ...label },
    { repo: 'images', number: 2, state: 'closed', ...label },
    { repo: 'images', number: 3, labels: ['bug'] },
  ]);
  expect(knownChoices(known)).toEqual([{ owner: 'example', repo: 'store', number: 1, title: 'Faster queries' }]);
});

test.each([
  ['mentorship', true],
  ['LFX-Mentorship 2026', true],
  ['program/GSoC', true],
  ['project_ideas', true],
  ['internal', false],
  ['gsocks', false],
])('the label %o is one of a program: %o', (label, expected) => {
  expect(isMentorshipLabel(label)).toBe(expected);
});
