/** An editor for tests: it talks real JSON-RPC to the server over streams, inside one process. */
import { PassThrough } from 'node:stream';
import { onTestFinished } from 'vitest';
import {
  type ClientCapabilities,
  type Connection,
  createConnection,
  createProtocolConnection,
  ErrorCodes,
  type InitializeResult,
  type Message,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { noFiles } from '../../server/src/adapters/files/files-by-scheme';
import type { Clock, Files, GitHub, Storage } from '../../server/src/host/ports';
import { serve } from '../../server/src/lsp/server/server';
import { only } from '../good';
import { marked } from '../unit/marks';
import { HandClock } from './hand-clock';

const workspace = 'file:///workspace';
export const draftsUri = `${workspace}/programs/lfx-mentorship/2026/01-Mar-May/project_ideas.md`;

/** Nobody is signed in, and GitHub cannot be reached. */
export const noGitHub: GitHub = {
  host: 'github.com',
  access: async () => 'nobody',
  source: async () => 'github.com nobody',
  send: async () => ({ is: 'none', why: 'offline' }),
  onAccessChanged: () => {},
};

/** What VS Code's client can do, as far as the server asks. */
const vscodeCapabilities: ClientCapabilities = {
  textDocument: { diagnostic: {} },
  workspace: { diagnostics: { refreshSupport: true }, workspaceEdit: { documentChanges: true } },
};

/** The person's settings of the rules: only those look that a test of the server names. */
export const namedRules = only(
  ...[
    'missing-field',
    'empty-field',
    'field-label',
    'placeholder',
    'duplicate-proposal',
    'directive',
    'toc',
    'project-order',
  ],
  ...['merge-conflict', 'description-length', 'mentor-count', 'upstream-count', 'project-quota'],
  ...['duplicate-mentor', 'mentor-conflict', 'mentor-email', 'mentor-handle', 'program-name'],
  ...['upstream-kind', 'upstream-duplicate', 'upstream-missing', 'upstream-moved', 'upstream-closed'],
);

export interface Setting {
  readonly capabilities?: ClientCapabilities;
  /** An object's own settings of rules are added to `namedRules`. Without a scope, all findings are shown. */
  readonly options?: unknown;
  /** The URI of the workspace folder. */
  readonly folder?: string;
  readonly files?: Files;
  readonly github?: GitHub | ((server: Connection) => GitHub);
  readonly storage?: Storage;
  readonly clock?: Clock;
  readonly throwErrors?: boolean;
  /** Is called with the client before anything is said: it may answer what the server asks. */
  readonly prepare?: (client: ProtocolConnection) => void;
  /** Is done before the greeting. */
  readonly before?: (client: ProtocolConnection) => Promise<void>;
}

/** A browser sends copies of objects instead of texts, and does not copy functions: there a client gets nothing at all. */
class CloningWriter extends StreamMessageWriter {
  override write(message: Message): Promise<void> {
    try {
      structuredClone(message);
      return super.write(message);
    } catch (error) {
      const id = 'id' in message ? message.id : null;
      return super.write({
        ...message,
        id,
        result: undefined,
        error: { code: ErrorCodes.InternalError, message: String(error) },
      } as Message);
    }
  }
}

/** A client and a server that have not greeted each other, with the streams between them. */
function connected({ files = noFiles, clock = new HandClock(), throwErrors = true, ...setting }: Setting) {
  const { github = noGitHub, storage = null } = setting;
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  const server = createConnection(new StreamMessageReader(toServer), new CloningWriter(toClient));
  serve(server, {
    version: '1.2.3',
    clock,
    throwErrors,
    files: () => files,
    github: () => (typeof github === 'function' ? github(server) : github),
    storage: () => storage,
  });
  const client = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  // The server may finish its background work: nobody listens any more.
  onTestFinished(() => client.dispose());
  setting.prepare?.(client);
  client.listen();
  return { client, toServer, toClient };
}

/** An editor with one server. Both are gone when the test is over. */
export class Editor {
  readonly log: string[] = [];
  /** Everything that the server has sent, and what it was sent, as it was. */
  said = '';
  heard = '';
  private readonly listeners: (() => void)[] = [];

  private constructor(
    readonly connection: ProtocolConnection,
    readonly started: InitializeResult,
  ) {}

  static async start(setting: Setting = {}): Promise<Editor> {
    const { capabilities = vscodeCapabilities, options, folder = workspace } = setting;
    const { client, toServer, toClient } = connected(setting);
    await setting.before?.(client);
    const started = await client.sendRequest<InitializeResult>('initialize', {
      processId: null,
      rootUri: folder,
      workspaceFolders: [{ uri: folder, name: 'workspace' }],
      capabilities,
      initializationOptions: withNamedRules(options),
    });
    const editor = new Editor(client, started);
    toClient.on('data', (chunk) => {
      editor.said += chunk;
    });
    toServer.on('data', (chunk) => {
      editor.heard += chunk;
    });
    client.onNotification('window/logMessage', ({ message }) => editor.hear(message));
    await client.sendNotification('initialized', {});
    return editor;
  }

  /** Opens a marked text; what it returns knows where the caret is. */
  async open(source: string, uri = draftsUri): Promise<Opened> {
    const { text, caret } = marked(source);
    const document = TextDocument.create(uri, 'markdown', 1, text);
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'markdown', version: 1, text },
    });
    return { uri, document, caret: document.positionAt(Math.max(caret, 0)) };
  }

  /** Replaces the first occurrence of `text` by `by`, as a new version. */
  async change({ document, uri }: Opened, text: string, by: string): Promise<void> {
    const start = document.getText().indexOf(text);
    const range = { start: document.positionAt(start), end: document.positionAt(start + text.length) };
    const version = document.version + 1;
    TextDocument.update(document, [{ range, text: by }], version);
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range, text: by }],
    });
  }

  /** Sends a request about the place of the caret. */
  at<R>(method: string, { uri, caret: position }: Opened, more: object = {}): Promise<R> {
    return this.connection.sendRequest<R>(method, { textDocument: { uri }, position, ...more });
  }

  /** Done when the server has logged, or logs, a line like that. */
  async logged(line: RegExp): Promise<void> {
    while (!this.log.some((each) => line.test(each))) {
      await new Promise<void>((resolve) => this.listeners.push(resolve));
    }
  }

  /** Done when the server next sends a notification of that name, with its parameters. */
  next<P>(method: string): Promise<P> {
    return new Promise((resolve) => {
      const listening = this.connection.onNotification(method, (params: P) => {
        listening.dispose();
        resolve(params);
      });
    });
  }

  private hear(message: string): void {
    this.log.push(message);
    for (const listener of this.listeners.splice(0)) listener();
  }
}

export interface Opened {
  readonly uri: string;
  readonly document: TextDocument;
  readonly caret: { readonly line: number; readonly character: number };
}

function withNamedRules(options: unknown = {}): unknown {
  if (typeof options !== 'object' || options === null) return options;
  return { scope: 'all', ...options, rules: { ...namedRules, ...('rules' in options && (options.rules as object)) } };
}
