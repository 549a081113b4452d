/** The states of upstream issues in the outline. */
import { describe, expect, test } from 'vitest';
import { StateCounts } from '../../server/src/core/features/outline/issue-states';
import { branchesIn } from '../../server/src/core/features/outline/outline';
import type { IssueAnswer } from '../../server/src/core/known/known';
import { both, drafts, draftsText, now, outline, viewOf } from './outline-of';
import { issueIs, knownFrom } from './rules/known-from';

describe('upstream issues', () => {
  const answers: Record<string, IssueAnswer> = {
    'jaegertracing/jaeger#1': issueIs({ owner: 'jaegertracing', repo: 'jaeger', number: 1 }),
    'jaegertracing/jaeger#2': issueIs({ owner: 'jaegertracing', repo: 'tracing', number: 9, state: 'closed' }),
    'goharbor/harbor#3': issueIs({
      owner: 'goharbor',
      repo: 'harbor',
      number: 3,
      state: 'closed',
      stateReason: 'not_planned',
    }),
  };

  test('are counted at terms, kinds and projects, each once', () => {
    const details = outline(viewOf(both, { answers }), ({ is, label, detail, about }) =>
      is === 'proposal' ? '-' : is === 'term' ? about.join(', ') : `${label}: ${detail}`,
    );
    expect(details).toMatch(/1 accepted, 3 proposed, Upstream issues: 1 open, 1 closed, 1 moved/);
    expect(details).toMatch(/Accepted: 1 proposal · 1 open/);
    expect(details).toMatch(/Jaeger: 2 proposals · 1 open · 1 moved/);
  });

  test('give a proposal its state, in words too', () => {
    const view = viewOf({ [drafts]: draftsText }, { answers });
    const [term] = branchesIn(null, view);
    const proposals = branchesIn(term?.id ?? '', view).flatMap(({ id }) => branchesIn(id, view));
    expect(proposals.map(({ upstream, spoken }) => [upstream, spoken])).toEqual([
      [
        'open',
        'Slow queries, a proposal of Jaeger, mentored by Ada Example and Max Sample. Its upstream issue jaegertracing/jaeger#1 is open.',
      ],
      [
        'moved',
        'Another view, a proposal of Jaeger, mentored by Grace Sample and Max Sample. Its upstream issue jaegertracing/jaeger#2 has moved to jaegertracing/tracing#9 and is closed. 2 errors.',
      ],
      [
        'closed',
        'Copy less, a proposal of Harbor, mentored by Tim Muster and Ada Example. Its upstream issue goharbor/harbor#3 is closed as not planned.',
      ],
    ]);
  });

  test('of which nothing is known are said to be so', () => {
    const [term] = branchesIn(null, viewOf(both));
    expect(term?.about).toContain('Upstream issues: 3 not looked up yet');
  });
});

test('states are counted again only when a file or an answer changes', () => {
  const { files } = knownFrom({ [drafts]: draftsText });
  let asked = 0;
  let answer: IssueAnswer = { is: 'unknown', why: null };
  const counts = new StateCounts(() => {
    asked++;
    return answer;
  });
  expect([...counts.of(files())]).toEqual([['unknown', 3]]);
  answer = { is: 'missing', certain: true, asOf: now };
  expect([...counts.of([...files()])]).toEqual([['unknown', 3]]);
  expect(asked).toBe(3);
  expect([...counts.of(knownFrom({ [drafts]: draftsText }).files())]).toEqual([['missing', 3]]);
  counts.forget();
  expect([...counts.of(files())]).toEqual([['missing', 3]]);
});
