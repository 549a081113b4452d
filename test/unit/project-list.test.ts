/** Lists of a workspace from strangers: anything but a plain list is ignored, and costs no time. */

import { describe, expect, test } from 'vitest';
import { cncfProjects } from '../../server/src/core/facts/projects';
import type { Files } from '../../server/src/host/ports';
import { ProjectLists } from '../../server/src/host/workspace/project-list';
import { Roots } from '../../server/src/host/workspace/roots';
import { slowness } from '../machine';

const folder = 'file:///disk';
const list = `${folder}/programs/lfx-mentorship/automation`;
const names = ['projects.yml', 'terms.yml'] as const;

/** What a workspace makes of its lists, and what its log says. */
async function listsWith(texts: Partial<Record<(typeof names)[number], string>>) {
  const log: string[] = [];
  const files: Files = {
    list: async () => [],
    read: async () => ({ is: 'binary' }),
    readSmall: async (uri) => {
      const text = texts[names.find((name) => uri === `${list}/${name}`) ?? 'terms.yml'];
      return text === undefined ? { is: 'missing' } : { is: 'text', text };
    },
  };
  const lists = new ProjectLists(new Roots([folder], async () => undefined), files, (line) => log.push(line));
  await lists.reload();
  return { lists, log };
}

const item = '- name: Quux\n';
const term = '  - 2026 Term 3 (Sep-Nov)\n';
const keys = (count: number) => Array.from({ length: count }, (_, i) => `  key${i}: value\n`).join('');

test.each<[string, string, string]>([
  ['an alias', `- &a\n  name: Quux\n- *a\n`, 'line 3 has an alias; write it out.'],
  [
    'many aliases',
    `- &a\n  name: Quux\n${keys(3_000)}${'- *a\n'.repeat(3_000)}`,
    'line 3003 has an alias; write it out.',
  ],
  ['too many entries', item.repeat(2_001), 'it has more than 2000 entries.'],
  ['a long name', `- name: ${'x'.repeat(201)}\n`, 'what it says of a project is longer than 200 characters.'],
  [
    'a long address',
    `${item}  homepage: ${'x'.repeat(201)}\n`,
    'what it says of a project is longer than 200 characters.',
  ],
])('of projects with %s none is used, and the log says why', async (_, text, why) => {
  const { lists, log } = await listsWith({ 'projects.yml': text });
  expect(lists.projects).toBe(cncfProjects);
  expect(log).toEqual([`Cannot use programs/lfx-mentorship/automation/projects.yml: ${why}`]);
});

test.each<[string, string, string]>([
  ['an alias', `terms:\n  - &a x\n  - *a\n`, 'line 3 has an alias; write it out.'],
  ['too many entries', `terms:\n${term.repeat(201)}`, 'it has more than 200 entries.'],
  ['a long entry', `terms:\n  - ${'x'.repeat(201)}\n`, 'a term in it is longer than 200 characters.'],
])('of terms with %s none is known, and the log says why', async (_, text, why) => {
  const { lists, log } = await listsWith({ 'terms.yml': text });
  expect(lists.terms).toEqual([]);
  expect(log).toEqual([`Cannot use programs/lfx-mentorship/automation/terms.yml: ${why}`]);
});

test('a list as large as it may be is used, and its other fields may say what they want', async () => {
  const long = `- name: ${'x'.repeat(200)}\n  description: ${'y'.repeat(10_000)}\n`;
  const { lists, log } = await listsWith({
    'projects.yml': long + item.repeat(1_999),
    'terms.yml': `terms:\n${term.repeat(200)}`,
  });
  expect(log).toEqual([]);
  expect(lists.projects.find('x'.repeat(200))).not.toBeNull();
  expect(lists.terms).toHaveLength(200);
});

test('an entry has what it says itself, and nothing by the names of JavaScript', async () => {
  const odd = '- __proto__: {name: Evil}\n- constructor: x\n  toString: y\n- [name]\n';
  const { lists, log } = await listsWith({ 'projects.yml': item + odd });
  expect(log).toEqual([]);
  expect(lists.projects.projects.map(({ name }) => name)).toEqual(['Quux']);
  expect(({} as Record<string, unknown>).name).toBeUndefined();
});

describe('a list of 250 KB is read in the time of its length', { tags: 'slow' }, () => {
  const SIZE = 250_000;
  /** In milliseconds of the processor: several times what the slowest takes, and a tenth of what aliases have cost. */
  const MOST = 1_000 * slowness();
  const units = [
    '- ',
    '[',
    '{',
    '? ',
    ': ',
    '&a ',
    '- &a\n',
    '- *a\n',
    '!a ',
    '#\n',
    '---\n',
    'a:\n',
    '- |\n',
    '<<: *a\n',
  ];
  const inside = ['x', ' ', '(', 'a (', '()', '\\"', ' project', '\n', '/', '[', '<', '`', '\u0301'];
  const whole = (start: string, unit: string, end = '') => start + unit.repeat(SIZE / unit.length) + end;
  const shapes: [string, string][] = [
    ...units.map((unit): [string, string] => [unit, whole('', unit)]),
    ...units.map((unit): [string, string] => [`an item, ${unit}`, whole(item, unit)]),
    ...inside.map((unit): [string, string] => [`a name of ${unit}`, whole('- name: "x', unit, 'y"\n')]),
    ['many names', item.repeat(SIZE / item.length)],
    ['a map for each of many', `- &a\n  name: Quux\n${keys(12_000)}${'- *a\n'.repeat(25_000)}`],
    ['many keys', `- name: Quux\n${keys(15_000)}`],
  ];
  test.each(shapes)('%j', async (_, text) => {
    const before = process.cpuUsage();
    await listsWith({ 'projects.yml': text, 'terms.yml': text });
    await listsWith({ 'terms.yml': `terms:\n${text}` });
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1_000).toBeLessThan(MOST);
  });
});
