import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import manifest from '../../package.json';
import texts from '../../package.nls.json';
import chinese from '../../package.nls.zh-cn.json';
import { rules } from '../../server/src/core/linter/rules';

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

test('there are few settings, and each is explained', () => {
  const settings = Object.values(contributes.configuration.properties);
  expect(settings.length).toBeLessThanOrEqual(12);
  for (const setting of settings) expect(setting).toHaveProperty('markdownDescription');
});

test('what leads to a command leads to one that is there', () => {
  const commands = contributes.commands.map(({ command }) => command);
  const linked = JSON.stringify([texts, contributes.walkthroughs]).matchAll(
    /(?:command|onCommand):(mentorshipProposals(?:\.\w+)+)/g,
  );
  for (const [, command] of linked) expect(commands).toContain(command);
});

test.each(Object.entries({ texts, chinese }))(
  'the palette puts a whole title before others that contain its words: %s',
  (_, own) => {
    const when = new Map(contributes.menus.commandPalette.map((each) => [each.command, each.when]));
    const shown = contributes.commands.filter(({ command }) => when.get(command) !== 'false');
    const conditions = new Map(
      shown.map(({ command, title }) => [
        (own as Readonly<Record<string, string>>)[title.slice(1, -1)] ?? title,
        when.get(command)?.split(' && ') ?? [],
      ]),
    );
    const titles = [...conditions.keys()];
    const exclude = (title: string, other: string) =>
      conditions.get(title)?.some((each) => conditions.get(other)?.includes(`!${each}`)) ||
      conditions.get(other)?.some((each) => conditions.get(title)?.includes(`!${each}`));
    // VS Code finds words with others between them, and lists what it finds by the alphabet.
    const contains = (title: string, [first = '', ...words]: readonly string[]): boolean => {
      const at = title.indexOf(first);
      return at >= 0 && (words.length === 0 || contains(title.slice(at + first.length), words));
    };
    for (const title of titles) {
      const words = title.replace('…', '').split(/\s+|(?<=\p{Script=Han})(?=\p{Script=Han})/u);
      const before = titles.filter((other) => other < title && contains(other, words) && !exclude(title, other));
      expect([title, ...before]).toEqual([title]);
    }
  },
);

test('the walkthrough has five steps, which describe their pictures', () => {
  const [walkthrough] = contributes.walkthroughs;
  expect(walkthrough?.steps).toHaveLength(5);
  for (const { media } of walkthrough?.steps ?? []) {
    expect(media.altText).toMatch(/^%.+%$/);
    // VS Code's page takes the colors of the theme from attributes alone: with a style sheet, all would be black.
    expect(readFileSync(resolve(root, media.svg), 'utf8')).not.toMatch(/<style|style=|class=/);
  }
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
    ...contributes.walkthroughs.flatMap(({ steps }) => steps.map(({ media }) => media.svg)),
  ];
  for (const path of paths) expect(existsSync(resolve(root, path)), path).toBe(true);
});

test("no button above the editor looks like VS Code's own Markdown preview beside it", () => {
  const above = contributes.menus['editor/title'].map(({ command }) => command);
  const icons = contributes.commands.filter(({ command }) => above.includes(command)).map(({ icon }) => icon);
  expect(icons.length).toBeGreaterThan(0);
  expect(icons).not.toContain('$(open-preview)');
});
