import { Emitter } from 'vscode-languageserver';
import type { ConfigReport } from '../../host/workspace/configs';

/** What the stores of a server report. Made before all of them, so that none needs to know which feature listens. */
export interface Events {
  /** Files of the workspace say something else, and an open document's edit is not the reason. */
  readonly didChangeFiles: Emitter<void>;
  /** What other files say has changed, and no more of them is being read. */
  readonly didChangeKnown: Emitter<void>;
  /** More is known of issues, or of what the person has changed: findings may be others although no file is. */
  readonly didChangeIssues: Emitter<void>;
  /** Whether there is an account has become known. */
  readonly didChangeAccount: Emitter<void>;
  /** The status of the connection to GitHub may be another. */
  readonly didChangeStatus: Emitter<void>;
  /** The configuration of a folder has been read, or its folder has gone. */
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
