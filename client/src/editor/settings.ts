import * as vscode from 'vscode';
import {
  type Scope,
  type SettingName,
  type SettingValue,
  section,
  serverSettings,
  settings,
} from '../../../server/src/protocol/settings';

/** The value of a setting; its default if the value is invalid. */
export function setting<K extends SettingName>(name: K): SettingValue<K> {
  return settings[name].read(vscode.workspace.getConfiguration(section).get(name)) as SettingValue<K>;
}

/** What the server is told of the settings, with the scope that applies now. */
export function settingsForServer(scope: Scope): Partial<Record<SettingName, unknown>> {
  const own = vscode.workspace.getConfiguration(section);
  return { ...Object.fromEntries(serverSettings.map((name) => [name, plain(own.get(name))])), scope };
}

/** VS Code's settings are proxies, which cannot be sent to a Worker. */
function plain(value: unknown): unknown {
  return typeof value === 'object' ? JSON.parse(JSON.stringify(value)) : value;
}
