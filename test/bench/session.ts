import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';
import { residentOf, timed, waitedOf } from './measure';

/** A change of one place, as an editor reports it. */
export interface Typed {
  readonly line: number;
  readonly character: number;
  readonly remove: number;
  readonly text: string;
}

/** What the client of some servers has to be able to do beyond the protocol. */
export interface Client {
  /** Sent as `workspace/didChangeConfiguration` when the server is initialized. */
  readonly settings?: object;
  /** Answers to requests by their method. */
  readonly requests?: Readonly<Record<string, (params: unknown) => unknown>>;
  /** Whether the server reports its heap (`heap-report.ts`). */
  readonly hasHeapReport?: boolean;
}

/** A language server in a separate process, over stdio as in an editor. */
export class Session {
  private version = 1;
  private resultId: string | undefined;

  private constructor(
    private readonly child: ChildProcess,
    private readonly connection: MessageConnection,
    private readonly uri: string,
  ) {}

  /** Rejects when the process ends before it is initialized. */
  static async start(
    command: readonly string[],
    uri: string,
    folder: string | null = null,
    { settings, requests = {}, hasHeapReport = false }: Client = {},
  ): Promise<Session> {
    const child = spawn(process.execPath, [...command], {
      stdio: ['pipe', 'pipe', 'inherit', ...(hasHeapReport ? (['ipc'] as const) : [])],
    });
    const { stdin, stdout } = child;
    if (!stdin || !stdout) throw new Error('The server has no standard input or output.');
    const connection = createMessageConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    connection.onRequest('workspace/configuration', (params: { items: unknown[] }) => params.items.map(() => null));
    connection.onRequest('client/registerCapability', () => null);
    connection.onRequest('workspace/diagnostic/refresh', () => null);
    connection.onRequest('window/workDoneProgress/create', () => null);
    for (const [method, answer] of Object.entries(requests)) connection.onRequest(method, answer);
    connection.listen();
    // Requests to a process that has ended would wait forever.
    child.once('exit', () => connection.dispose());
    await connection.sendRequest('initialize', {
      initializationOptions: { scope: 'all' },
      processId: process.pid,
      rootUri: folder,
      workspaceFolders: folder === null ? null : [{ uri: folder, name: 'bench' }],
      capabilities: {
        textDocument: {
          diagnostic: { dynamicRegistration: false },
          documentSymbol: { hierarchicalDocumentSymbolSupport: true },
        },
        workspace: { diagnostics: { refreshSupport: true }, workspaceFolders: true },
      },
    });
    await connection.sendNotification('initialized', {});
    if (settings) await connection.sendNotification('workspace/didChangeConfiguration', { settings });
    return new Session(child, connection, uri);
  }

  async open(text: string): Promise<void> {
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: this.uri, languageId: 'markdown', version: this.version, text },
    });
  }

  /** A new version with another text, for servers that want all of it. */
  async replace(text: string): Promise<void> {
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: this.uri, version: ++this.version },
      contentChanges: [{ text }],
    });
  }

  async type({ line, character, remove, text }: Typed): Promise<void> {
    const range = { start: { line, character }, end: { line, character: character + remove } };
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: this.uri, version: ++this.version },
      contentChanges: [{ range, text }],
    });
  }

  /** Findings, or how many the server answered; -1 where nothing has changed. */
  async pull(): Promise<number> {
    const report = await this.connection.sendRequest<{ kind: string; resultId?: string; items?: unknown[] }>(
      'textDocument/diagnostic',
      {
        textDocument: { uri: this.uri },
        previousResultId: this.resultId,
      },
    );
    this.resultId = report.resultId;
    return report.kind === 'unchanged' ? -1 : (report.items?.length ?? 0);
  }

  /** How many findings the server tells by itself after `change`, about the version that it makes. */
  async pushed(change: () => Promise<void>): Promise<number> {
    const told = new Promise<number>((heard) => {
      this.connection.onNotification(
        'textDocument/publishDiagnostics',
        ({ version, diagnostics }: { version?: number; diagnostics: unknown[] }) => {
          if (version === this.version) heard(diagnostics.length);
        },
      );
    });
    await change();
    return told;
  }

  async request<T>(method: string, params: object = {}): Promise<T> {
    return this.connection.sendRequest<T>(method, { textDocument: { uri: this.uri }, ...params });
  }

  /** Done when the server has said something in its log that matches. */
  async logged(words: RegExp): Promise<void> {
    await new Promise<void>((heard) => {
      this.connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
        if (words.test(message)) heard();
      });
    });
  }

  /** Megabytes on the heap of a server that has a heap report, after a collection. */
  async heap(): Promise<number> {
    const answer = once(this.child, 'message');
    this.child.send('heap');
    const [bytes] = await answer;
    return Number(bytes) / 1e6;
  }

  /** Another document of the same server. */
  beside(uri: string): Session {
    return new Session(this.child, this.connection, uri);
  }

  async close(): Promise<void> {
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri: this.uri } });
  }

  /** Megabytes that the process holds. */
  get resident(): number {
    return residentOf(this.child.pid ?? 0);
  }

  /** Like `timed`, but without the time that this process and the server waited for a processor that others had. */
  async timed(work: () => unknown): Promise<number> {
    const pids = [process.pid, this.child.pid ?? 0];
    const waited = () => pids.reduce((sum, pid) => sum + waitedOf(pid), 0);
    const before = waited();
    const time = await timed(work);
    return Math.max(0, time - (waited() - before));
  }

  /** Ends a process that takes too long. */
  kill(): void {
    this.child.kill('SIGKILL');
  }

  async stop(): Promise<void> {
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    await new Promise((ended) => this.child.once('exit', ended));
  }
}
