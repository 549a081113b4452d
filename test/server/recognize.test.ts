import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { walk } from '../../server/src/adapters/files/node-files';
import { readDocument } from '../../server/src/core/model/document';
import { isProposalsPath, isServed, looksLikeProposals } from '../../server/src/recognize';
import { dedent } from '../unit/marks';
import { incomplete } from './texts';

const corpus = resolve(import.meta.dirname, '../../../shared/corpus');

test.each([
  ['file:///a.md', true],
  ['untitled:Untitled-1', true],
  ['vscode-vfs://github/o/r/a.md', true],
  ['vscode-remote://ssh-remote+host/a.md', true],
  ['vscode-test-web://mount/a.md', true],
  ['git:/a.md?{}', false],
  ['review:/a.md', false],
  ['vscode-local-history:/a.md', false],
  ['output:log', false],
  ['', false],
])('%s is served: %s', (uri, served) => {
  expect(isServed(uri)).toBe(served);
});

test.each([
  ['programs/lfx-mentorship/2026/01-Mar-May/README.md', true],
  ['2020/q3-q4/README.md', true],
  ['a/project_ideas.md', true],
  ['programs/summerofcode/2026.md', true],
  ['README.md', false],
  ['2026/01-notes/project_ideas.md.txt', false],
])('%s may hold proposals by its name: %s', (path, may) => {
  expect(isProposalsPath(path)).toBe(may);
});

test('every path that the core takes for a proposals document is recognized', () => {
  const paths = ['selected_projects.md', 'project_ideas.md', 'x/gsoc/2024-ideas.md', 'y/2022/01-Spring/readme.md'];
  for (const path of paths) {
    expect(readDocument('', path).kind, path).not.toBeNull();
    expect(isProposalsPath(path), path).toBe(true);
  }
});

test('a proposal is recognized, prose about mentors is not', () => {
  expect(looksLikeProposals(dedent(incomplete).replace('$0', ''))).toBe(true);
  expect(looksLikeProposals('# Community\n\nAsk your mentor about the description of the issue.\n')).toBe(false);
});

// The corpus is real people's text and no part of the project; where it is absent the samples above must do.
test.skipIf(!existsSync(corpus))('what the core reads as proposals is recognized by its text alone', async () => {
  const paths: string[] = [];
  await walk(corpus, { file: (path) => paths.push(path), unreadable: (path) => expect.fail(path) });
  for (const path of paths) {
    const text = readFileSync(join(corpus, path), 'utf8');
    if (readDocument(text, 'notes.md').kind !== null) expect(looksLikeProposals(text), path).toBe(true);
  }
  expect(paths.length).toBeGreaterThan(10);
});
