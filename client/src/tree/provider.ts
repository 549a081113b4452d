import * as vscode from 'vscode';
import {
  type OutlineParams,
  type OutlineWayParams,
  outlineRequest,
  outlineWayRequest,
  type WireBranch,
  type WireOutline,
} from '../../../server/src/protocol/outline';
import type { Ask } from '../editor/rename';
import type { PlainTreeItem, PlainTreeProvider } from '../ui/surfaces';
import type { Branch } from './branch';
import type { Choice } from './choice';
import { itemOf } from './items';

/** What is known of the terms. */
export interface Answered {
  /** Whether files are still being checked. */
  readonly looking: boolean;
  /** Whether there is nothing to show, and nothing more to come. */
  readonly empty: boolean;
  /** The first term. Null without any. */
  readonly first: Branch | null;
}

/** The tree data provider. Loads each level from the server when it is expanded. */
export class OutlineProvider implements PlainTreeProvider<Branch> {
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly answered = new vscode.EventEmitter<Answered>();

  readonly onDidChangeTreeData = this.changed.event;
  /** Whether the terms have been requested. */
  readonly onDidAnswer = this.answered.event;

  constructor(
    private readonly ask: Ask,
    private readonly choice: Choice,
    /** Until then, nobody knows whether there is a server to ask. */
    private readonly searched: Promise<void>,
  ) {}

  dispose(): void {
    this.changed.dispose();
    this.answered.dispose();
  }

  refresh(): void {
    this.changed.fire();
  }

  async getChildren(unfolded?: Branch): Promise<Branch[]> {
    const parent = unfolded ?? null;
    const params: OutlineParams = { parent: parent?.wire.id ?? null, choice: this.choice.wire };
    await this.searched;
    const answer = await this.answer<WireOutline>(outlineRequest, params);
    const { branches, looking, reading } = answer ?? { branches: [], looking: false, reading: false };
    const all = branches.map((wire) => this.branch(wire, parent));
    if (!parent)
      this.answered.fire({ looking, empty: all.length === 0 && !looking && !reading, first: all[0] ?? null });
    return all;
  }

  getTreeItem(branch: Branch): PlainTreeItem {
    return itemOf(branch);
  }

  getParent(branch: Branch): Branch | null {
    return branch.parent;
  }

  /** The branch at a position of a document. Null if there is none. */
  async branchAt(uri: vscode.Uri, { line, character }: vscode.Position): Promise<Branch | null> {
    const params: OutlineWayParams = {
      uri: uri.toString(),
      position: { line, character },
      choice: this.choice.wire,
    };
    const way = await this.answer<readonly WireBranch[]>(outlineWayRequest, params);
    return (way ?? []).reduce<Branch | null>((parent, wire) => this.branch(wire, parent), null);
  }

  private branch(wire: WireBranch, parent: Branch | null): Branch {
    return { wire, parent, narrow: this.choice.isNarrow };
  }

  /** Null without a server or if it has stopped. It notifies us when it is back. */
  private async answer<T>(method: string, params: unknown): Promise<T | null> {
    try {
      return await this.ask<T>(method, params);
    } catch {
      return null;
    }
  }
}
