import * as vscode from 'vscode';
import type { Register } from '../commands/error-boundary';
import type { GitHub } from '../connection/github';
import type { Server } from '../connection/server';
import { setOutlineWanted } from '../editor/presence';
import { l10n } from '../ui/l10n';
import type { PlainText } from '../ui/plain-text';
import { createTreeView, type PlainTreeView } from '../ui/surfaces';
import type { Branch } from './branch';
import { Choice } from './choice';
import { registerCommands } from './commands';
import { decorations } from './decorations';
import { followEditor } from './follow';
import { Me } from './me';
import { type Answered, OutlineProvider } from './provider';

/** The least time between two refreshes, in milliseconds. */
const CALM = 1_000;

export interface OutlineOptions {
  readonly register: Register;
  /** Opens a page of the web; `address` is a stranger's. */
  openPage(address: string): unknown;
  readonly server: Server;
  readonly github: GitHub;
  readonly memory: vscode.Memento;
  /** Resolves when the folders have been searched for proposals once. */
  readonly searched: Promise<void>;
}

/** The view of terms, projects and proposals. Asks the server only while it is visible. */
export class Outline {
  readonly provider: OutlineProvider;
  readonly view: PlainTreeView<Branch>;
  private readonly choice: Choice;
  private readonly me: Me;
  private readonly parts: vscode.Disposable;
  private stale = false;
  private hasLines = false;
  private pause: ReturnType<typeof setTimeout> | null = null;

  constructor({ register, openPage, server, github, memory, searched }: OutlineOptions) {
    const { ask } = server;
    this.choice = new Choice(memory);
    this.me = new Me(memory, () => github.handle());
    this.provider = new OutlineProvider(ask, this.choice, searched);
    this.view = createTreeView<Branch>('mentorshipProposals.outline', this.provider);
    const { choice, me, provider, view } = this;
    this.parts = vscode.Disposable.from(
      view,
      provider,
      choice,
      vscode.window.registerFileDecorationProvider(decorations),
      registerCommands({ register, openPage, ask, choice, me, view }),
      register('showOutline', () => this.show()),
      followEditor(view, provider, choice),
      server.onDidChangeOutline(() => this.refreshSoon()),
      github.onDidChangeAccess(() => void this.updateUser()),
      choice.onDidChange(() => this.refresh()),
      provider.onDidAnswer((answered) => this.showProgress(answered)),
      view.onDidChangeVisibility(() => {
        void this.updateUser();
        if (this.stale) this.refreshSoon();
      }),
    );
    this.showFilter();
    void this.updateUser();
  }

  dispose(): void {
    if (this.pause) clearTimeout(this.pause);
    this.parts.dispose();
  }

  /**
   * Shows the view, even without proposals. Then it says how to begin. While the view has no line, VS Code has nothing to
   * focus, so the first line gets the focus when it comes.
   */
  private async show(): Promise<void> {
    const first = this.hasLines ? null : this.firstLine();
    await setOutlineWanted();
    await vscode.commands.executeCommand('mentorshipProposals.outline.focus');
    const branch = await first;
    if (!branch || !this.view.visible) return;
    try {
      await this.view.reveal(this.view.selection[0] ?? branch, { select: false, focus: true });
    } catch {
      // The view has changed meanwhile.
    }
  }

  /** The first line, as soon as there is one, or null as soon as it is clear that there is none. */
  private firstLine(): Promise<Branch | null> {
    return new Promise((resolve) => {
      const listener = this.provider.onDidAnswer(({ first, empty }) => {
        if (!first && !empty) return;
        listener.dispose();
        resolve(first);
      });
    });
  }

  /** A person's own command takes effect at once. */
  private refresh(): void {
    this.showFilter();
    this.stale = false;
    this.provider.refresh();
  }

  private refreshSoon(): void {
    this.stale = true;
    if (!this.view.visible || this.pause) return;
    this.stale = false;
    this.provider.refresh();
    this.pause = setTimeout(() => {
      this.pause = null;
      if (this.stale) this.refreshSoon();
    }, CALM);
  }

  private showProgress({ looking, empty, first }: Answered): void {
    this.hasLines = first !== null;
    // Beside a message VS Code shows no words of welcome, not even beside an empty one.
    this.view.message = looking
      ? l10n.t('Checking all terms that are not over…')
      : empty
        ? undefined
        : this.filterLine();
    void vscode.commands.executeCommand('setContext', 'mentorshipProposals.outline.empty', empty);
  }

  /** Beside the title of its container, VS Code shows the title of the only view in it, and not its description. */
  private showFilter(): void {
    this.view.title = this.choice.description ?? l10n.t('Proposals');
    this.view.message = this.filterLine();
  }

  /** A title has room for a word or two. */
  private filterLine(): PlainText | undefined {
    const { description } = this.choice;
    return description === null ? undefined : l10n.t('Shown: {0}', description);
  }

  /** Nobody is asked who they are but by "Show Only Mine": what is known is used. */
  private async updateUser(): Promise<void> {
    if (this.choice.now.mine) this.choice.setPeople(await this.me.names());
  }
}
