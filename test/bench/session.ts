import { type ChildProcess, spawn } from 'node:child_process';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';

/** A change of one place, as an editor reports it. */
export interface Typed {
  readonly line: number;
  readonly character: number;
  readonly remove: number;
  readonly text: string;
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

  static async start(command: readonly string[], uri: string, folder: string | null = null): Promise<Session> {
    const child = spawn(process.execPath, [...command], { stdio: ['pipe', 'pipe', 'inherit'] });
    const connection = createMessageConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    connection.onRequest('workspace/configuration', (params: { items: unknown[] }) => params.items.map(() => null));
    connection.onRequest('client/registerCapability', () => null);
    connection.onRequest('workspace/diagnostic/refresh', () => null);
    connection.onRequest('window/workDoneProgress/create', () => null);
    connection.listen();
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
    return new Session(child, connection, uri);
  }

  async open(text: string): Promise<void> {
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: this.uri, languageId: 'markdown', version: this.version, text },
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

  get pid(): number {
    return this.child.pid ?? 0;
  }

  async stop(): Promise<void> {
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    await new Promise((ended) => this.child.once('exit', ended));
    this.connection.dispose();
  }
}
