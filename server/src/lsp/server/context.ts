import type { ClientCapabilities, Connection } from 'vscode-languageserver';
import type { EditorMarkdown } from '../../core/features/issue-preview/issue-preview';
import type { Known } from '../../core/known/known';
import type { RuleSettings } from '../../core/linter/rule';
import type { IssueStore } from '../../host/github/issue-store';
import type { Reviews } from '../../host/github/reviews';
import type { Clock, Log } from '../../host/ports';
import type { Workspace } from '../../host/workspace/workspace';
import type { L10n } from '../../l10n';
import type { ClientOffers } from '../../protocol/offers';
import type { Changes } from '../features/changes';
import type { Documents } from './documents';
import type { Guard } from './guard';
import type { Settings } from './settings';

/** The client's capabilities that we use. */
export interface ClientFacts {
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly refreshesLenses: boolean;
  readonly refreshesHints: boolean;
  readonly configuration: boolean;
  readonly registersConfiguration: boolean;
  readonly registersFileWatchers: boolean;
  readonly workspaceFolders: boolean;
  readonly versionedEdits: boolean;
  readonly snippetEdits: boolean;
  readonly relatedInformation: boolean;
  readonly tags: boolean;
  /** Whether it shows disabled actions with a reason. */
  readonly disabledActions: boolean;
  readonly progress: boolean;
  /** Whether the client hears that the view may show something new, before it has asked. */
  readonly hearsOutline: boolean;
  /** Whether the client reports the caret's position. */
  readonly sendsCaret: boolean;
  readonly markdown: EditorMarkdown;
  /** The command that fills in a proposal from its upstream issue. Null if the client has none. */
  readonly fillFromIssue: string | null;
  /** The link to the page of a rule, with `{rule}` for its name; null if the client cannot open it. */
  readonly ruleLink: string | null;
}

/** Everything that request handlers need. One per connection. */
export interface Context {
  readonly connection: Connection;
  readonly client: ClientFacts;
  readonly documents: Documents;
  readonly workspace: Workspace;
  readonly issueStore: IssueStore;
  readonly reviews: Reviews;
  readonly known: Known;
  /** The person's settings; for the settings of rules use `rulesFor`. */
  readonly settings: Settings;
  /** What the rules of a document may ask: everything but the document itself. */
  knownBeside(uri: string): Known;
  /** The rule settings for a document; null if the document is excluded. */
  rulesFor(uri: string): Promise<RuleSettings | null>;
  /** Whether the configuration of a document is valid. Call it after `rulesFor`. */
  isConfigured(uri: string): boolean;
  /** The person's changes, for people who want findings only for those. */
  readonly changes: Changes;
  readonly guard: Guard;
  /** The language of what our own client shows beside editors. Findings and hovers are English. */
  readonly l10n: L10n;
  readonly clock: Clock;
  readonly log: Log;
}

export function clientFacts(
  { textDocument, workspace, window }: ClientCapabilities,
  offers: ClientOffers,
): ClientFacts {
  const shown = { ...textDocument?.publishDiagnostics, ...textDocument?.diagnostic };
  return {
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
    refreshesHints: workspace?.inlayHint?.refreshSupport === true,
    configuration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registersFileWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    snippetEdits: workspace?.workspaceEdit?.snippetEditSupport === true,
    relatedInformation: shown.relatedInformation === true,
    tags: shown.tagSupport !== undefined,
    disabledActions: textDocument?.codeAction?.disabledSupport === true,
    progress: window?.workDoneProgress === true,
    hearsOutline: offers.outline === true,
    sendsCaret: offers.caret === true,
    markdown: {
      icons: offers.icons === true,
      signIn: commandLink(offers.signInCommand),
      importIssue: commandLink(offers.importIssueCommand),
    },
    fillFromIssue: isCommand(offers.fillFromIssueCommand) ? offers.fillFromIssueCommand : null,
    ruleLink: typeof offers.ruleLink === 'string' && isLink(offers.ruleLink) ? offers.ruleLink : null,
  };
}

function commandLink(command: string | undefined): string | null {
  return isCommand(command) ? `command:${command}` : null;
}

function isCommand(command: string | undefined): command is string {
  return command !== undefined && /^[\w.-]{1,100}$/.test(command);
}

/** Any text with a URI scheme: it is shown only to the client that sent it, so more checks are unnecessary. */
function isLink(text: string): boolean {
  return text.length < 300 && /^[a-z][a-z\d+.-]*:\/\/\S+$/i.test(text);
}
