import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { outputOf, ProgramFailed, programOnPath, type Start } from '../../server/src/adapters/git/child-process';
import { folderWith, writeIn } from '../folder';

function started(script: string, more: Partial<Start> = {}): AsyncGenerator<Buffer, void, undefined> {
  return outputOf({ program: process.execPath, args: ['-e', script], folder: '.', environment: {}, ...more });
}

async function collected(output: AsyncGenerator<Buffer, void, undefined>): Promise<string> {
  let text = '';
  for await (const chunk of output) text += chunk;
  return text;
}

test('what goes in comes out, however much of it there is', async () => {
  const input = Array.from({ length: 100 }, (_, i) => `${i} ${'x'.repeat(10_000)}\n`);
  expect(await collected(started('process.stdin.pipe(process.stdout)', { input }))).toBe(input.join(''));
});

test('the environment is what was given, and nothing of ours', async () => {
  const environment = { OWN: 'yes' };
  const names = JSON.parse(await collected(started('console.log(JSON.stringify(process.env))', { environment })));
  expect(names).toMatchObject(environment);
  expect(names).not.toHaveProperty('HOME');
});

test.each([
  ['ends with another code than 0', 'console.error("first\\nsecond"); process.exitCode = 3', {}, 'first', 3],
  ['says what is a failure', 'console.error("first")', { isFailure: (said: string) => said !== '' }, 'first', 0],
  ['is silent', 'setInterval(() => {}, 1000)', { timeout: 1 }, 'it was silent for 0.001 seconds', null],
  ['is not there', '', { program: '/nowhere/at/all' }, 'spawn /nowhere/at/all ENOENT', null],
])('a program that %s has failed', async (_, script, more, message, code) => {
  const failure = await collected(started(script, more)).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(ProgramFailed);
  expect(failure).toMatchObject({ message, code });
});

test('a program is ended when nobody asks for more', async () => {
  const output = started('console.log(process.pid); setInterval(() => console.log("more"), 1)');
  const { value } = await output.next();
  const pid = Number.parseInt(String(value), 10);
  await output.return();
  await expect.poll(() => isRunning(pid)).toBe(false);
});

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test('a program is looked for in absolute folders of PATH outside of the checkout', () => {
  const name = process.platform === 'win32' ? 'tool.exe' : 'tool';
  const checkout = folderWith({ [`bin/${name}`]: '', [name]: '' });
  const other = folderWith({ [`bin/${name}`]: '', [`node_modules/.bin/${name}`]: '' });
  for (const folder of [checkout, join(checkout, 'bin'), join(other, 'bin'), join(other, 'node_modules/.bin')])
    chmodSync(join(folder, name), 0o755);
  const found = (...folders: string[]) =>
    programOnPath('tool', { PATH: folders.join(process.platform === 'win32' ? ';' : ':') }, checkout);
  expect(found('', '.', checkout, join(checkout, 'bin'), join(other, 'node_modules/.bin'), 'bin')).toBeNull();
  expect(found(checkout, join(other, 'bin'))).toBe(join(other, 'bin', name));
  writeIn(other, `folder/${name}/keep`, '');
  writeIn(other, `text/${name}`, 'No program.');
  expect(found(join(other, 'folder'), join(other, 'text'), join(other, 'bin'))).toBe(join(other, 'bin', name));
});
