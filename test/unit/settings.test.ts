/** The table of settings: what somebody has set is read or is the default, and the manifest says the same. */
import { describe, expect, test } from 'vitest';
import manifest from '../../package.json';
import { type SettingName, section, settings, settingsIn } from '../../server/src/protocol/settings';

const names = Object.keys(settings) as SettingName[];
const defaults = Object.fromEntries(names.map((name) => [name, settings[name].default]));

test.each([[undefined], [null], [7], ['x'], [[]], [{}], [{ other: 1 }]])('%j sets nothing', (set) => {
  expect(settingsIn(set)).toEqual(defaults);
});

test('settings are read, and a wrong value becomes the default', () => {
  const set = { rules: { toc: 'off' }, scope: 'mine', inlayHints: 'always', codeLens: true, me: '@ada' };
  expect(settingsIn(set)).toEqual({ ...defaults, ...set });
  const wrong = {
    rules: [],
    scope: 'yes',
    inlayHints: 'toString',
    codeLens: 1,
    me: null,
    'trace.server': 'all',
  };
  expect(settingsIn(wrong)).toEqual(defaults);
});

describe.each(names)('%s', (name) => {
  const setting = settings[name];
  const { properties } = manifest.contributes.configuration;
  const key = `${section}.${name}` as keyof typeof properties;

  test('has a default that it takes, and a text in each language', () => {
    expect(setting.read(setting.default)).toBe(setting.default);
    const texts = [setting.text, ...Object.values(setting.choices ?? {}).filter((text) => text !== null)];
    for (const text of texts) expect(Object.values(text).every((each) => each.trim() !== '')).toBe(true);
  });

  test('stands in the manifest, with the same default and choices', () => {
    expect(properties[key]).toMatchObject({ type: setting.type, default: setting.default });
    const { enum: words } = properties[key] as { enum?: string[] };
    expect(words).toEqual(setting.choices && Object.keys(setting.choices));
  });
});

test('the manifest has no other settings', () => {
  expect(Object.keys(manifest.contributes.configuration.properties)).toEqual(names.map((name) => `${section}.${name}`));
});
