import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import manifest from '../../package.json';
import texts from '../../package.nls.json';
import { rules } from '../../server/src/core/rules/index';

const root = resolve(import.meta.dirname, '../..');
const { contributes } = manifest;

test('every text of the manifest is there, and none is left over', () => {
  const used = [...JSON.stringify(manifest).matchAll(/"%([^%"]+)%"/g)].map((match) => match[1]);
  expect([...new Set(used)].sort()).toEqual(Object.keys(texts).sort());
});

test('every rule can be set by its name', () => {
  const { properties } = contributes.configuration.properties['mentorshipProposals.rules'];
  expect(Object.keys(properties).sort()).toEqual(rules.map(({ id }) => id).sort());
});

test('settings and commands carry our name', () => {
  const names = [
    ...Object.keys(contributes.configuration.properties),
    ...contributes.commands.map(({ command }) => command),
  ];
  for (const name of names) expect(name).toMatch(/^mentorshipProposals\./);
  for (const { category } of contributes.commands) expect(category).toBe('Mentorship Proposals');
});

test('every file that the manifest names is there', () => {
  const paths = [
    ...contributes.grammars.map(({ path }) => path),
    ...contributes.snippets.map(({ path }) => path),
    ...contributes.viewsContainers.activitybar.map(({ icon }) => icon),
  ];
  for (const path of paths) expect(existsSync(resolve(root, path)), path).toBe(true);
});
