// `npm run fuzz [-- --minutes N] [-- --seed N] [-- --documents N]`: changes documents at random and checks that nothing
// breaks (test/fuzz/fuzz.ts). Without a number of documents it takes a minute.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
await build({
  entryPoints: ['test/fuzz/fuzz.ts'],
  // Two folders below the root like the tests, which find the real files beside it by that.
  outfile: 'dist/fuzz/fuzz.mjs',
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: 'inline',
  absWorkingDir: root,
  logLevel: 'warning',
});
const run = spawnSync(process.execPath, ['--enable-source-maps', 'dist/fuzz/fuzz.mjs', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
process.exit(run.status ?? 1);
