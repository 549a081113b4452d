/** Lists of a workspace from strangers: anything but a plain list is ignored, and costs no time. */

import { expect, test } from 'vitest';
import { cncfProjects } from '../../server/src/core/facts/projects';
import { item, keys, listsWith } from './lists-with';

const term = '  - 2026 Term 3 (Sep-Nov)\n';

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
