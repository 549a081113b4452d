/** What the client can do for the server, sent once at the start. */
import type { SettingName } from './settings';

/**
 * What our own client sends as `initializationOptions`, with the settings by their names below `mentorshipProposals`.
 * Other editors may send a part of it or nothing.
 */
export interface ClientOffers extends Partial<Readonly<Record<SettingName, unknown>>> {
  /** The client answers `githubRequest`, `githubAccessRequest` and `githubSourceRequest`, with the person's account where there is one. */
  readonly github?: boolean;
  /** The client answers `readStorageRequest` and `writeStorageRequest`. */
  readonly storage?: boolean;
  /** The client answers `listFilesRequest` and `readFileRequest`. */
  readonly files?: boolean;
  /** The editor shows the headings of Markdown by itself: a second outline would only repeat them. */
  readonly headings?: boolean;
  /** The client says `caretMoved`. */
  readonly caret?: boolean;
  /** The client answers `baseTextRequest`. */
  readonly baseText?: boolean;
  /** The client hears `outlineChanged`. */
  readonly outline?: boolean;
  /** The client hears `githubStatusChanged`. */
  readonly githubStatus?: boolean;
  /** The editor's Markdown shows `$(name)` as an icon. */
  readonly icons?: boolean;
  /** The command that a link in the editor's Markdown may run to let a person sign in to GitHub. */
  readonly signInCommand?: string;
  /** The command that such a link may run to make a draft of an issue, with its name (`owner/repo#123`). */
  readonly importIssueCommand?: string;
  /** The command of a code action that fills in the proposal at a place (`uri`, `position`) from its upstream issue. */
  readonly fillFromIssueCommand?: string;
  /** The texts that the view shows in the person's language, by the English ones (`l10n/`). */
  readonly words?: Readonly<Record<string, string>>;
  /** The link to the page of a rule, with `{rule}` for the rule's name. */
  readonly ruleLink?: string;
}
