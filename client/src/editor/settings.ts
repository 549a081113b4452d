import * as vscode from 'vscode';
import {
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

/** The settings that the server would otherwise ask for before its first answer. */
export function settingsForServer(): Partial<Record<SettingName, unknown>> {
  const own = vscode.workspace.getConfiguration(section);
  return Object.fromEntries(serverSettings.map((name) => [name, own.get(name)]));
}
