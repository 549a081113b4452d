/** `THIRD_PARTY_NOTICES.md`: the packages that are in the bundles, with their licenses. */
import * as fs from 'node:fs';
import * as path from 'node:path';
import { bundledFiles } from '../esbuild.mjs';
import { root } from './stages.mjs';

/** The whole file. Rejects when a bundle cannot be built, or when a package in it comes without a license. */
export async function notices() {
  const folders = new Set([...(await bundledFiles())].flatMap((file) => packageFolder(file) ?? []));
  const packages = [...folders].map(packageIn).sort((a, b) => (a.name < b.name ? -1 : 1));
  const list = packages.map(({ name, version, license }) => `- ${name} ${version} (${license})`);
  const texts = packages.map(({ name, text }) => `## ${name}\n\n\`\`\`\n${text}\n\`\`\``);
  return [
    '# Third-party notices',
    'The extension and the language server contain these packages. `npm run docs` writes this file from the bundles.',
    list.join('\n'),
    `${texts.join('\n\n')}\n`,
  ].join('\n\n');
}

/** The folder of the package that a bundled file belongs to; null for our own. */
function packageFolder(file) {
  return /^(.*\bnode_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file.replaceAll('\\', '/'))?.[1] ?? null;
}

function packageIn(folder) {
  const { name, version, license } = JSON.parse(fs.readFileSync(path.join(root, folder, 'package.json'), 'utf8'));
  const file = fs.readdirSync(path.join(root, folder)).find((each) => /^licen[cs]e/i.test(each));
  if (typeof license !== 'string' || !file) throw new Error(`${name} says nothing of its license: ${folder}`);
  const text = fs
    .readFileSync(path.join(root, folder, file), 'utf8')
    .replaceAll('\r\n', '\n')
    .trim();
  return { name, version, license, text };
}
