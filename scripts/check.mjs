/** The fast loop, `npm run check`: types, the core's fence, lint and layout, units. No VS Code is needed for it. */
import { pathToFileURL } from 'node:url';
import { counting, runStages, script, vitest } from './stages.mjs';

const tsc = 'node_modules/typescript/bin/tsc';

export const checks = [
  script('types', tsc, '-p', 'tsconfig.json', '--noEmit'),
  script('types of the core', tsc, '-p', 'server/src/core/tsconfig.json', '--noEmit'),
  script('lint and layout', 'node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings'),
  script('docs are fresh', 'scripts/docs.mjs', '--check'),
  counting('regular expressions', 'scripts/regexes.mjs'),
  vitest('units, server, command line and abuse'),
];

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await runStages(checks);
