import {
  type Connection,
  ErrorCodes,
  type InitializeError,
  type InitializeParams,
  ResponseError,
} from 'vscode-languageserver';
import { repositoryOf } from '../../core/submission/prefilled-form';
import { IssueStore } from '../../host/github/issue-store';
import { Reviews } from '../../host/github/reviews';
import { knownFrom } from '../../host/known';
import type { Clock, Files, GitHub, Log, ReadingThread, Storage } from '../../host/ports';
import { Configs } from '../../host/workspace/configs';
import { Exports } from '../../host/workspace/exports';
import { Programs } from '../../host/workspace/programs';
import { ProjectLists } from '../../host/workspace/project-list';
import { Roots } from '../../host/workspace/roots';
import { Workspace } from '../../host/workspace/workspace';
import { l10nFrom } from '../../l10n';
import type { ClientOffers } from '../../protocol/offers';
import { fetchInBackground } from '../features/background-fetch';
import { followCaret } from '../features/caret';
import { Changes } from '../features/changes';
import { serveActions } from '../features/code-actions';
import { serveLens } from '../features/code-lens';
import { serveCommands } from '../features/commands';
import { serveCompletion } from '../features/completion';
import { pushConfigFindings } from '../features/config-findings';
import { serveDiagnostics } from '../features/diagnostics';
import { serveLinks } from '../features/document-links';
import { serveSymbols } from '../features/document-symbols';
import { serveDrafts } from '../features/drafts';
import { serveHover } from '../features/hover';
import { serveHints } from '../features/inlay-hints';
import { serveNavigation } from '../features/navigation';
import { serveNewProposal } from '../features/new-proposal';
import { serveOutline } from '../features/outline';
import { serveOwnIssue } from '../features/own-issue';
import { serveReading } from '../features/reading-summary';
import { serveRename } from '../features/rename';
import { serveReview } from '../features/review';
import { serveSetUp } from '../features/set-up';
import { serveSubmission } from '../features/submission';
import { serveTemplate } from '../features/template';
import { serveUpstream } from '../features/upstream-issues';
import { serveWorkspaceSymbols } from '../features/workspace-symbols';
import { type Context, clientFacts } from './context';
import { Documents } from './documents';
import { createEvents, type Events } from './events';
import { type Background, backgroundWith, guardWith } from './guard';
import { foldersIn, initializeResult } from './initialize';
import { offersIn } from './offers';
import { readingProgress } from './progress';
import { Settings } from './settings';
import { excludesOf, followFiles, loadOnProposals } from './watched-files';

/** What a server needs from its host, Node or a Worker. */
export interface ServerHost {
  readonly version: string;
  readonly clock: Clock;
  /** Whether errors in requests go to the client, for tests. */
  readonly throwErrors: boolean;
  files(offers: ClientOffers, log: Log): Files;
  github(offers: ClientOffers): GitHub;
  /** Null if nothing is stored between sessions. */
  storage(offers: ClientOffers): Storage | null;
  /** Where many files are read. Without it they are read between requests. */
  thread?(log: Log): ReadingThread;
}

/** Serves one client on `connection`, from its `initialize` on. */
export function serve(connection: Connection, host: ServerHost): void {
  let isGreeted = false;
  connection.onInitialize((params) => {
    if (isGreeted)
      return new ResponseError<InitializeError>(ErrorCodes.InvalidRequest, 'The server is already running.');
    isGreeted = true;
    const offers = offersIn(params.initializationOptions);
    start(connection, host, params, offers);
    return initializeResult(host.version, params, offers);
  });
  connection.listen();
}

function start(connection: Connection, host: ServerHost, params: InitializeParams, offers: ClientOffers): void {
  const { clock } = host;
  const log: Log = (line) => connection.console.log(line);
  const client = clientFacts(params.capabilities, offers);
  const events = createEvents();
  const settings = new Settings(connection, client, offers);
  let isOver = false;
  connection.onShutdown(() => {
    isOver = true;
  });
  const guard = guardWith(
    (line) => connection.console.error(line),
    host.throwErrors,
    () => isOver,
  );
  const background = backgroundWith(guard);
  const files = host.files(offers, log);
  const roots = new Roots(foldersIn(params), excludesOf(connection, client));
  const projectLists = new ProjectLists(roots, files, log);
  const configs = new Configs({
    files,
    clock,
    log,
    folders: () => roots.folders,
    onRead: (report) => events.didReadConfig.fire(report),
    onLateRead: () => events.didChangeRules.fire(),
  });
  const programs = new Programs({
    files,
    log,
    around: (uri) => roots.around(uri),
    configIn: (folder) => configs.configIn(folder),
    onChange: () => events.didChangeRules.fire(),
    onChecked: pushConfigFindings(connection),
  });
  events.didReadConfig.event((report) => {
    const { uri } = report;
    void background('reading the templates', () => programs.follow(report));
    // Now that the configuration is read, the files of its programs have to be checked.
    const folder = roots.around(uri);
    if (folder !== null && configs.configIn(folder).programs.length > 0) events.didChangeRules.fire();
  });
  const programReady = async (uri: string) => {
    await configs.ready(uri);
    await programs.ready(uri);
  };
  const programFor = (uri: string) => programs.programFor(uri);
  const documents = new Documents(
    (uri) => roots.pathOf(uri),
    (uri) => ({ projects: projectLists.projects, program: programFor(uri) }),
  );
  const github = host.github(offers);
  const issueStore = new IssueStore({
    github,
    storage: host.storage(offers),
    clock,
    onChange: () => events.didChangeIssues.fire(),
    onAccount: () => events.didChangeAccount.fire(),
    onStatus: () => events.didChangeStatus.fire(),
  });
  const workspace = new Workspace(roots, projectLists, {
    files,
    open: documents,
    programReady,
    programFor,
    clock,
    log,
    thread: host.thread?.(log) ?? null,
    progress: () => readingProgress(connection, clock, client.progress),
    background,
    onChange: () => events.didChangeFiles.fire(),
    onKnown: () => events.didChangeKnown.fire(),
  });
  const exports = new Exports({
    files,
    log,
    around: (uri) => workspace.around(uri),
    known: async () => {
      await workspace.load();
      return workspace.ask((directory) => directory.files);
    },
    onChange: () => events.didChangeIssues.fire(),
  });
  events.didChangeKnown.event(() => exports.changed());
  const reviews = new Reviews({
    issueStore,
    clock,
    host: github.host,
    repository: () => repositoryOf(workspace.form()),
    onChange: () => events.didChangeIssues.fire(),
  });
  events.didChangeAccount.event(() => reviews.forget());
  const changes = new Changes({
    connection,
    documents,
    background,
    hasBases: offers.baseText === true,
    clock,
    scope: () => settings.get('scope'),
    onChange: () => events.didChangeIssues.fire(),
  });
  const sources = { workspace, issueStore, exports, reviews };
  const context: Context = {
    connection,
    client,
    documents,
    workspace,
    issueStore,
    reviews,
    known: knownFrom(sources),
    settings,
    knownBeside: (uri) => knownFrom(sources, { uri, base: () => changes.baseOf(uri) }),
    rulesFor: async (uri) => {
      await programReady(uri);
      return configs.rulesFor(uri, settings.rules);
    },
    isConfigured: (uri) => configs.isRight(uri),
    changes,
    guard,
    l10n: l10nFrom(offers.words),
    clock,
    log,
  };
  documents.texts.listen(connection);
  settings.onDidChange('rules', () => events.didChangeRules.fire());
  settings.onDidChange('scope', () => events.didChangeIssues.fire());
  serveFeatures(context, { events, files, offers, background }, params);
  connection.onInitialized(() => {
    void background('asking for the account', () => issueStore.load());
    void background('following the settings', () => settings.follow(() => workspace.excludesChanged()));
    void background('following the files', () =>
      followFiles(context, { configs, programs, exports }, () => events.didChangeRules.fire()),
    );
  });
}

interface FeatureOptions {
  readonly events: Events;
  readonly files: Files;
  readonly offers: ClientOffers;
  readonly background: Background;
}

/** Registers the features and connects them to the events. */
function serveFeatures(
  context: Context,
  { events, files, offers, background }: FeatureOptions,
  { capabilities }: InitializeParams,
): void {
  const headings = offers.headings === true;
  const refreshDiagnostics = serveDiagnostics(context);
  events.didChangeRules.event(refreshDiagnostics);
  events.didChangeIssues.event(refreshDiagnostics);
  events.didChangeKnown.event(refreshDiagnostics);
  const outline = serveOutline(context, files);
  events.didChangeFiles.event(() => outline.changed());
  events.didChangeIssues.event(() => outline.issuesChanged());
  // Issues in review are asked for with an account.
  events.didChangeAccount.event(() => outline.changed());
  serveHover(context);
  events.didChangeStatus.event(serveUpstream(context, offers.githubStatus === true));
  serveCompletion(context, capabilities.textDocument?.completion);
  serveActions(context);
  serveSymbols(context);
  const prepareSymbols = serveWorkspaceSymbols(context);
  events.didChangeKnown.event(() => void background('preparing symbols', prepareSymbols));
  serveNavigation(context, !headings);
  serveLinks(context, !headings);
  serveLens(context);
  // Hints show limits, which are options of rules.
  events.didChangeRules.event(serveHints(context));
  serveRename(context, { files, headings });
  serveCommands(context, files);
  serveNewProposal(context, files);
  serveDrafts(context, files);
  serveOwnIssue(context, files);
  serveSetUp(context, files);
  loadOnProposals(context);
  followCaret(context, () => {
    refreshDiagnostics();
    outline.changed();
  });
  serveReading(context);
  serveTemplate(context);
  serveSubmission(context);
  serveReview(context);
  events.didChangeAccount.event(fetchInBackground(context));
}
