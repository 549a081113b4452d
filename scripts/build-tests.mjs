/**
 * Bundles what runs inside VS Code for the tests into `dist/test`, one file for each test file. It is not part of
 * the extension's own build: none of it is shipped.
 */
import * as fs from 'node:fs';
import * as path from 'node:path';
import { build } from 'esbuild';

const root = path.resolve(import.meta.dirname, '..');
const suite = path.join(root, 'test/suite');
const output = path.join(root, 'dist/test');

const entries = { index: 'index.node.ts', findings: 'findings.ts' };
for (const idle of ['idle', 'idle-account', 'idle-issue', 'idle-error']) entries[idle] = `${idle}.ts`;
for (const file of fs.readdirSync(suite)) {
  if (/\.(?:test|restricted)\.ts$/.test(file)) entries[path.basename(file, '.ts')] = file;
}

// A test that has been renamed or removed must not run on from an older build.
fs.rmSync(output, { recursive: true, force: true });
await build({
  entryPoints: Object.fromEntries(Object.entries(entries).map(([name, file]) => [name, path.join(suite, file)])),
  outdir: output,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  sourcemap: 'inline',
  external: ['vscode', 'mocha'],
  logLevel: 'warning',
});
