import { describe, expect, test } from 'vitest';
import { everything, type OutlineView } from '../../server/src/core/features/outline/branch';
import { branchesIn } from '../../server/src/core/features/outline/outline';
import { dedent } from './marks';
import { both, drafts, draftsText, folder, outline, viewOf } from './outline-of';

test('terms lead to what was accepted and proposed, to projects, proposals, and the fields that lack something', () => {
  expect(outline(viewOf(both), ({ label, detail }) => (detail ? `${label} (${detail})` : label))).toBe(
    dedent(`
      2026 Term 1 (Mar-May) (due in 6 days · 4 proposals)
        Accepted (1 proposal)
          Jaeger (1 proposal)
            Slow queries (Ada Example, Max Sample)
        Proposed (3 proposals)
          Jaeger (2 proposals)
            Slow queries (Ada Example, Max Sample)
            Another view (Grace Sample, Max Sample)
              Recommended Skills (missing)
              Expected Outcome (empty)
          Harbor (1 proposal)
            Copy less (Tim Muster, Ada Example)
          Zot (no proposals yet)
    `),
  );
});

test('a term with one kind of file has its projects below itself', () => {
  const summer = 'programs/summerofcode/2026.md';
  expect(
    outline(
      viewOf({
        [summer]: draftsText.replaceAll('####', '###').replaceAll(/^ {2}### (Jaeger|Harbor|Zot)$/gm, '  ## $1'),
      }),
    ),
  ).toMatch(/^2026 Summer of Code\n {2}Jaeger\n {4}Slow queries\n/);
});

test('newer terms come first, and the newest is unfolded', () => {
  const older = 'programs/lfx-mentorship/2025/03-Sep-Nov/project_ideas.md';
  const terms = branchesIn(null, viewOf({ [older]: draftsText, ...both }));
  expect(terms.map(({ label, children }) => [label, children])).toEqual([
    ['2026 Term 1 (Mar-May)', 'unfolded'],
    ['2025 Term 3 (Sep-Nov)', 'folded'],
  ]);
});

test('two clones of a repository have their terms twice, with their folders', () => {
  const terms = branchesIn(null, viewOf({ [`a/${drafts}`]: draftsText, [`b/${drafts}`]: draftsText }));
  expect(terms.map(({ detail }) => detail)).toEqual([`3 proposed · a/${folder}`, `3 proposed · b/${folder}`]);
});

test.each([
  [Date.UTC(2026, 0, 21, 23), 'due today'],
  [Date.UTC(2026, 0, 20, 1), 'due tomorrow'],
  [Date.UTC(2026, 0, 22), '4 proposals'],
])('at %d a term begins with "%s"', (time, words) => {
  const [term] = branchesIn(null, viewOf(both, { now: time }));
  expect(term?.detail.split(' · ')[0]).toBe(words);
  expect(term?.about).toContain('Status: Planning');
});

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

test('unfolded branches stay unfolded while the text around them changes', () => {
  const ids = (text: string) =>
    outline(viewOf({ [drafts]: text }), ({ is, id }) => (is === 'field' ? '' : JSON.stringify(id)));
  const edited = draftsText
    .replace('## Proposed', 'Some words.\n\n  ## Proposed')
    .replace('It is old.', 'It is very old.');
  expect(ids(edited)).toBe(ids(draftsText));
});

test('proposals with the same title have different ids', () => {
  const view = viewOf({ [drafts]: draftsText.replace('Another view', 'Slow queries') });
  const [term] = branchesIn(null, view);
  const [jaeger] = branchesIn(term?.id ?? '', view);
  const ids = branchesIn(jaeger?.id ?? '', view).map(({ id }) => id);
  expect(new Set(ids).size).toBe(2);
});
