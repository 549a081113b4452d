import { expect, test } from 'vitest';
import { chart } from '../bench/compare/chart';
import type { Figures } from '../bench/compare/figures';
import { tableOf } from '../bench/compare/page';
import type { Asked } from '../bench/compare/tool';

function figures(name: string, keys: number[], asked: readonly Asked[]): Figures {
  const measured = { start: [100, 300, 200], open: [1_234.5], keys, resident: [64], count: 7 };
  const tool = {
    name,
    asked,
    start: () => {
      throw new Error('started');
    },
  };
  return {
    tool,
    asked: {
      findings: asked.includes('findings') ? measured : null,
      symbols: asked.includes('symbols') ? measured : null,
    },
  };
}

const many = Array.from({ length: 50 }, (_, n) => n + 1);

test('a table of figures tells what a tool does not offer from what it was too slow for', () => {
  const rows = tableOf([
    figures('whole', many, ['findings', 'symbols']),
    figures('half', [2, 1, 3, 4, 5], ['findings']),
    figures('slow', [], ['findings']),
  ]).split('\n');
  expect(rows.slice(2)).toEqual([
    '| whole | 200 | 1,235 | 1,235 | 26.0 | 48.0 | 26.0 | 48.0 | 64.0 | 7 |',
    '| half | 200 | none | 1,235 | 3.00 (5 keys) | 5.00 | none | none | 64.0 | 7 |',
    '| slow | 200 | none | 1,235 | – | – | none | none | 64.0 | 7 |',
  ]);
});

test('a chart has a bar for each tool that was not given up, longer where it is slower', () => {
  const drawn = chart([
    {
      name: '1 MB',
      figures: [
        figures('ours', [2, 2], ['findings']),
        figures('other', [200, 200], ['findings']),
        figures('slow', [], ['findings']),
      ],
    },
  ]);
  const widths = [...drawn.matchAll(/<rect [^>]*width="([\d.]+)"/g)].map(([, width]) => Number(width));
  expect(widths[2]).toBe(0);
  expect(widths[1]).toBeGreaterThan(widths[0] ?? 0);
  expect(drawn).toContain('>given up<');
});
