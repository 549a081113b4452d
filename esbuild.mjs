/**
 * Builds everything that is shipped into `dist` (or `--outdir`), and prints how large each file is. With `--dev`
 * nothing is minified and source maps lie beside the files. The browser bundles are one of the fences around the
 * layers: they are built without Node's modules, so that a `node:` import in their reach ends the build.
 */
import { readFileSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

const options = {
  dev: { type: 'boolean', default: false },
  outdir: { type: 'string', default: 'dist' },
  only: { type: 'string' },
};
const { name, version, repository } = JSON.parse(readFileSync('package.json', 'utf8'));
const shebang = { js: '#!/usr/bin/env node' };

export const node = { platform: 'node', format: 'cjs', target: 'node20' };

/** `process` and the like do not exist in a Worker: what is left of them in a package is answered at build time. */
export const browser = {
  platform: 'browser',
  format: 'cjs',
  target: 'es2022',
  // A Worker has no `document`, which packages use in their editions for pages.
  conditions: ['worker', 'module'],
  define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
};

/**
 * Parsers that most runs of the command line do not need, by the functions that others call. They are a file of their own,
 * which the first call loads, because compiling them would be a fifth of a check of one file.
 */
const parsers = {
  'core/markdown/parse.ts': ['parseMarkdown'],
  'core/markdown/yaml.ts': ['yamlIn', 'plainYaml'],
};

/** For bundles that are loaded from a disk. The parsers lie beside them as `parsersFile`. */
export const lazyParsers = {
  name: 'lazy-parsers',
  setup(build) {
    build.onResolve({ filter: /^\.\/parsers\.cjs$/ }, ({ path }) => ({ path, external: true }));
    build.onLoad({ filter: /\bcore[\\/]markdown[\\/](?:parse|yaml)\.ts$/ }, ({ path }) => {
      const file = path.replaceAll('\\', '/');
      const [, names] = Object.entries(parsers).find(([end]) => file.endsWith(end));
      const calls = names.map(
        (name) => `export const ${name} = (...values) => require('./${parsersFile}').${name}(...values);`,
      );
      return { contents: calls.join('\n'), loader: 'js' };
    });
  },
};

export const parsersFile = 'parsers.cjs';

/** Builds the parsers into `folder`. */
export const parsersBundle = {
  ...node,
  file: parsersFile,
  of: 'cli.js',
  entry: undefined,
  stdin: {
    contents: Object.keys(parsers)
      .map((file) => `export * from './server/src/${file}';`)
      .join('\n'),
    resolveDir: import.meta.dirname,
    sourcefile: 'parsers.ts',
  },
};

const bundles = [
  { ...node, entry: 'client/src/extension.ts', file: 'client.js', external: ['vscode'] },
  { ...browser, entry: 'client/src/extension.web.ts', file: 'client.web.js', external: ['vscode'] },
  { ...node, entry: 'server/src/entry/node.ts', file: 'server.js', banner: shebang },
  { ...browser, entry: 'server/src/entry/worker.ts', file: 'worker.js', format: 'iife' },
  { ...node, entry: 'server/src/entry/cli.ts', file: 'cli.js', banner: shebang, plugins: [lazyParsers] },
  parsersBundle,
  { ...browser, entry: 'client/src/submission/page/page.ts', file: 'submission.js', format: 'iife' },
  { entry: 'client/src/submission/page/page.css', file: 'submission.css' },
];

/** Builds all bundles, or `only` the one of that name with its parts, into `folder` and returns their sizes in bytes by name. Rejects when one cannot be built. */
export async function buildAll({ dev, folder, only }) {
  // A source map of an earlier build must not lie beside a file that it does not belong to.
  for (const { file } of bundles) rmSync(`${folder}/${file}.map`, { force: true });
  const results = await Promise.all(
    bundles
      .filter(({ file, of }) => only === undefined || file === only || of === only)
      .map((bundle) => build({ ...optionsOf(bundle, folder), minify: !dev, sourcemap: dev })),
  );
  const outputs = results.flatMap(({ metafile }) => Object.entries(metafile.outputs));
  return new Map(outputs.map(([file, { bytes }]) => [basename(file), bytes]));
}

/** The paths of all files that some bundle is made of, from the root of the checkout. Rejects like `buildAll`. */
export async function bundledFiles() {
  const results = await Promise.all(bundles.map((bundle) => build({ ...optionsOf(bundle, 'dist'), write: false })));
  // What is tree-shaken away altogether is in no bundle.
  const outputs = results.flatMap(({ metafile }) => Object.values(metafile.outputs));
  return new Set(outputs.flatMap(({ inputs }) => Object.keys(inputs).filter((file) => inputs[file].bytesInOutput > 0)));
}

/** How a bundle with that `entry` is built into `folder`. */
export function optionsOf({ entry, file, of: _, define, ...options }, folder) {
  return {
    ...options,
    ...(entry ? { entryPoints: [entry] } : {}),
    outfile: `${folder}/${file}`,
    bundle: true,
    metafile: true,
    legalComments: 'none',
    logLevel: 'warning',
    // The ES modules of dependencies are preferred: unused parts of them fall away.
    mainFields: options.platform === 'browser' ? ['browser', 'module', 'main'] : ['module', 'main'],
    define: { ...define, PRODUCT_VERSION: JSON.stringify(version), PRODUCT_PAGES: JSON.stringify(pages()) },
  };
}

/** Where people read the docs of this version: in the repository, or, as long as it has no address, in npm's package. */
function pages() {
  const address = repository?.url?.replace(/^git\+|\.git$/g, '');
  return address ? `${address}/blob/v${version}/docs/` : `https://unpkg.com/${name}@${version}/docs/`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { dev, outdir: folder, only } = parseArgs({ options }).values;
  for (const [file, bytes] of await buildAll({ dev, folder, only })) {
    console.log(`${folder}/${file.padEnd(16)}${(bytes / 1024).toFixed(1).padStart(8)} KB`);
  }
}
