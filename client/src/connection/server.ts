import * as vscode from 'vscode';
import type {
  BaseLanguageClient,
  ConfigurationRequest,
  ErrorHandler,
  LanguageClientOptions,
} from 'vscode-languageclient';
import { type CaretParams, caretMoved } from '../../../server/src/protocol/caret';
import { baseTextRequest, baseTextsChanged } from '../../../server/src/protocol/changes';
import { listFilesRequest, readFileRequest, type WireFile } from '../../../server/src/protocol/files';
import {
  type GitHubAccess,
  type GitHubReply,
  githubAccessChanged,
  githubAccessRequest,
  githubRequest,
  githubSourceRequest,
} from '../../../server/src/protocol/github';
import type { ClientOffers } from '../../../server/src/protocol/offers';
import { outlineChanged } from '../../../server/src/protocol/outline';
import { section } from '../../../server/src/protocol/settings';
import { readStorageRequest, writeStorageRequest } from '../../../server/src/protocol/storage';
import { githubStatusChanged, type WireGitHubStatus } from '../../../server/src/protocol/upstream';
import { servedSchemes } from '../../../server/src/recognize';
import type { Changes } from '../editor/changes';
import type { Ask, Refuse } from '../editor/rename';
import { settingsForServer } from '../editor/settings';
import type { ShownScope } from '../editor/shown-scope';
import { words } from '../ui/l10n';
import { ConfigFindings } from './config-findings';
import { Crashes } from './crashes';
import { FileMemory } from './file-cache';
import { listFiles, readFile } from './files';
import type { GitHub } from './github';
import { plainAnswers } from './plain-answers';
import type { ServerStorage } from './storage';

const settingsChanged = 'workspace/didChangeConfiguration';

/** The command that asks a person to sign in to GitHub. */
const signInCommand = 'mentorshipProposals.signIn';
/** The command that makes an unsaved draft of the issue that a hover shows. */
const importIssueCommand = 'mentorshipProposals.importIssue';

/** What the server needs from the rest of the extension. */
export interface ServerParts {
  readonly createClient: CreateClient;
  readonly log: vscode.LogOutputChannel;
  readonly github: GitHub;
  readonly storage: ServerStorage;
  readonly changes: Changes;
  readonly scope: ShownScope;
  readonly ruleLink: string;
  readonly refuse: Refuse;
}

export type CreateClient = (id: string, name: string, options: LanguageClientOptions) => Promise<BaseLanguageClient>;

/** Loaded together with the server: where there are no proposals, nobody waits for it. */
type Library = typeof import('vscode-languageclient');

/** The language server as the extension sees it: not there until it is started, and replaced by a restart. */
export class Server {
  private readonly outlineEmitter = new vscode.EventEmitter<void>();
  private readonly githubStatus = new vscode.EventEmitter<WireGitHubStatus>();
  private readonly givenUp = new vscode.EventEmitter<void>();
  private readonly memory = new FileMemory({
    read: () => this.parts.storage.read({ name: 'remote-files' }),
    write: (text) => this.parts.storage.write({ name: 'remote-files', text }),
  });
  private client: BaseLanguageClient | null = null;
  private starting: Promise<void> | null = null;

  private readonly configFindings = new ConfigFindings();
  private readonly accessListener: vscode.Disposable;
  private readonly accountListener: vscode.Disposable;
  private readonly changesListener: vscode.Disposable;
  private readonly scopeListener: vscode.Disposable;

  readonly onDidChangeOutline = this.outlineEmitter.event;
  /** The server has crashed so often that it is not started again. */
  readonly onGivenUp = this.givenUp.event;
  /** How it stands between the server and GitHub. */
  readonly onGitHubStatus = this.githubStatus.event;

  constructor(private readonly parts: ServerParts) {
    const { github, changes, scope } = parts;
    this.accessListener = github.onDidChangeAccess(() => {
      if (this.isRunning) void this.client?.sendNotification(githubAccessChanged);
    });
    this.accountListener = github.onDidChangeAccount(() => void this.memory.forget());
    this.changesListener = changes.onDidChangeBases(() => {
      if (this.isRunning) void this.client?.sendNotification(baseTextsChanged);
    });
    // The server asks for its settings, and the answer contains the scope.
    this.scopeListener = scope.onDidChange(() => {
      if (this.isRunning) void this.client?.sendNotification(settingsChanged, { settings: null });
    });
  }

  get isRunning(): boolean {
    return this.client?.isRunning() ?? false;
  }

  /** The id of the server's process; undefined where it has none, as in a browser. */
  get process(): number | undefined {
    return (this.client as { serverProcess?: { pid?: number } } | null)?.serverProcess?.pid;
  }

  /** Starts the server unless it is there already. Rejects when it does not come up; the language client says why. */
  start(): Promise<void> {
    this.starting ??= this.startClient().catch((error: unknown) => {
      // Whoever asks next tries again.
      this.client = null;
      this.starting = null;
      throw error;
    });
    return this.starting;
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  /** Asks the server, which is not started for that; null while there is none. */
  readonly ask: Ask = async <T>(method: string, params: unknown, token?: vscode.CancellationToken) => {
    if (!this.starting) return null;
    await this.starting;
    const { client } = this;
    // A token that is not there would be sent as one more parameter.
    const answer = token ? client?.sendRequest<T>(method, params, token) : client?.sendRequest<T>(method, params);
    return (await answer) ?? null;
  };

  /** Sends a notification without parameters, if the server runs. */
  readonly notify = (method: string): void => {
    if (this.isRunning) void this.client?.sendNotification(method);
  };

  /** Asks for whoever runs a command and wants an answer: in an empty window nothing has started the server yet. */
  readonly startAndAsk: Ask = async (method, params, token) => {
    await this.start();
    return this.ask(method, params, token);
  };

  /** Tells a running server where the caret is; none is started for that. */
  async sendCaret(params: CaretParams): Promise<void> {
    if (this.isRunning) await this.client?.sendNotification(caretMoved, params);
  }

  dispose(): void {
    this.memory.dispose();
    this.configFindings.dispose();
    this.accessListener.dispose();
    this.accountListener.dispose();
    this.changesListener.dispose();
    this.scopeListener.dispose();
    this.outlineEmitter.dispose();
    this.givenUp.dispose();
    this.githubStatus.dispose();
    void this.stop();
  }

  private async startClient(): Promise<void> {
    const library = await import('vscode-languageclient');
    const options = { ...this.options(), errorHandler: this.errorHandler(library) };
    const client = await this.parts.createClient('mentorshipProposals', 'Mentorship Proposals', options);
    this.client = client;
    client.onRequest<GitHubReply, void>(githubRequest, (params: unknown) => this.parts.github.answer(params));
    client.onRequest<GitHubAccess, void>(githubAccessRequest, () => this.parts.github.access());
    client.onRequest<string, void>(githubSourceRequest, () => this.parts.github.source());
    client.onRequest<string | null, void>(readStorageRequest, (params: unknown) => this.parts.storage.read(params));
    client.onRequest<null, void>(writeStorageRequest, (params: unknown) => this.parts.storage.write(params));
    client.onRequest<string | null, void>(baseTextRequest, (params: unknown) => this.parts.changes.baseText(params));
    client.onRequest(listFilesRequest, listFiles);
    client.onRequest<WireFile, void>(readFileRequest, (params: unknown) => readFile(params, this.memory));
    client.onNotification(outlineChanged, () => this.outlineEmitter.fire());
    client.onNotification(githubStatusChanged, (status: WireGitHubStatus) => this.githubStatus.fire(status));
    // Also when the client has started a crashed server again.
    client.onDidChangeState(({ newState }) => {
      if (newState === library.State.Running) this.outlineEmitter.fire();
    });
    await client.start();
  }

  private async stop(): Promise<void> {
    // A server that never came up has nothing to stop.
    await this.starting?.catch(() => {});
    const { client } = this;
    this.client = null;
    this.starting = null;
    // While it starts a crashed server again, a client cannot be stopped, and that server would be one too many.
    await client?.start().catch(() => {});
    // A server that has gone by itself meanwhile, or does not answer, has nothing to say that anybody waits for.
    await client?.dispose().catch(() => {});
  }

  /**
   * What happens when the server ends by itself: the client starts it again and gives it the documents as they are then,
   * and nobody is told. Only when it goes on crashing does a person hear of it, once.
   */
  private errorHandler({ CloseAction, ErrorAction }: Library): ErrorHandler {
    const crashes = new Crashes(Date.now);
    return {
      // A broken channel is closed next, and that is what counts.
      error: () => ({ action: ErrorAction.Continue, handled: true }),
      closed: () => {
        if (crashes.worthAnotherStart()) return { action: CloseAction.Restart, handled: true };
        this.client = null;
        this.starting = null;
        this.givenUp.fire();
        return { action: CloseAction.DoNotRestart, handled: true };
      },
    };
  }

  private options(): LanguageClientOptions {
    return {
      documentSelector: servedSchemes.map((scheme) => ({ language: 'markdown', scheme })),
      outputChannel: this.parts.log,
      // Without being told, the language client pulls neither on change nor on save.
      diagnosticPullOptions: { onChange: true, onSave: true },
      // A link may run these commands and no other. The server writes them; no text of a stranger becomes such a link.
      markdown: {
        isTrusted: { enabledCommands: [signInCommand, importIssueCommand] },
        supportHtml: false,
        supportThemeIcons: true,
      },
      middleware: {
        ...plainAnswers(this.parts.refuse),
        handleDiagnostics: this.configFindings.handle,
        workspace: { configuration: this.configuration },
      },
      initializationOptions: (): ClientOffers => ({
        headings: true,
        github: true,
        storage: true,
        files: true,
        caret: true,
        baseText: true,
        outline: true,
        githubStatus: true,
        icons: true,
        signInCommand,
        importIssueCommand,
        fillFromIssueCommand: 'mentorshipProposals.fillFromIssue',
        ...(words ? { words } : {}),
        ruleLink: this.parts.ruleLink,
        ...settingsForServer(this.parts.scope.value),
      }),
    };
  }

  /** Our own settings with the scope that applies now, all others as they are. */
  private readonly configuration: ConfigurationRequest.MiddlewareSignature = async (params, token, next) => {
    const answers = await next(params, token);
    if (!Array.isArray(answers)) return answers;
    return answers.map((answer: unknown, index) =>
      params.items[index]?.section === section ? settingsForServer(this.parts.scope.value) : answer,
    );
  };
}
