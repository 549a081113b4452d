import { type Connection, DidChangeConfigurationNotification } from 'vscode-languageserver';
import type { RuleSettings } from '../core/rules/rule';
import { rulesIn } from '../host/config';
import type { ClientFacts } from './context';

const section = 'mentorshipProposals';

/** The person's settings. At first those that came with the start, then those that the client tells when asked. */
export class Settings {
  rules: RuleSettings;

  constructor(
    private readonly connection: Connection,
    private readonly client: ClientFacts,
    initialRules: unknown,
  ) {
    this.rules = rulesIn(initialRules);
  }

  /**
   * Follows the client's settings from now on. `onChange` is called when ours have become different ones, `onHidden`
   * when what the editor hides may have.
   */
  async follow(onChange: () => void, onHidden: () => void): Promise<void> {
    this.connection.onDidChangeConfiguration(async ({ settings }) => {
      onHidden();
      const before = JSON.stringify(this.rules);
      this.rules = this.client.configuration ? await this.askClient() : rulesIn(settings?.[section]?.rules);
      if (JSON.stringify(this.rules) !== before) onChange();
    });
    if (!this.client.registersConfiguration) return;
    await this.connection.client.register(DidChangeConfigurationNotification.type, {
      section: [section, 'files.exclude'],
    });
  }

  private async askClient(): Promise<RuleSettings> {
    return rulesIn(await this.connection.workspace.getConfiguration(`${section}.rules`));
  }
}
