/**
 * `npm run bench [-- --json] [-- --quick] [-- --growth]`: measures speed as ratios in one run and prints a table
 * (test/bench/bench.ts). Fails where cost grows faster than the work; `--growth` measures only that.
 * `npm run soak [-- --minutes N]`: somebody types for ten minutes; the server's heap must not grow (test/bench/soak.ts).
 * `npm run bench:peers [-- --write] [-- --quick]`: measures other servers and linters beside ours (test/bench/compare).
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { build } from 'esbuild';
import { root } from './stages.mjs';

const [first, ...others] = process.argv.slice(2);
const peers = first === 'peers';
if (peers) install(path.join(root, 'test/bench/peers'));
run('esbuild.mjs', [], { stdio: ['ignore', 'ignore', 'inherit'] });
await build({
  entryPoints: {
    bench: 'test/bench/bench.ts',
    floor: 'test/bench/floor.ts',
    soak: 'test/bench/soak.ts',
    'heap-report': 'test/bench/heap-report.ts',
    compare: 'test/bench/compare/compare.ts',
    'in-process-child': 'test/bench/compare/in-process-child.ts',
  },
  outdir: 'dist/bench',
  bundle: true,
  minify: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  absWorkingDir: root,
  logLevel: 'warning',
});
if (peers) run('dist/bench/compare.js', others);
else if (first === 'soak') run('dist/bench/soak.js', others);
else run('dist/bench/bench.js', process.argv.slice(2), {}, ['--expose-gc']);

/** Installs what the lock file of a folder says, unless it is installed already. No install script runs. */
function install(folder) {
  const wanted = createHash('sha256')
    .update(fs.readFileSync(path.join(folder, 'package-lock.json')))
    .digest('hex');
  const stamp = path.join(folder, 'node_modules/.installed');
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === wanted) return;
  console.log('Installing the peers …');
  const npm = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: folder,
    stdio: 'inherit',
    // npm is a script of the shell on Windows.
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0) process.exit(npm.status ?? 1);
  fs.writeFileSync(stamp, wanted);
}

/** Runs a script of the checkout with this Node. Ends like it when it fails. */
function run(file, args, options = {}, flags = []) {
  const { status } = spawnSync(process.execPath, [...flags, file, ...args], {
    cwd: root,
    stdio: 'inherit',
    ...options,
  });
  if (status !== 0) process.exit(status ?? 1);
}
