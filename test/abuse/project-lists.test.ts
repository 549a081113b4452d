import { describe, expect, test } from 'vitest';
import { slowness } from '../machine';
import { item, keys, listsWith } from '../unit/lists-with';

describe('a list of 250 KB is read in the time of its length', () => {
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
