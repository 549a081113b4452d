/** From a place in a file to its branch of the outline, and from a branch to its files and its text. */
import { expect, test } from 'vitest';
import { everything, type OutlineView } from '../../server/src/core/features/outline/branch';
import { branchesIn, filesInWork, proposalsIn, wayTo } from '../../server/src/core/features/outline/outline';
import { textOf } from '../../server/src/core/features/outline/text';
import { readDocument } from '../../server/src/core/model/document';
import { dedent } from './marks';
import { both, drafts, draftsText, readme, viewOf } from './outline-of';

test('the way to a place leads to the proposal around it, or to the project whose heading it is', () => {
  const view = viewOf(both);
  const wayToText = (text: string) => {
    const start = dedent(draftsText).indexOf(text);
    return wayTo({ uri: `file:///${drafts}`, span: { start, end: start } }, view).map(({ label }) => label);
  };
  expect(wayToText('Grace Sample')).toEqual(['2026 Term 1 (Mar-May)', 'Proposed', 'Jaeger', 'Another view']);
  expect(wayToText('Harbor')).toEqual(['2026 Term 1 (Mar-May)', 'Proposed', 'Harbor']);
  expect(wayToText('Proposed Project')).toEqual([]);
  const narrow = { ...view, choice: { ...everything, text: 'slow' } };
  const start = dedent(draftsText).indexOf('Grace Sample');
  expect(wayTo({ uri: `file:///${drafts}`, span: { start, end: start } }, narrow)).toEqual([]);
});

test('the ways are the branches that unfolding leads to', () => {
  const view = viewOf(both);
  const start = dedent(draftsText).indexOf('Grace Sample');
  let parent: string | null = null;
  for (const branch of wayTo({ uri: `file:///${drafts}`, span: { start, end: start } }, view)) {
    expect(branchesIn(parent, view)).toContainEqual(branch);
    parent = branch.id;
  }
});

test('files of a term that is over are skipped unless they are open', () => {
  const over = viewOf(both, { now: Date.UTC(2026, 8, 1) });
  const paths = (view: OutlineView, open: string) =>
    filesInWork(null, view, ({ path }) => path === open).map(({ path }) => path);
  expect(paths(viewOf(both), '')).toEqual([readme, drafts]);
  expect(paths(over, '')).toEqual([]);
  expect(paths(over, drafts)).toEqual([drafts]);
});

test('the text of a proposal comes with its anchor, that of a project with its heading', () => {
  const view = viewOf({ [drafts]: draftsText });
  const document = readDocument(dedent(draftsText), drafts);
  const [term] = branchesIn(null, view);
  const [jaeger] = branchesIn(term?.id ?? '', view);
  const [slow] = branchesIn(jaeger?.id ?? '', view);
  const proposal = textOf(document, proposalsIn(slow?.id ?? '', view), false);
  expect(proposal?.anchor).toBe('slow-queries');
  expect(proposal?.markdown).toMatch(/^#### Slow \*queries\*\n\n- Description[^#]+issues\/1\n$/);
  const project = textOf(document, proposalsIn(jaeger?.id ?? '', view), true);
  expect(project?.anchor).toBe('jaeger');
  expect(project?.markdown).toMatch(/^### Jaeger\n\n#### Slow[^#]+#### Another view[^#]+issues\/2\n$/);
  const other = readDocument(dedent(draftsText).replace('Slow', 'Quick'), drafts);
  expect(textOf(other, proposalsIn(slow?.id ?? '', view), false)).toBeNull();
});
