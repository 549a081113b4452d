import type { WireBranch } from '../../../server/src/protocol/outline';

/** A line of the view as VS Code hands it to commands of its menus. */
export interface Branch {
  readonly wire: WireBranch;
  readonly parent: Branch | null;
  /** Whether the view shows a part of all proposals: what is folded there is folded there alone. */
  readonly narrow: boolean;
}

/** The branch that a menu of the view was opened on; null for whatever else a command may be given. */
export function branchIn(given: unknown): Branch | null {
  const { wire } = (given ?? {}) as Partial<Branch>;
  return typeof wire?.id === 'string' ? (given as Branch) : null;
}
