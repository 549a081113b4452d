/** What docs/command-line.md shows: the options, from the tables that the parser uses, and a session with the sample. */
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { buildAll, node, optionsOf } from '../esbuild.mjs';
import { root } from './stages.mjs';

const program = 'mentorship-proposals';

/** By what a person types, how it is run here: a terminal is 100 columns wide and has no colors. */
const session = [
  { typed: [], terminal: true },
  { typed: ['check', '--severity', 'error'] },
  { typed: ['check', '--statistics'] },
  { typed: ['list', '--term', '2026 term 1'], terminal: true },
  { typed: ['list', '--missing', 'upstream issue', '--missing', 'mentors'], terminal: true },
  { typed: ['list', '--mentor', 'ada-exampel'], terminal: true },
  { typed: ['check', '--formt', 'json'] },
];

/** The lists of the page by their names. Rejects if the command line cannot be built. */
export async function commandLineLists() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mentorship-proposals-'));
  try {
    const facts = await factsIn(folder);
    await buildAll({ dev: true, folder, only: 'cli.js' });
    return {
      usage: usage(facts),
      session: recorded(folder),
      ...Object.fromEntries(
        ['check', 'list', 'init'].map((command) => [`${command}-options`, optionTable(facts, command)]),
      ),
    };
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

async function factsIn(folder) {
  const contents = `
    export { commandFacts } from './server/src/entry/cli/command-facts';
    export { commandNames } from './server/src/entry/cli/options';
    export { textOf, written } from './server/src/entry/cli/usage';
  `;
  const options = optionsOf(
    { ...node, file: 'facts.cjs', stdin: { contents, resolveDir: root, loader: 'ts' } },
    folder,
  );
  await build({ ...options, absWorkingDir: root });
  return (await import(pathToFileURL(path.join(folder, 'facts.cjs')).href)).default;
}

function usage({ commandFacts, commandNames }) {
  const forms = commandNames.flatMap((name) => commandFacts[name].usage);
  return `\`\`\`\n${forms.map((form) => `${program} ${form}\n`).join('')}\`\`\`\n`;
}

function optionTable({ commandFacts, textOf, written }, command) {
  const tables = Object.values(commandFacts[command].groups);
  const rows = tables.flatMap((table) =>
    Object.entries(table).map(([name, fact]) => `| \`${written(name, fact)}\` | ${cell(textOf(fact))} |\n`),
  );
  return `| option | what it does |\n|---|---|\n${rows.join('')}`;
}

function cell(text) {
  return text.replaceAll('|', '\\|');
}

/** Runs the session in a copy of the sample and shows what a person sees. */
function recorded(folder) {
  const cwd = path.join(folder, 'mentoring');
  fs.cpSync(path.join(root, 'test/sample'), cwd, { recursive: true });
  const env = { ...process.env, COLUMNS: '100', NO_COLOR: '1', FORCE_COLOR: '' };
  const steps = session.map(({ typed, terminal = false }) => {
    const args = terminal ? [...typed, '--format', 'pretty'] : typed;
    const run = spawnSync(process.execPath, [path.join(folder, 'cli.js'), ...args], { cwd, env, encoding: 'utf8' });
    const words = typed.map((word) => (word.includes(' ') ? `"${word}"` : word));
    const quiet = (text) => text.replace(/^\(node:\d+\) .*\n(?:\(Use .*\n)?/gm, '');
    return `$ ${[program, ...words].join(' ')}\n${run.stdout}${quiet(run.stderr)}`.trimEnd();
  });
  return `\`\`\`console\n${steps.join('\n\n')}\n\`\`\`\n`;
}
