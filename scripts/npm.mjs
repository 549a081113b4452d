/**
 * Builds and packs what goes to the npm registry, the command line and the language server, and prints the file's path and
 * sizes: `node scripts/npm.mjs [FOLDER]`. The package is put together in a folder of its own, because `vsce` accepts no
 * `files` in the extension's manifest beside `.vscodeignore`. So that nobody publishes the checkout by mistake, its manifest
 * is private.
 */
import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { lazyParsers, node, optionsOf, parsersBundle } from '../esbuild.mjs';
import { root } from './stages.mjs';
import { isPreRelease } from './version.mjs';

/** The largest size of all files together when unpacked, in bytes. `npx` loads them before the first answer. */
const MOST = 1_500_000;

/** What the registry shows besides the README; the rest of the manifest comes from the extension's. */
const description =
  'Checks mentorship proposals in Markdown, on the command line and as a language server for any editor.';

/**
 * Packs into `folder` and returns the `file` with its `size`, `unpackedSize` and `files` (their paths). Rejects if a bundle
 * cannot be built or the package has become too large.
 */
export async function packNpm(folder = root) {
  const stage = fs.mkdtempSync(path.join(os.tmpdir(), 'mentorship-proposals-npm-'));
  try {
    await bundle(stage);
    fs.writeFileSync(path.join(stage, 'package.json'), `${JSON.stringify(manifest(), null, 2)}\n`);
    fs.copyFileSync(path.join(root, 'docs/npm.md'), path.join(stage, 'README.md'));
    for (const file of ['LICENSE', 'THIRD_PARTY_NOTICES.md'])
      fs.copyFileSync(path.join(root, file), path.join(stage, file));
    const [packed] = JSON.parse(
      npm(['pack', '--json', '--ignore-scripts', '--pack-destination', folder], { cwd: stage }),
    );
    const { filename, size, unpackedSize, files } = packed;
    if (unpackedSize >= MOST) throw new Error(`The npm package has ${unpackedSize} bytes, which is more than ${MOST}.`);
    return { file: path.join(folder, filename), size, unpackedSize, files: files.map((each) => each.path) };
  } finally {
    fs.rmSync(stage, { recursive: true, force: true });
  }
}

/** Runs npm with this Node and returns what it prints. Throws if npm fails. */
export function npm(args, { cwd, env = process.env }) {
  const own = process.env.npm_execpath;
  if (own) return execFileSync(process.execPath, [own, ...args], { cwd, env, encoding: 'utf8' });
  return execFileSync('npm', args, { cwd, env, encoding: 'utf8', shell: process.platform === 'win32' });
}

/** Both programs as ES modules, because only these can share the core: it is most of each. */
async function bundle(folder) {
  const { outfile: _, ...options } = optionsOf({ ...node, format: 'esm' }, folder);
  await build({
    ...options,
    absWorkingDir: root,
    entryPoints: { cli: 'server/src/entry/cli.ts', server: 'server/src/entry/node.ts' },
    outdir: folder,
    splitting: true,
    minify: true,
    plugins: [lazyParsers],
    // Packages that are no ES modules load Node's own modules with `require`.
    banner: {
      js: "#!/usr/bin/env node\nimport { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
  });
  await build({ ...optionsOf(parsersBundle, folder), absWorkingDir: root, minify: true });
}

function manifest() {
  const extension = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
  const { name, version, license, keywords, repository, homepage, bugs, engines, bin } = extension;
  return {
    name,
    version,
    description,
    license,
    keywords,
    ...(repository ? { repository } : {}),
    ...(homepage ? { homepage } : {}),
    ...(bugs ? { bugs } : {}),
    type: 'module',
    engines: { node: engines.node },
    publishConfig: { access: 'public', tag: isPreRelease(version) ? 'next' : 'latest' },
    bin: Object.fromEntries(Object.entries(bin).map(([command, file]) => [command, path.basename(file)])),
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const folder = process.argv[2] && path.resolve(process.argv[2]);
  const { file, size, unpackedSize, files } = await packNpm(folder);
  const kilobytes = (bytes) => `${(bytes / 1000).toFixed(0)} KB`;
  console.log(`${file}: ${kilobytes(size)}, unpacked ${kilobytes(unpackedSize)} in ${files.length} files`);
}
