import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { only } from '../good';
import { dedent } from '../unit/marks';
import { incomplete } from './texts';

const root = resolve(import.meta.dirname, '../..');

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly result?: unknown;
}

/** A Worker as far as the server needs one, in a world that has no Node. */
class FakeWorker {
  private readonly awaited = new Map<number, (result: unknown) => void>();
  private readonly scope = {
    onmessage: (_: { data: unknown }): void => {},
    postMessage: (message: Message) => this.hear(message),
    addEventListener: () => {},
  };
  private id = 0;

  constructor(script: string) {
    const { scope } = this;
    const web = { TextDecoder, TextEncoder, URL, AbortSignal, fetch, setTimeout, clearTimeout, queueMicrotask, crypto };
    runInContext(script, createContext({ self: scope, performance, console, ...web }));
  }

  notify(method: string, params: unknown): void {
    this.scope.onmessage({ data: { jsonrpc: '2.0', method, params } });
  }

  ask(method: string, params: unknown): Promise<unknown> {
    const id = ++this.id;
    const answer = new Promise((done) => this.awaited.set(id, done));
    this.scope.onmessage({ data: { jsonrpc: '2.0', id, method, params } });
    return answer;
  }

  private hear({ id, method, result }: Message): void {
    if (id !== undefined && method === undefined) this.awaited.get(id)?.(result);
  }
}

test('the server finds in a Worker what it finds in Node', async () => {
  const { browser } = await import(pathToFileURL(join(root, 'esbuild.mjs')).href);
  const entryPoints = ['server/src/entry/worker.ts'];
  const settings = { ...browser, entryPoints, format: 'iife', bundle: true, write: false, absWorkingDir: root };
  const { outputFiles } = await build(settings);
  const worker = new FakeWorker(outputFiles?.[0]?.text ?? '');
  const uri = 'vscode-vfs://github/example/mentoring/project_ideas.md';
  await worker.ask('initialize', {
    processId: null,
    rootUri: null,
    capabilities: { textDocument: { diagnostic: {} } },
    initializationOptions: { scope: 'all', rules: only('missing-field') },
  });
  worker.notify('initialized', {});
  const text = dedent(incomplete).replace('$0', '');
  worker.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text } });
  expect(await worker.ask('textDocument/diagnostic', { textDocument: { uri } })).toMatchObject({
    items: [{ code: 'missing-field' }],
  });
});
