/** What client and server say to each other when a person sets up a repository. */

/** Client to server, an object without anything in it: the proposals files of each workspace folder, as `WireFolder`s. */
export const foldersRequest = 'mentorshipProposals/foldersToSetUp';

/** Client to server, `ProgramParams`: the configuration with one more program, as a `WireConfigText`. */
export const configTextRequest = 'mentorshipProposals/configText';

export interface WireFolder {
  readonly uri: string;
  /** Of files with proposals that no program of a configuration takes: paths from the folder, and how many they hold. */
  readonly files: readonly { readonly path: string; readonly proposals: number }[];
}

export interface ProgramParams {
  /** The folder that holds the configuration, as `WireFolder` has it. */
  readonly folder: string;
  readonly name: string;
  /** Patterns of files, from the folder. */
  readonly files: readonly string[];
  /** The path of a Markdown file or an issue form, from the folder; null for none. */
  readonly template: string | null;
}

/** `text` is what `uri` should say; null where the file that is there is broken. */
export interface WireConfigText {
  readonly uri: string;
  readonly text: string | null;
}

/** A path as a pattern that means this path alone. */
export function literal(path: string): string {
  return path.replace(/[\\*?[\]{}]/g, '\\$&');
}

/** Where GitHub's issue forms lie. */
export const formFolder = '.github/ISSUE_TEMPLATE';

/** Globs of possible templates: GitHub's forms and Markdown files with these names. */
export const templateGlob = `{${formFolder}/*.{yml,yaml},**/*{TEMPLATE,template,skeleton}*.md}`;
