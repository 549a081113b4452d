/** Runs a real editor without a window on a copy of the sample workspace, with the built server as its language server. */
import { execFileSync, spawn } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { createInterface } from 'node:readline';
import { copyOfSample, root, temporaryFolder } from '../host/host.mjs';

const drafts = 'programs/lfx-mentorship/2026/01-Mar-May/project_ideas.md';
const nothingHere =
  'Only the title of a proposal or project and the handle or e-mail address of a mentor can be renamed.';

/** The longest that an editor may take, and that the server may outlive it. In milliseconds. */
const LONGEST = 60_000;

/**
 * Starts `program` with a recipe and yields what its tests say, line by line: "ok NAME" or "not ok NAME: WHY". `args` gets
 * the recipe's file; its tests write to `says`, "stdout" or "stderr". When all is said, the editor is killed as a crash would end it; the last line tells whether the
 * server has ended, too. Rejects if the editor ends by itself or takes too long.
 */
export async function* sayings({ program, args, recipe, suffix, says }) {
  const home = temporaryFolder();
  const folder = copyOfSample(home);
  // Editors take the repository for the folder that they work on.
  execFileSync('git', ['init', '--quiet', folder]);
  const own = path.join(home, `recipe${suffix}`);
  fs.writeFileSync(own, recipe);
  const { bin, ended } = serverIn(home);
  const child = spawn(program, args(own), {
    cwd: folder,
    env: {
      PATH: `${bin}:${process.env.PATH}`,
      HOME: home,
      LANG: 'C.UTF-8',
      // Nobody is there: what asks GitHub learns nothing, and nothing leaves this machine.
      GITHUB_API_URL: 'https://127.0.0.1:1',
      PROPOSALS_DRAFTS: drafts,
      PROPOSALS_NOTHING_HERE: nothingHere,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => output.push(chunk));
  const timer = setTimeout(() => child.kill('SIGKILL'), LONGEST);
  try {
    let isDone = false;
    for await (const line of createInterface(child[says])) {
      if (line === 'done') {
        isDone = true;
        break;
      }
      yield line;
    }
    if (!isDone) throw new Error(`${program} ended too early.\n${Buffer.concat(output)}`);
    if (await within(ended, 0)) throw new Error('The server has ended before its editor.');
    child.kill('SIGKILL');
    yield (await within(ended, LONGEST / 6)) ? `ok ${lastTest}` : `not ok ${lastTest}: it still runs`;
  } finally {
    clearTimeout(timer);
    child.kill('SIGKILL');
  }
}

/** What every editor has to show, in this order. */
const lastTest = 'the server ends with the editor';
export const tests = [
  ...['findings', 'hover', 'completion', 'code action', 'references', 'refused rename', 'rename'],
  lastTest,
];

/**
 * The server's command as a global install makes it, in a folder for the PATH. `ended` is done when the server has ended:
 * until then it holds one end of a pipe, whoever has started it.
 */
function serverIn(home) {
  const bin = path.join(home, 'bin');
  const pipe = path.join(home, 'server-runs');
  const command = path.join(bin, 'mentorship-proposals-language-server');
  fs.mkdirSync(bin);
  execFileSync('mkfifo', [pipe]);
  const server = path.join(root, 'dist/server.js');
  fs.writeFileSync(command, `#!/bin/sh\nexec 9>'${pipe}'\nexec '${process.execPath}' '${server}' "$@"\n`);
  fs.chmodSync(command, 0o755);
  const reader = spawn('cat', [pipe], { stdio: 'ignore' });
  const ended = new Promise((resolve) => reader.once('exit', () => resolve(true)));
  process.once('exit', () => reader.kill());
  return { bin, ended };
}

async function within(promise, milliseconds) {
  let timer;
  const late = new Promise((resolve) => {
    timer = setTimeout(() => resolve(false), milliseconds);
  });
  const result = await Promise.race([promise, late]);
  clearTimeout(timer);
  return result;
}
