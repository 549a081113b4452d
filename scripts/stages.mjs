/**
 * Runs checks one after another and adds up what passed and failed, so that one last line tells the whole outcome. A
 * stage is a name and a function that resolves with `{ passed, failed }`, and with the texts of its `failures` if it
 * knows them; one that crashes counts as one failure.
 */
import { spawn, spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { failuresIn, failuresOfVitest, recap } from './failures.mjs';

export const root = path.resolve(import.meta.dirname, '..');

/** Runs the stages in order and prints what failed and, as the very last line, the sum. Nothing that ran is a failure, too. */
export async function runStages(stages) {
  const sum = { passed: 0, failed: 0 };
  const bad = [];
  for (const { name, run } of stages) {
    console.log(`\n── ${name}`);
    const start = Date.now();
    const { passed, failed, failures = [] } = await run().catch(crash);
    sum.passed += passed;
    sum.failed += failed;
    if (failed > 0) bad.push({ name, failures: failures.length > 0 ? failures : [`${failed} failed, told above.`] });
    console.log(`── ${name}: ${passed} passed, ${failed} failed in ${((Date.now() - start) / 1000).toFixed(1)} s`);
  }
  if (bad.length > 0) console.log(`\n${recap(bad)}`);
  console.log(`\n${sum.passed} passed, ${sum.failed} failed`);
  process.exitCode = sum.failed > 0 || sum.passed === 0 ? 1 : 0;
}

/** A stage that passes when the Node script ends well. */
export function script(name, file, ...args) {
  return { name, run: async () => verdict((await node(file, args)).code === 0) };
}

/** A stage that is a Node script which prints `N passed, N failed`. The last such line counts. */
export function counting(name, file, ...args) {
  return {
    name,
    run: async () => {
      const { code, output } = await node(file, args);
      const [, passed, failed] = [...output.matchAll(/^(\d+) passed, (\d+) failed/gm)].at(-1) ?? [];
      const counted = honest({ passed: Number(passed ?? 0), failed: Number(failed ?? 0) }, code === 0);
      return { ...counted, failures: failuresIn(output) };
    },
  };
}

/** A stage of Vitest tests: all, or those that the arguments choose, counted by Vitest itself. A test file that cannot be loaded is one failure. */
export function vitest(name, ...args) {
  return {
    name,
    run: async () => {
      const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mentorship-proposals-'));
      const report = path.join(folder, 'vitest.json');
      try {
        const counted = ['--reporter=json', `--outputFile=${report}`];
        const { code } = await node('node_modules/vitest/vitest.mjs', ['run', ...args, ...counted]);
        const told = JSON.parse(fs.readFileSync(report, 'utf8'));
        const failures = failuresOfVitest(told);
        return { ...honest({ passed: told.numPassedTests, failed: failures.length }, code === 0), failures };
      } finally {
        fs.rmSync(folder, { recursive: true, force: true });
      }
    },
  };
}

/** A stage that asks the registry for known faults in the packages that are shipped. Without an answer nothing is counted. */
export function audit(name) {
  return {
    name,
    run: async () => {
      const options = { cwd: root, encoding: 'utf8', timeout: 60_000, shell: process.platform === 'win32' };
      const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], options);
      const report = reportIn(stdout);
      if (!report?.metadata?.vulnerabilities) {
        console.log('The registry does not answer, so nobody knows whether the packages have known faults.');
        return { passed: 0, failed: 0 };
      }
      const names = Object.values(report.vulnerabilities ?? {}).map(
        ({ name: own, severity }) => `${own} (${severity})`,
      );
      for (const each of names) console.log(`Update ${each}: see \`npm audit --omit=dev\`.`);
      return names.length === 0 ? verdict(true) : { passed: 0, failed: names.length };
    },
  };
}

function reportIn(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Counts a run that ended badly, or that ran nothing, as failed whatever it says of itself. */
function honest({ passed, failed }, endedWell) {
  return endedWell && passed > 0 ? { passed, failed } : { passed, failed: Math.max(failed, 1) };
}

const verdict = (good) => ({ passed: good ? 1 : 0, failed: good ? 0 : 1 });

function crash(error) {
  console.error(error);
  return verdict(false);
}

/** Runs a script of the checkout with this Node, shows what it prints, and resolves when it has ended. */
function node(file, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.join(root, file), ...args], {
      cwd: root,
      env: process.stdout.isTTY ? process.env : { ...process.env, NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const output = [shown(child.stdout, process.stdout), shown(child.stderr, process.stderr)];
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output: output.map((said) => said.join('')).join('\n') }));
  });
}

/** Passes on what a stream says, and keeps it. */
function shown(from, to) {
  const said = [];
  from.setEncoding('utf8').on('data', (text) => {
    said.push(text);
    to.write(text);
  });
  return said;
}
