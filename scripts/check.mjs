/**
 * The fast loop, `npm run check`: types, the core's fence, lint and layout, fresh docs, quick unit tests. With `--all`
 * (`npm run check:all`) it runs all tests that need no VS Code. The quick ones say how much of the core they reach.
 */
import { pathToFileURL } from 'node:url';
import { counting, runStages, script, vitest } from './stages.mjs';

const tsc = 'node_modules/typescript/bin/tsc';

const statics = [
  script('types', tsc, '-p', 'tsconfig.json', '--noEmit'),
  script('types of the core', tsc, '-p', 'server/src/core/tsconfig.json', '--noEmit'),
  script('lint and layout', 'node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings'),
  script('docs are fresh', 'scripts/docs.mjs', '--check'),
  counting('regular expressions', 'scripts/regexes.mjs'),
];

// Units are pure, and each test of the server has a server of its own, so many files share a process, which halves the time.
const fast = [
  ...statics,
  vitest('quick unit tests', 'test/unit', '--tags-filter=!slow', '--no-isolate', '--coverage', '--reporter=default'),
];

/** Everything that needs no VS Code. The command line's tests run what has been built. */
export const checks = [
  ...statics,
  script('counts of the accuracy page', 'scripts/rules-report.mjs', '--check'),
  vitest('units', 'test/unit', '--no-isolate', '--reporter=default'),
  vitest('server', 'test/server', '--no-isolate', '--reporter=default'),
  vitest('command line and abuse', 'test/cli', 'test/abuse', '--reporter=default'),
];

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const all = process.argv.includes('--all');
  await runStages(all ? [script('build', 'esbuild.mjs'), ...checks] : fast);
}
