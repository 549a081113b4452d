import { describe, expect, test } from 'vitest';
import { everything, type OutlineView } from '../../server/src/core/features/outline/branch';
import { branchesIn } from '../../server/src/core/features/outline/outline';
import type { IssueAnswer } from '../../server/src/core/known/known';
import { both, drafts, draftsText, outline, viewOf } from './outline-view';
import { issueIs } from './rules/known-from';

describe('a choice', () => {
  const titles = (choice: Partial<OutlineView['choice']>) => {
    const view = viewOf({ [drafts]: draftsText }, { choice: { ...everything, ...choice } });
    return outline(view, ({ is, label }) => (is === 'proposal' ? label : ''))
      .split(/\s*\n\s*/)
      .filter((line) => line !== '');
  };

  test.each([
    ['queries', ['Slow queries']],
    ['jaeger', ['Slow queries', 'Another view']],
    ['@ada-example', ['Slow queries', 'Copy less']],
    ['SAMPLE view', ['Another view']],
    ['nothing like it', []],
  ])('by the words "%s"', (text, expected) => {
    expect(titles({ text })).toEqual(expected);
  });

  test('by people, by their handles or addresses', () => {
    expect(titles({ people: ['@Tim-Muster', 'grace@EXAMPLE.org'] })).toEqual(['Another view', 'Copy less']);
    expect(titles({ people: [] })).toEqual([]);
  });

  test('by problems', () => {
    expect(titles({ problems: true })).toEqual(['Another view']);
  });

  test('leaves out terms and projects without a proposal, and unfolds what is left', () => {
    const view = viewOf(both, { choice: { ...everything, text: 'harbor' } });
    const [term] = branchesIn(null, view);
    const projects = branchesIn(term?.id ?? '', view);
    expect(projects.map(({ label, children }) => [label, children])).toEqual([['Harbor', 'unfolded']]);
  });

  test('sorts by name', () => {
    const view = viewOf({ [drafts]: draftsText }, { choice: { ...everything, sort: 'name' } });
    expect(
      outline(view, ({ is, label }) => (is === 'field' ? '' : label))
        .match(/\w[^\n]+/g)
        ?.slice(1),
    ).toEqual(['Harbor', 'Copy less', 'Jaeger', 'Another view', 'Slow queries', 'Zot']);
  });
});

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
    const details = outline(viewOf(both, { answers }), ({ is, label, detail }) =>
      is === 'proposal' ? '-' : `${label}: ${detail}`,
    );
    expect(details).toMatch(/1 accepted, 3 proposed · 1 open · 1 closed · 1 moved/);
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
