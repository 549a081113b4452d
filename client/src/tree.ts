import * as vscode from 'vscode';
import type { WirePlace, WireProject, WireProposal, WireTerm } from '../../server/src/protocol';
import type { Server } from './server';

/** The least time between two refreshes, in milliseconds. */
const CALM = 1_000;

type Branch =
  | { readonly is: 'term'; readonly term: WireTerm; readonly newest: boolean }
  | { readonly is: 'project'; readonly project: WireProject }
  | { readonly is: 'proposal'; readonly proposal: WireProposal };

/** The view of terms, projects and proposals. It asks for the outline only while it is looked at. */
export class Outline implements vscode.TreeDataProvider<Branch> {
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly view: vscode.TreeView<Branch>;
  private readonly listeners: vscode.Disposable[];
  private stale = false;
  private pause: ReturnType<typeof setTimeout> | null = null;

  readonly onDidChangeTreeData = this.changed.event;

  constructor(private readonly server: Server) {
    this.view = vscode.window.createTreeView('mentorshipProposals.outline', {
      treeDataProvider: this,
      showCollapseAll: true,
    });
    this.listeners = [
      this.view,
      this.changed,
      server.onOutlineMayDiffer(() => {
        this.stale = true;
        this.refresh();
      }),
      this.view.onDidChangeVisibility(() => this.refresh()),
    ];
  }

  dispose(): void {
    if (this.pause) clearTimeout(this.pause);
    for (const listener of this.listeners) listener.dispose();
  }

  async getChildren(parent?: Branch): Promise<Branch[]> {
    if (!parent) {
      const terms = await this.server.outline();
      return terms.map((term, order) => ({ is: 'term', term, newest: order === 0 }));
    }
    if (parent.is === 'term') return parent.term.projects.map((project) => ({ is: 'project', project }));
    if (parent.is === 'project') return parent.project.proposals.map((proposal) => ({ is: 'proposal', proposal }));
    return [];
  }

  getTreeItem(branch: Branch): vscode.TreeItem {
    if (branch.is === 'term') return termItem(branch.term, branch.newest);
    if (branch.is === 'project') return projectItem(branch.project);
    return proposalItem(branch.proposal);
  }

  private refresh(): void {
    if (!this.stale || !this.view.visible || this.pause) return;
    this.stale = false;
    this.changed.fire();
    this.pause = setTimeout(() => {
      this.pause = null;
      this.refresh();
    }, CALM);
  }
}

function termItem({ label, detail }: WireTerm, newest: boolean): vscode.TreeItem {
  const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(label, newest ? Expanded : Collapsed);
  item.description = detail;
  item.iconPath = new vscode.ThemeIcon('calendar');
  return item;
}

function projectItem({ label, place, proposals }: WireProject): vscode.TreeItem {
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Collapsed);
  item.description = String(proposals.length);
  item.iconPath = new vscode.ThemeIcon('package');
  item.command = goTo(place);
  return item;
}

function proposalItem({ label, detail, place }: WireProposal): vscode.TreeItem {
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.None);
  item.description = detail;
  item.tooltip = detail ? `${label}\n${detail}` : label;
  item.iconPath = new vscode.ThemeIcon('mortar-board');
  item.command = goTo(place);
  return item;
}

function goTo({ uri, range: { start, end } }: WirePlace): vscode.Command {
  const selection = new vscode.Range(start.line, start.character, end.line, end.character);
  return { command: 'vscode.open', title: vscode.l10n.t('Open'), arguments: [vscode.Uri.parse(uri), { selection }] };
}
