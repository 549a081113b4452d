import { type Connection, DidChangeConfigurationNotification } from 'vscode-languageserver';
import type { RuleSettings } from '../../core/linter/rule';
import { rulesIn } from '../../host/workspace/config';
import { type SettingName, type SettingValue, type SettingValues, section, settingsIn } from '../../protocol/settings';

/** The client's capabilities that matter here. */
export interface SettingsClient {
  /** Answers `workspace/configuration`. */
  readonly configuration: boolean;
  /** Lets the server ask for `workspace/didChangeConfiguration`. */
  readonly registersConfiguration: boolean;
}

/** The person's settings: those of `initialize`, then those that the client sends. */
export class Settings {
  private values: SettingValues;
  /** The same object until a rule's setting changes, so that cached findings stay valid. */
  private ruleSettings: RuleSettings;
  /** What `initialize` said, by name: it holds for all that the client never says again. */
  private readonly initial: object;
  private readonly listeners: { readonly name: SettingName; readonly listener: () => void }[] = [];

  constructor(
    private readonly connection: Connection,
    private readonly client: SettingsClient,
    initial: unknown,
  ) {
    this.initial = typeof initial === 'object' && initial !== null ? initial : {};
    this.values = settingsIn(initial);
    this.ruleSettings = rulesIn(this.values.rules);
  }

  /** The settings of the rules. */
  get rules(): RuleSettings {
    return this.ruleSettings;
  }

  get<K extends SettingName>(name: K): SettingValue<K> {
    return this.values[name];
  }

  /** Calls `listener` when a setting has changed. */
  onDidChange(name: SettingName, listener: () => void): void {
    this.listeners.push({ name, listener });
  }

  /** Asks for the client's settings and follows them. `onAny` is called first on any change. */
  async follow(onAny: () => void): Promise<void> {
    this.connection.onDidChangeConfiguration(async ({ settings }) => {
      onAny();
      this.take(this.client.configuration ? await this.askClient() : settings?.[section]);
    });
    if (this.client.registersConfiguration)
      await this.connection.client.register(DidChangeConfigurationNotification.type, {
        section: [section, 'files.exclude'],
      });
    // Many editors have settings for a server only here, and do not tell of them before they change.
    if (this.client.configuration) this.take(await this.askClient());
  }

  private take(told: unknown): void {
    const before = this.values;
    this.values = settingsIn({ ...this.initial, ...(typeof told === 'object' ? told : {}) });
    const isOther = (name: SettingName) => JSON.stringify(this.values[name]) !== JSON.stringify(before[name]);
    if (isOther('rules')) this.ruleSettings = rulesIn(this.values.rules);
    for (const { name, listener } of this.listeners) if (isOther(name)) listener();
  }

  private askClient(): Promise<unknown> {
    return this.connection.workspace.getConfiguration(section);
  }
}
