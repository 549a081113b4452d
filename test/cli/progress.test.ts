/** Whoever waits at a terminal is told what for. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { folderWith } from '../folder';
import { built, drafts } from './program';

/** A GitHub that knows nothing, and says so only when it is let. */
async function silentGitHub() {
  const waiting: (() => void)[] = [];
  let isFree = false;
  const server = createServer((_, response) => {
    const answer = () => response.writeHead(404, { 'content-type': 'application/json' }).end('{}');
    if (isFree) answer();
    else waiting.push(answer);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const free = () => {
    isFree = true;
    for (const answer of waiting.splice(0)) answer();
  };
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, free };
}

/** A real terminal, by the program that records one: of util-linux, with other options elsewhere. */
test.skipIf(!existsSync('/usr/bin/script') || process.platform !== 'linux').each([
  ['on a terminal', '', true],
  ['not where standard error is no terminal', ' 2>err', false],
])('a line says that GitHub is waited for, and is gone at the end: %s', async (_, redirect, isShown) => {
  const github = await silentGitHub();
  const folder = folderWith({ 'project_ideas.md': drafts('One') });
  const command = `'${process.execPath}' '${join(built, 'cli.js')}' check --upstream${redirect}; echo over`;
  const { GITHUB_TOKEN, ...others } = process.env;
  const env = {
    ...others,
    TERM: 'xterm',
    XDG_CACHE_HOME: folderWith({}),
    GITHUB_API_URL: github.address,
    GITHUB_GRAPHQL_URL: '',
  };
  const line = 'Asking GitHub about upstream issues';
  const out = await new Promise<string>((done) => {
    const child = execFile('script', ['-qec', command, '/dev/null'], { cwd: folder, env }, (_, text) => done(text));
    let text = '';
    child.stdout?.on('data', (chunk: string) => {
      text += chunk;
      if (text.includes(line)) github.free();
    });
    if (!isShown) github.free();
  });
  expect(out.includes(line)).toBe(isShown);
  // Whatever is written next stands on a line of its own.
  if (isShown) expect(out).toContain(`\r\x1b[K${line}\r\x1b[K`);
  expect(out).toMatch(/over\r?\n$/);
});
