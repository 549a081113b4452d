import * as vscode from 'vscode';
import type { Register } from '../commands/error-boundary';
import type { GitHub } from '../connection/github';
import type { Server } from '../connection/server';
import { l10n } from '../ui/l10n';
import { plainText } from '../ui/plain-text';
import { createTreeView, type PlainTreeView } from '../ui/surfaces';
import type { Branch } from './branch';
import { Choice } from './choice';
import { registerCommands } from './commands';
import { decorations } from './decorations';
import { followEditor } from './follow';
import { Me } from './me';
import { OutlineProvider } from './provider';

/** The least time between two refreshes, in milliseconds. */
const CALM = 1_000;

export interface OutlineOptions {
  readonly register: Register;
  /** Opens a page of the web; `address` is a stranger's. */
  openPage(address: string): unknown;
  readonly server: Server;
  readonly github: GitHub;
  readonly memory: vscode.Memento;
}

/** The view of terms, projects and proposals. Asks the server only while it is visible. */
export class Outline {
  readonly provider: OutlineProvider;
  readonly view: PlainTreeView<Branch>;
  private readonly choice: Choice;
  private readonly me: Me;
  private readonly parts: vscode.Disposable;
  private stale = false;
  private pause: ReturnType<typeof setTimeout> | null = null;

  constructor({ register, openPage, server, github, memory }: OutlineOptions) {
    const { ask } = server;
    this.choice = new Choice(memory);
    this.me = new Me(memory, () => github.handle());
    this.provider = new OutlineProvider(ask, this.choice);
    this.view = createTreeView<Branch>('mentorshipProposals.outline', this.provider);
    const { choice, me, provider, view } = this;
    this.parts = vscode.Disposable.from(
      view,
      provider,
      choice,
      vscode.window.registerFileDecorationProvider(decorations),
      registerCommands({ register, openPage, ask, choice, me, view }),
      followEditor(view, provider, choice),
      server.onDidChangeOutline(() => this.refreshSoon()),
      github.onDidChangeAccess(() => void this.updateUser()),
      choice.onDidChange(() => this.refresh()),
      provider.onDidAnswer(({ looking }) => this.showProgress(looking)),
      view.onDidChangeVisibility(() => {
        void this.updateUser();
        if (this.stale) this.refreshSoon();
      }),
    );
    this.showProgress(false);
    void this.updateUser();
  }

  dispose(): void {
    if (this.pause) clearTimeout(this.pause);
    this.parts.dispose();
  }

  /** A person's own command takes effect at once. */
  private refresh(): void {
    this.showProgress(false);
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

  private showProgress(looking: boolean): void {
    this.view.description = this.choice.description ?? plainText('');
    // Beside an empty message VS Code shows no words of welcome: it has to be none at all.
    this.view.message = looking ? l10n.t('Checking all terms that are not over…') : undefined;
  }

  /** Nobody is asked who they are but by "Show Only Mine": what is known is used. */
  private async updateUser(): Promise<void> {
    if (this.choice.now.mine) this.choice.setPeople(await this.me.names());
  }
}
