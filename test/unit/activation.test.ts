import { expect, test } from 'vitest';
import manifest from '../../package.json';
import { proposalFiles } from '../../server/src/recognize';

const patterns = manifest.activationEvents.flatMap((event) => /^workspaceContains:(.+)$/.exec(event)?.[1] ?? []);

/** Files of the programs that `proposalFiles` names, where the mentoring repository keeps them. */
const files = [
  'programs/lfx-mentorship/2026/01-Mar-May/selected_projects.md',
  'programs/lfx-mentorship/2026/01-Mar-May/project_ideas.md',
  'programs/summerofcode/2026.md',
  'programs/lfx-mentorship/2026/01-Mar-May/README.md',
];

test('every kind of proposals file has its example here', () => {
  expect(files.map((path) => proposalFiles.findIndex((file) => file.path.test(path)))).toEqual(
    proposalFiles.map((_, i) => i),
  );
});

test.each(files)('a workspace with %s starts the extension', (path) => {
  expect(patterns.some((pattern) => isIn(path, pattern))).toBe(true);
});

test.each(patterns.filter((pattern) => pattern.includes('*')))(
  '%s is one of the globs of proposals files',
  (pattern) => {
    expect(proposalFiles.map(({ glob }) => glob)).toContain(pattern);
  },
);

/** As VS Code looks: a path without wildcards has to exist, a glob has to match a file. */
function isIn(path: string, pattern: string): boolean {
  const source = pattern.replace(
    /\*\*\/|\*|[.+?]/g,
    (part) => ({ '**/': '(?:.*/)?', '*': '[^/]*' })[part] ?? `\\${part}`,
  );
  return new RegExp(pattern.includes('*') ? `^${source}$` : `^${source}/`).test(path);
}
