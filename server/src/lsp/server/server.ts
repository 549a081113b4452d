import {
  type Connection,
  type InitializeParams,
  type InitializeResult,
  PositionEncodingKind,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { Learner } from '../../host/github/learner';
import { knownFrom } from '../../host/known';
import type { Clock, Files, GitHub, Log, Storage } from '../../host/ports';
import { Configs } from '../../host/workspace/configs';
import { Workspace } from '../../host/workspace/workspace';
import type { ClientOffers } from '../../protocol/offers';
import { settingsIn } from '../../protocol/settings';
import { learnInBackground } from '../features/background-learning';
import { followCaret } from '../features/caret';
import { Changes } from '../features/changes';
import { codeActionKinds, serveActions } from '../features/code-actions';
import { serveLens } from '../features/code-lens';
import { serveCommands } from '../features/commands';
import { completionOptions, serveCompletion } from '../features/completion';
import { pushConfigFindings } from '../features/config-findings';
import { serveDiagnostics } from '../features/diagnostics';
import { serveLinks } from '../features/document-links';
import { serveSymbols } from '../features/document-symbols';
import { serveHover } from '../features/hover';
import { serveHints } from '../features/inlay-hints';
import { serveNavigation } from '../features/navigation';
import { serveNewProposal } from '../features/new-proposal';
import { type OutlineNews, serveOutline } from '../features/outline';
import { serveReading } from '../features/reading-summary';
import { renameProvider, serveRename } from '../features/rename';
import { serveUpstream } from '../features/upstream';
import { serveWorkspaceSymbols } from '../features/workspace-symbols';
import { type Context, clientFacts } from './context';
import { Documents } from './documents';
import { backgroundWith, guardWith } from './guard';
import { readingProgress } from './progress';
import { Settings } from './settings';
import { excludesOf, followFiles, wakeOnProposals } from './watched-files';

/** What a server stands in: made by an entry, which knows whether it runs in Node or in a Worker. */
export interface Surroundings {
  readonly version: string;
  readonly clock: Clock;
  /** Whether an error inside a request is answered as an error, as tests want it. */
  readonly loud: boolean;
  files(offers: ClientOffers, log: Log): Files;
  github(offers: ClientOffers): GitHub;
  /** Null where nothing is kept from run to run. */
  storage(offers: ClientOffers): Storage | null;
}

/** Serves one client on `connection`, from its `initialize` on. */
export function serve(connection: Connection, surroundings: Surroundings): void {
  connection.onInitialize((params) => {
    const offers = offersIn(params.initializationOptions);
    start(connection, surroundings, params, offers);
    return initializeResult(surroundings.version, params, offers);
  });
  connection.listen();
}

function initializeResult(version: string, { capabilities }: InitializeParams, offers: ClientOffers): InitializeResult {
  return {
    serverInfo: { name: 'mentorship-proposals', version },
    capabilities: {
      positionEncoding: PositionEncodingKind.UTF16,
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
      diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: false },
      hoverProvider: true,
      definitionProvider: true,
      referencesProvider: true,
      documentHighlightProvider: true,
      workspaceSymbolProvider: true,
      documentLinkProvider: {},
      codeLensProvider: {},
      inlayHintProvider: true,
      documentSymbolProvider: offers.headings !== true,
      completionProvider: completionOptions,
      codeActionProvider: { codeActionKinds },
      renameProvider: renameProvider(capabilities.textDocument?.rename?.prepareSupport),
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    },
  };
}

function start(
  connection: Connection,
  surroundings: Surroundings,
  params: InitializeParams,
  offers: ClientOffers,
): void {
  const { clock } = surroundings;
  const log: Log = (line) => connection.console.log(line);
  const client = clientFacts(params.capabilities, offers);
  const documents: Documents = new Documents(
    (uri) => workspace.pathOf(uri),
    () => workspace.projects(),
  );
  const learner = new Learner({
    github: surroundings.github(offers),
    storage: surroundings.storage(offers),
    clock,
    onLearnt: () => moreIsKnown(),
    onAccount: () => learnAnew(),
    onStatus: () => statusMayDiffer(),
  });
  const settings = new Settings(connection, client, offers);
  const guard = guardWith((line) => connection.console.error(line), surroundings.loud);
  const background = backgroundWith(guard);
  const files = surroundings.files(offers, log);
  const workspace: Workspace = new Workspace(foldersIn(params), {
    files,
    open: documents,
    clock,
    log,
    excludes: excludesOf(connection, client),
    progress: () => readingProgress(connection, clock, client.progress),
    background,
    onChange: () => outline.changed(),
    onKnown: () => {
      findingsMayDiffer();
      void background('preparing symbols', prepareSymbols);
    },
  });
  const configs = new Configs({
    files,
    clock,
    log,
    folders: () => workspace.folders(),
    onRead: pushConfigFindings(connection),
    onLate: () => rulesMayDiffer(),
  });
  const context: Context = {
    connection,
    client,
    documents,
    workspace,
    learner,
    known: knownFrom(workspace, learner),
    settings,
    knownBeside: (uri) => knownFrom(workspace, learner, uri),
    rulesFor: async (uri) => {
      await configs.ready(uri);
      return configs.rulesFor(uri, settings.rules);
    },
    isConfigured: (uri) => configs.isRight(uri),
    changes: new Changes({
      connection,
      documents,
      background,
      hasBases: offers.baseText === true,
      isOn: () => settings.get('onlyMyChanges'),
      onDiffer: () => moreIsKnown(),
    }),
    guard,
    clock,
    log,
  };
  documents.texts.listen(connection);
  const findingsMayDiffer: () => void = serveDiagnostics(context);
  const outline: OutlineNews = serveOutline(context, files);
  const moreIsKnown = () => {
    findingsMayDiffer();
    outline.learnt();
  };
  serveHover(context);
  const statusMayDiffer = serveUpstream(context, offers.githubStatus === true);
  serveCompletion(context, params.capabilities.textDocument?.completion);
  serveActions(context);
  serveSymbols(context);
  const prepareSymbols: () => Promise<void> = serveWorkspaceSymbols(context);
  serveNavigation(context, offers.headings !== true);
  serveLinks(context, offers.headings !== true);
  serveLens(context);
  const hintsMayDiffer = serveHints(context);
  const rulesMayDiffer = () => {
    findingsMayDiffer();
    hintsMayDiffer();
  };
  settings.onDidChange('rules', rulesMayDiffer);
  settings.onDidChange('onlyMyChanges', moreIsKnown);
  serveRename(context, { files, headings: offers.headings === true });
  serveCommands(context, files);
  serveNewProposal(context, files);
  wakeOnProposals(context);
  followCaret(context, findingsMayDiffer);
  serveReading(context);
  const learnAnew: () => void = learnInBackground(context);
  connection.onInitialized(() => {
    void background('asking for the account', () => learner.wake());
    void background('following the settings', () => settings.follow(() => workspace.hiddenMayDiffer()));
    void background('following the files', () => followFiles(context, configs, rulesMayDiffer));
  });
}

function foldersIn({ workspaceFolders, rootUri }: InitializeParams): string[] {
  if (workspaceFolders) return workspaceFolders.map(({ uri }) => uri);
  return rootUri ? [rootUri] : [];
}

function offersIn(options: unknown): ClientOffers {
  const offers = (typeof options === 'object' && options !== null ? options : {}) as ClientOffers;
  const { github, githubStatus, storage, files, headings, caret } = offers;
  const { icons, signInCommand, ruleLink } = offers;
  return {
    github: github === true,
    githubStatus: githubStatus === true,
    storage: storage === true,
    files: files === true,
    headings: headings === true,
    caret: caret === true,
    baseText: offers.baseText === true,
    icons: icons === true,
    ...(typeof signInCommand === 'string' ? { signInCommand } : {}),
    ...(typeof ruleLink === 'string' ? { ruleLink } : {}),
    ...settingsIn(options),
  };
}
