import { type Connection, DidChangeConfigurationNotification } from 'vscode-languageserver';
import type { HintChoice } from '../../core/features/hints/inlay-hints';
import type { RuleSettings } from '../../core/linter/rule';
import { rulesIn } from '../../host/workspace/config';
import type { ClientFacts } from './context';

const section = 'mentorshipProposals';

/** Called when a setting has become another one; `hidden` when what the editor hides may have. */
export interface SettingListeners {
  rules(): void;
  onlyMyChanges(): void;
  codeLens(): void;
  inlayHints(): void;
  hidden(): void;
}

/** The person's settings. At first those that came with the start, then those that the client tells when asked. */
export class Settings {
  rules: RuleSettings = {};
  /** Whether what others have written is only hinted at. */
  onlyMyChanges = false;
  /** Whether projects are counted above their headings. */
  codeLens = false;
  inlayHints: HintChoice = 'near';

  constructor(
    private readonly connection: Connection,
    private readonly client: ClientFacts,
    initial: unknown,
  ) {
    this.take(initial);
  }

  /** Follows the client's settings from now on. */
  async follow(listeners: SettingListeners): Promise<void> {
    this.connection.onDidChangeConfiguration(async ({ settings }) => {
      listeners.hidden();
      const before = { ...this };
      this.take(this.client.configuration ? await this.askClient() : settings?.[section]);
      if (JSON.stringify(this.rules) !== JSON.stringify(before.rules)) listeners.rules();
      if (this.onlyMyChanges !== before.onlyMyChanges) listeners.onlyMyChanges();
      if (this.codeLens !== before.codeLens) listeners.codeLens();
      if (this.inlayHints !== before.inlayHints) listeners.inlayHints();
    });
    if (!this.client.registersConfiguration) return;
    await this.connection.client.register(DidChangeConfigurationNotification.type, {
      section: [section, 'files.exclude'],
    });
  }

  /** Takes over settings of our section, as a stranger has written them: what is none of ours is the default. */
  private take(settings: unknown): void {
    const { rules, onlyMyChanges, codeLens, inlayHints } = (settings ?? {}) as Record<string, unknown>;
    this.rules = rulesIn(rules);
    this.onlyMyChanges = onlyMyChanges === true;
    this.codeLens = codeLens === true;
    this.inlayHints = inlayHints === 'off' || inlayHints === 'always' ? inlayHints : 'near';
  }

  private askClient(): Promise<unknown> {
    return this.connection.workspace.getConfiguration(section);
  }
}
