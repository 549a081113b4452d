import {
  type OutlineParams,
  outlineRequest,
  type WireBranch,
  type WireChoice,
  type WireOutline,
} from '../../server/src/protocol/outline';
import type { Editor } from './client';

/** A branch with all that lies below it. */
export interface QueryResult extends WireBranch {
  readonly below: readonly QueryResult[];
}

export const all: WireChoice = { text: '', people: null, problems: false, sort: 'order' };

/** What lies below a branch, as a client asks for it. */
export function childrenOf(editor: Editor, parent: string | null, choice: Partial<WireChoice> = {}) {
  const params: OutlineParams = { parent, choice: { ...all, ...choice } };
  return editor.connection.sendRequest<WireOutline>(outlineRequest, params);
}

/** The whole outline, unfolded level by level. */
export async function wholeOutline(
  editor: Editor,
  choice: Partial<WireChoice> = {},
  parent: string | null = null,
): Promise<readonly QueryResult[]> {
  const { branches } = await childrenOf(editor, parent, choice);
  const told: QueryResult[] = [];
  for (const branch of branches) {
    const below = branch.children === 'none' ? [] : await wholeOutline(editor, choice, branch.id);
    told.push({ ...branch, below });
  }
  return told;
}

/** All branches of a kind, in the order of the view. */
export function every(is: WireBranch['is'], told: readonly QueryResult[]): QueryResult[] {
  return told.flatMap((branch) => [...(branch.is === is ? [branch] : []), ...every(is, branch.below)]);
}
