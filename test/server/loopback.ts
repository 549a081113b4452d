import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { type LoopbackGitHub, startGitHub, type World } from '../host/github.mjs';

/** A GitHub on loopback that knows some issues and has faults; gone when the test is over. */
export async function startedGitHub(world: Partial<World> = {}): Promise<LoopbackGitHub> {
  const github = await startGitHub(world);
  onTestFinished(() => github.stop());
  return github;
}

/** A GitHub on loopback that gives one answer to everything, and writes down what it was asked. */
export async function loopbackGitHub(status: number, body: unknown, headers: Record<string, string> = {}) {
  const asked: string[] = [];
  const server = createServer(({ url, headers: { authorization } }, response) => {
    asked.push([authorization, url].filter(Boolean).join(' '));
    response.writeHead(status, headers);
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}
