import type { WireBranch } from '../../../server/src/protocol/outline';

/** An item of the view, as VS Code passes it to menu commands. */
export interface Branch {
  readonly wire: WireBranch;
  readonly parent: Branch | null;
  /** Whether the view is filtered. A filtered view has its own expansion state. */
  readonly narrow: boolean;
}

/** The branch of a menu command. Null for any other argument. */
export function branchIn(given: unknown): Branch | null {
  const { wire } = (given ?? {}) as Partial<Branch>;
  return typeof wire?.id === 'string' ? (given as Branch) : null;
}
