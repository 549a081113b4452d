/**
 * Runs the recipes of docs/editors.md that are marked as tried, in the real editors, against the built server. Editors that
 * are not installed are left out and said to be; `scripts/setup-editors.sh` installs them on Debian. The last line is
 * `N passed, N failed`. `node test/editors/run.mjs [EDITOR]` runs those recipes whose names contain EDITOR.
 */
import { spawnSync } from 'node:child_process';
import * as path from 'node:path';
import { root } from '../host/host.mjs';
import { sayings, tests } from './editor.mjs';
import { recipesOf } from './recipes.mjs';

const here = path.join(root, 'test/editors');

/** Batch mode reads no init file and activates no packages by itself. */
const emacs = (client) => ({
  program: 'emacs',
  suffix: '.el',
  // Its standard output is kept back until it is full.
  says: 'stderr',
  args: (recipe) => [
    ...['--batch', '--funcall', 'package-initialize', '--load', recipe],
    ...['--load', path.join(here, 'emacs.el'), '--load', path.join(here, `${client}.el`)],
  ],
  needs: ['emacs', '--batch', '--funcall', 'package-initialize', '--eval', `(progn ${libraries(client)})`],
});
const libraries = (client) =>
  ['markdown-mode', client, ...(client === 'lsp-mode' ? ['company'] : [])].map((each) => `(require '${each})`).join('');

/** How the recipe of that name is run. */
const editors = {
  'Neovim 0.7 to 0.10': {
    program: 'nvim',
    suffix: '.lua',
    says: 'stdout',
    args: (recipe) => ['--headless', '-u', recipe, '-c', `luafile ${path.join(here, 'neovim.lua')}`],
    needs: ['nvim', '--version'],
  },
  'Emacs with Eglot': emacs('eglot'),
  'Emacs with lsp-mode': emacs('lsp-mode'),
};

let passed = 0;
let failed = 0;
const recipes = recipesOf();
const wanted = process.argv[2] ?? '';
const tried = recipes.filter(({ tried }) => tried).map(({ name }) => name);
tell(
  'the recipes that are marked as tried are those that run here',
  `${tried}` === `${Object.keys(editors)}`,
  `${tried}`,
);
for (const { name, code } of recipes.filter((each) => each.tried && each.name.includes(wanted))) {
  const editor = editors[name];
  if (!editor) continue;
  const [program, ...args] = editor.needs;
  if (spawnSync(program, args, { stdio: 'ignore' }).status !== 0) {
    console.log(`- ${name}: skipped, it is not installed here. On Debian, scripts/setup-editors.sh installs it.`);
    continue;
  }
  await run(name, { ...editor, recipe: code });
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;

async function run(name, editor) {
  const left = new Set(tests);
  try {
    for await (const line of sayings(editor)) {
      const [, not, test, why] = /^(not )?ok ([^:]+)(?:: (.*))?$/.exec(line) ?? [];
      // An editor may say other things, too.
      if (test && left.delete(test)) tell(`${name}: ${test}`, !not, why);
    }
  } catch (error) {
    console.error(error);
  }
  for (const test of left) tell(`${name}: ${test}`, false, 'it was not said');
}

function tell(name, good, why) {
  if (good) passed++;
  else failed++;
  console.log(good ? `✔ ${name}` : `✘ ${name}\n  ${why?.replaceAll('\\n', '\n  ')}`);
}
