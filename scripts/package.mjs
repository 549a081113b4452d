/**
 * Builds and packages the extension as a `.vsix` for the desktop and the web, and prints its path and size. `node
 * scripts/package.mjs [FILE]` writes to FILE, by default into the checkout under the extension's name and version.
 */
import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createVSIX } from '@vscode/vsce';
import { path7za } from '7zip-bin';
import { buildAll } from '../esbuild.mjs';
import { isPreRelease } from './version.mjs';

const root = path.resolve(import.meta.dirname, '..');

/** Who waits for an extension that they need twice a year should not wait long. In bytes. */
const MOST = 1024 * 1024;

/** Writes the package to `file` and returns that. The bundles must have been built. Rejects when it has become too large. */
export async function packageExtension(file = defaultFile()) {
  // Everything is bundled, so no dependency goes in; where the sources live is decided by who publishes.
  // Until that is said in the manifest, links of the README stay as they are.
  const { repository, version } = manifest();
  await createVSIX({
    cwd: root,
    packagePath: file,
    dependencies: false,
    allowMissingRepository: true,
    rewriteRelativeLinks: repository !== undefined,
    preRelease: isPreRelease(version),
  });
  packTighter(file);
  const { size } = fs.statSync(file);
  if (size >= MOST) throw new Error(`The package has ${size} bytes, which is more than ${MOST}.`);
  return file;
}

/** Packs the files of an archive again as small as its format allows, which saves a thirtieth. */
function packTighter(archive) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mentorship-proposals-vsix-'));
  const run = (...args) => execFileSync(path7za, args, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  try {
    // npm does not keep that it may be run.
    fs.chmodSync(path7za, 0o755);
    run('x', path.resolve(archive));
    fs.rmSync(archive);
    run('a', '-tzip', '-mm=Deflate', '-mx=9', '-mfb=258', '-mpass=15', path.resolve(archive), '.');
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

function defaultFile() {
  const { name, version } = manifest();
  return path.join(root, `${name}-${version}.vsix`);
}

function manifest() {
  return JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const file = process.argv[2] && path.resolve(process.argv[2]);
  await buildAll({ dev: false, folder: path.join(root, 'dist') });
  const written = await packageExtension(file);
  const { size } = fs.statSync(written);
  console.log(`${written}: ${Math.round(size / 1024)} of ${MOST / 1024} KB`);
}
