/**
 * `npm start`: builds, sets up what is missing, and opens a copy of the sample workspace in VS Code with the extension
 * loaded: the desktop `code` on the path if there is one, otherwise the hosted VS Code, whose address is printed.
 * `npm start -- --check` needs no one to look: it prints what the extension finds on the sample and ends.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { canBeHosted, copyOfSample, root, setUpHost, startServer } from '../test/host/host.mjs';
import { runSuite } from '../test/host/run.mjs';

const isWindows = process.platform === 'win32';
const build = (script) => execFileSync(process.execPath, [path.join(root, script)], { cwd: root, stdio: 'inherit' });

build('esbuild.mjs');
if (process.argv.includes('--check')) await check();
else if (hasDesktop()) openDesktop();
else if (canBeHosted) await openHosted();
else fail('There is no `code` command on the path: in VS Code, run "Shell Command: Install \'code\' command in PATH".');

async function check() {
  build('scripts/build-tests.mjs');
  if (canBeHosted) setUpHost();
  await runSuite('findings').catch((error) => fail(`The extension found nothing on the sample: ${error}`));
}

function openDesktop() {
  // The window outlives this process, so the folder must, too.
  const folder = copyOfSample(fs.mkdtempSync(path.join(os.tmpdir(), 'mentorship-proposals-')));
  code([`--extensionDevelopmentPath=${root}`, folder]);
  console.log(`VS Code shows a copy of the sample workspace: ${folder}`);
}

async function openHosted() {
  setUpHost();
  // To end this with Ctrl+C is no failure.
  process.once('SIGINT', () => process.exit(0));
  const server = await startServer();
  console.log(`\nOpen this address in a browser, and end with Ctrl+C:\n\n  ${address(server, copyOfSample())}\n`);
  await server.exited;
}

function address(server, folder) {
  const file = path.join(folder, 'programs/lfx-mentorship/2026/01-Mar-May/project_ideas.md');
  return server.address({ folder, file, extension: root });
}

function hasDesktop() {
  return process.env.MENTORSHIP_PROPOSALS_HOSTED !== '1' && code(['--version'], 'ignore');
}

/** Runs VS Code's own command, which is a script on Windows. True when it ended well. */
function code(args, stdio = 'inherit') {
  return spawnSync(isWindows ? 'code.cmd' : 'code', args, { stdio, shell: isWindows }).status === 0;
}

function fail(why) {
  console.error(why);
  process.exitCode = 1;
}
