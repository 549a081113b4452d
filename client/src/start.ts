/** What the extension does in every host: it waits for proposals, starts the server, and shows the outline. */
import * as vscode from 'vscode';
import { githubApi } from '../../server/src/send';
import { registerCommands } from './commands/commands';
import { registerFenced } from './commands/error-boundary';
import { openPages, ruleLink } from './commands/pages';
import { GitHub } from './connection/github';
import { type CreateClient, Server } from './connection/server';
import { ServerStorage } from './connection/storage';
import { followCaret } from './editor/caret';
import { Changes } from './editor/changes';
import { registerContinueList } from './editor/continue-list';
import { setHasProposals, whenProposalsShow } from './editor/presence';
import { registerScope, ShownScope } from './editor/shown-scope';
import { registerNewProposal } from './new-proposal/commands';
import { FindingsStatus } from './status/findings-status';
import { GitHubStatus } from './status/github-status';
import { TemplateStatus } from './status/template-status';
import { registerSubmission } from './submission/commands';
import type { Preview } from './submission/preview';
import type { Question } from './submission/sending';
import { Outline } from './tree/tree';
import { l10n } from './ui/l10n';
import { type PlainText, plainText } from './ui/plain-text';
import { askModally, showError, showInformation, showWarning } from './ui/surfaces';
import { webPage } from './ui/web-page';
import { registerUpstream } from './upstream/commands';

/** What differs between the hosts. */
export interface Platform {
  readonly createClient: CreateClient;
  /** Where GitHub stands in tests; looked at in the extension's test mode only. */
  readonly testGitHub: string | undefined;
}

type Pressed = PlainText | undefined;

/** What `activate` gives to a test suite, and to nobody else. */
export interface TestApi {
  /** What the view shows. */
  readonly outline: Outline;
  /** How long it took to activate the extension, without the server, in milliseconds. */
  readonly activation: number;
  isRunning(): boolean;
  /** The server's process; undefined without one. */
  serverProcess(): number | undefined;
  /** The server has crashed too often. */
  readonly onGivenUp: vscode.Event<void>;
  /** What is shown of what has been read and found. */
  readonly findingsStatus: FindingsStatus;
  /** What is shown of the template that proposals are compared with. */
  readonly templateStatus: TemplateStatus;
  /** What happens when somebody follows an address that leads to the extension. */
  followUri(uri: vscode.Uri): Promise<void>;
  /** Why something was not renamed, whenever a person is told. */
  readonly onRefused: vscode.Event<string>;
  /** Addresses of the web that would be opened. */
  readonly onOpened: vscode.Event<string>;
  /** In tests VS Code shows no dialogs. What this gives is what a person would have pressed. */
  answer: ((question: string, buttons: readonly PlainText[]) => Pressed | Promise<Pressed>) | null;
  /** The preview of what a draft becomes. */
  readonly preview: Preview;
  /** What is shown of the connection to GitHub. */
  readonly githubStatus: GitHubStatus;
}

export function start(context: vscode.ExtensionContext, { createClient, testGitHub }: Platform): TestApi | undefined {
  const began = performance.now();
  const isTest = context.extensionMode === vscode.ExtensionMode.Test;
  const log = vscode.window.createOutputChannel('Mentorship Proposals', { log: true });
  const github = new GitHub(isTest && testGitHub ? { rest: testGitHub, graphql: `${testGitHub}/graphql` } : githubApi);
  const storage = new ServerStorage(context.globalStorageUri);
  const refused = new vscode.EventEmitter<PlainText>();
  const refuse = (why: PlainText) => refused.fire(why);
  const changes = new Changes();
  const scope = new ShownScope();
  const server = new Server({
    ...{ createClient, log, github, storage, changes, scope, refuse },
    ruleLink: ruleLink(context.extension),
  });
  const register = registerFenced(log, refuse);
  const findingsStatus = new FindingsStatus(server, scope);
  const templateStatus = new TemplateStatus(server);
  const githubStatus = new GitHubStatus(github);
  const opened = new vscode.EventEmitter<string>();
  const open = (address: string) => {
    const page = webPage(address);
    if (page === null) return refuse(l10n.t('{0} was not opened because it is not a GitHub page.', plainText(address)));
    // VS Code decodes a `Uri` on the way to the browser, where "%26" would end a text. It hands on a string as it is.
    return isTest ? opened.fire(page) : vscode.env.openExternal(page as unknown as vscode.Uri);
  };
  const presence = whenProposalsShow(() => {
    void setHasProposals();
    // Why it does not come up is said by the language client.
    server.start().catch(() => {});
  });
  const outline = new Outline({
    ...{ register, openPage: open, server, github },
    memory: context.workspaceState,
    searched: presence.searched,
  });
  const { extensionUri, workspaceState: memory } = context;
  const tests: Pick<TestApi, 'answer'> = { answer: null };
  const asking =
    (show: Question): Question =>
    async (question, ...buttons) =>
      isTest && tests.answer ? tests.answer(question, buttons) : show(question, ...buttons);
  const offer = asking(showInformation);
  const submission = registerSubmission({
    ...{ register, ask: server.startAndAsk, notify: server.notify, refuse, open, extensionUri, github, memory, offer },
    askModally: asking(isTest ? showWarning : askModally),
  });
  const pages = openPages(context.extensionUri);
  context.subscriptions.push(
    log,
    github,
    changes,
    scope,
    server,
    findingsStatus,
    templateStatus,
    outline,
    refused,
    githubStatus,
    server.onGitHubStatus((status) => void githubStatus.show(status)),
    opened,
    registerNewProposal(register, { ask: server.startAndAsk, refuse, offer }),
    submission,
    registerUpstream({ register, ask: server.startAndAsk, refuse, open }),
    refused.event((why) => void showWarning(why)),
    server.onGivenUp(() => void showServerGaveUp(log)),
    registerCommands({ register, server, github, log, refuse, scope }),
    registerScope(register, scope),
    vscode.window.registerUriHandler(pages),
    registerContinueList(log),
    followCaret((params) => void server.sendCaret(params)),
    presence,
  );
  if (!isTest) return undefined;
  return Object.assign(tests, {
    outline,
    activation: performance.now() - began,
    isRunning: () => server.isRunning,
    serverProcess: () => server.process,
    onGivenUp: server.onGivenUp,
    findingsStatus,
    templateStatus,
    onRefused: refused.event,
    onOpened: opened.event,
    githubStatus,
    preview: submission.preview,
    followUri: async (uri: vscode.Uri) => {
      await pages.handleUri(uri);
    },
  });
}

/** One sentence for all that has been tried: what went wrong each time is in the log. */
async function showServerGaveUp(log: vscode.LogOutputChannel): Promise<void> {
  const message = l10n.t(
    'The language server of Mentorship Proposals crashed six times in three minutes and was not restarted.',
  );
  const showLog = l10n.t('Show Log');
  const restart = l10n.t('Restart Server');
  const answer = await showError(message, showLog, restart);
  if (answer === showLog) log.show();
  if (answer === restart) await vscode.commands.executeCommand('mentorshipProposals.restart');
}
