// Refreshes the bundled list of CNCF projects from the list that the mentoring repository keeps:
//   node scripts/refresh-projects.mjs path/to/programs/lfx-mentorship/automation/projects.yml
// The list in a workspace always wins; the bundled one serves files that are opened alone.
import { readFileSync, writeFileSync } from 'node:fs';
import { load } from 'js-yaml';

const source = process.argv[2];
if (!source) {
  console.error('usage: node scripts/refresh-projects.mjs PROJECTS_YML');
  process.exit(2);
}
const projects = load(readFileSync(source, 'utf8'));
const rows = projects.map(({ name, slug, maturity, homepage, repo_url }) =>
  [name, slug, maturity, (repo_url ?? '').replace('https://github.com/', ''), homepage ?? ''].join('\t'),
);
const quoted = rows
  .map((row) => `  '${row.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\t', '\\t')}',`)
  .join('\n');
writeFileSync(
  new URL('../server/src/core/facts/cncf-projects.ts', import.meta.url),
  `/**
 * CNCF projects: name, slug, maturity, repository, home page, separated by tabs. Written by scripts/refresh-projects.mjs
 * from the list of the mentoring repository.
 */
export const cncfProjectRows: readonly string[] = [
${quoted}
];
`,
);
console.log(`${rows.length} projects`);
