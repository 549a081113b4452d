/** The server as a process, over every channel that an editor may choose. */
import { type ChildProcess, execFileSync, fork, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  createProtocolConnection,
  IPCMessageReader,
  IPCMessageWriter,
  type MessageReader,
  type MessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';

const root = resolve(import.meta.dirname, '../..');
const built = mkdtempSync(join(tmpdir(), 'mentorship-proposals-built-'));
const server = join(built, 'server.js');

beforeAll(() => {
  execFileSync(process.execPath, ['esbuild.mjs', '--dev', '--outdir', built], { cwd: root });
});
afterAll(() => rmSync(built, { recursive: true }));

/** Greets the server and says goodbye. Resolves to its exit code. */
async function visit(child: ChildProcess, reader: MessageReader, writer: MessageWriter): Promise<number | null> {
  const connection = createProtocolConnection(reader, writer);
  connection.listen();
  const ended = new Promise<number | null>((done) => child.once('exit', done));
  const params = { processId: process.pid, rootUri: null, capabilities: {} };
  expect(await connection.sendRequest('initialize', params)).toMatchObject({
    serverInfo: { name: 'mentorship-proposals' },
  });
  await connection.sendNotification('initialized', {});
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  return ended;
}

test('over standard input and output', async () => {
  const child = spawn(process.execPath, [server, '--stdio']);
  expect(await visit(child, new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin))).toBe(0);
});

test('over the channel of a Node parent', async () => {
  const child = fork(server, ['--node-ipc']);
  expect(await visit(child, new IPCMessageReader(child), new IPCMessageWriter(child))).toBe(0);
});

test('over a socket', async () => {
  const listener = createServer();
  const connected = new Promise<Socket>((done) => listener.once('connection', done));
  await new Promise<void>((done) => listener.listen(0, '127.0.0.1', done));
  const { port } = listener.address() as AddressInfo;
  const child = spawn(process.execPath, [server, `--socket=${port}`]);
  const socket = await connected;
  expect(await visit(child, new StreamMessageReader(socket), new StreamMessageWriter(socket))).toBe(0);
  listener.close();
});

test.each([[[]], [['--pipe-dream']]])('with %j it says what it wants, and ends with 2', async (args) => {
  const child = spawn(process.execPath, [server, ...args]);
  const said: Buffer[] = [];
  child.stderr.on('data', (chunk) => said.push(chunk));
  expect(await new Promise((done) => child.once('close', done))).toBe(2);
  expect(Buffer.concat(said).toString()).toMatch(/^mentorship-proposals-language-server: use --stdio, .+\n$/);
});
