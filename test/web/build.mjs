/** Bundles the tests for a browser and the extension with the virtual file system into `dist`. */
import * as fs from 'node:fs';
import * as path from 'node:path';
import { build } from 'esbuild';
import { browser } from '../../esbuild.mjs';
import { root } from '../host/host.mjs';

/** The suites, each of which is run in a window of its own. The last one runs while a window is driven from outside. */
const entryPoints = ['web/suite', 'web/reload', 'web/read-only', 'suite/idle'].map((name) => `test/${name}.ts`);

/**
 * `environment` is what the tests find in `process.env`, which a browser has not. `leftOut` are the files of
 * `test/suite` that do not run; throws if there is no such file.
 */
export async function buildWebTests(environment = {}) {
  const common = { ...browser, bundle: true, external: ['vscode'], logLevel: 'warning', absWorkingDir: root };
  const values = Object.entries(environment).map(([name, value]) => [`process.env.${name}`, JSON.stringify(value)]);
  await build({
    ...common,
    entryPoints,
    entryNames: '[name]',
    outdir: 'dist/web-test',
    define: { ...browser.define, ...Object.fromEntries(values) },
    alias: { 'node:assert/strict': './test/web/assert.ts' },
    plugins: [suiteFiles],
    sourcemap: 'inline',
  });
  await build({ ...common, entryPoints: ['test/web/files/extension.ts'], outdir: 'dist/web-files' });
  fs.copyFileSync(path.join(root, 'test/web/files/package.json'), path.join(root, 'dist/web-files/package.json'));
}

/** Has `suite-files` load all test files that run in a browser. */
const suiteFiles = {
  name: 'suite-files',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^suite-files$/ }, () => ({ path: 'suite-files', namespace: 'suite-files' }));
    onLoad({ filter: /.*/, namespace: 'suite-files' }, () => {
      const { files: leftOut } = JSON.parse(fs.readFileSync(path.join(root, 'test/web/left-out.json'), 'utf8'));
      const all = fs.readdirSync(path.join(root, 'test/suite')).filter((file) => file.endsWith('.test.ts'));
      for (const file of Object.keys(leftOut))
        if (!all.includes(file)) throw new Error(`There is no test/suite/${file}.`);
      const files = all.filter((file) => !(file in leftOut));
      const loaded = [...files.map((file) => `../suite/${file}`), './web.test.ts'];
      const contents = loaded.map((file) => `require(${JSON.stringify(file)});`).join('\n');
      return { contents, resolveDir: path.join(root, 'test/web') };
    });
  },
};
