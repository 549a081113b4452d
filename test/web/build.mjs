/** Bundles the tests for a browser and the extension with the sample's files into `dist`. */
import * as fs from 'node:fs';
import * as path from 'node:path';
import { build } from 'esbuild';
import { browser } from '../../esbuild.mjs';
import { root } from '../host/host.mjs';

export async function buildWebTests() {
  const common = { ...browser, bundle: true, external: ['vscode'], logLevel: 'warning', absWorkingDir: root };
  await build({ ...common, entryPoints: ['test/web/index.ts'], outdir: 'dist/web-test' });
  const define = { ...browser.define, SAMPLE: JSON.stringify(sampleFiles()) };
  await build({ ...common, define, entryPoints: ['test/web/files/extension.ts'], outdir: 'dist/web-files' });
  fs.copyFileSync(path.join(root, 'test/web/files/package.json'), path.join(root, 'dist/web-files/package.json'));
}

/** The texts of the sample workspace by path, with `/` between the parts. */
function sampleFiles() {
  const sample = path.join(root, 'test/sample');
  const names = fs.readdirSync(sample, { recursive: true }).map((name) => name.replaceAll(path.sep, '/'));
  const files = names.filter((name) => fs.statSync(path.join(sample, name)).isFile());
  return Object.fromEntries(files.map((name) => [name, fs.readFileSync(path.join(sample, name), 'utf8')]));
}
