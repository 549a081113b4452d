import { Emitter } from 'vscode-languageserver';
import type { ConfigReport } from '../../host/workspace/configs';

/** The events of the server's stores. Created before the stores, so that they need not know the features. */
export interface Events {
  /** Files of the workspace have changed, other than by edits of open documents. */
  readonly didChangeFiles: Emitter<void>;
  /** Closed files have changed, and all of them have been read. */
  readonly didChangeKnown: Emitter<void>;
  /** Issues or the person's changes are known better, so findings may have changed. */
  readonly didChangeIssues: Emitter<void>;
  /** It is known whether there is an account. */
  readonly didChangeAccount: Emitter<void>;
  /** The status of the connection to GitHub may have changed. */
  readonly didChangeStatus: Emitter<void>;
  /** The configuration of a folder was read, or its folder was removed. */
  readonly didReadConfig: Emitter<ConfigReport>;
  /** The rules that apply have changed. */
  readonly didChangeRules: Emitter<void>;
}

export function createEvents(): Events {
  return {
    didChangeFiles: new Emitter(),
    didChangeKnown: new Emitter(),
    didChangeIssues: new Emitter(),
    didChangeAccount: new Emitter(),
    didChangeStatus: new Emitter(),
    didReadConfig: new Emitter(),
    didChangeRules: new Emitter(),
  };
}
