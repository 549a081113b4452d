/**
 * `npm run bench:peers`: the peers beside ours, in one run. With `--write` it writes docs/performance.md and its chart.
 * `--quick` takes one turn, `--only '1 MB'` one size.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { corpusFiles } from '../corpus';
import { places } from '../keystrokes';
import { realisticText } from '../text';
import { chart } from './chart';
import { figuresOf, KEYS, WARM_UP } from './figures';
import { page, type Size, tableOf } from './page';
import { tools } from './tools';

const sizes = [
  ['160 KB', 160_000],
  ['1 MB', 1_000_000],
  ['10 MB', 10_000_000],
] as const;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { write: { type: 'boolean' }, quick: { type: 'boolean' }, only: { type: 'string' } },
  });
  if (values.write && values.only) throw new Error('A page of one size is not written.');
  const dist = resolve(__dirname, '..');
  const root = resolve(dist, '..');
  const files = corpusFiles(resolve(root, '../shared'));
  const folder = mkdtempSync(join(tmpdir(), 'proposals-peers-'));
  const load = loadavg()[0] ?? 0;
  const rounds = values.quick ? 1 : 3;
  const measured: Size[] = [];
  try {
    const measuredTools = await tools(dist, join(root, 'test/bench/peers'), folder);
    for (const [name, size] of sizes) {
      if (values.only && values.only !== name) continue;
      const text = files ? joined(files, size) : realisticText(size);
      process.stderr.write(`${name}\n`);
      const figures = await figuresOf(measuredTools, text, places(text, WARM_UP + KEYS), rounds);
      measured.push({ name, figures });
      console.log(`\n${name}\n\n${tableOf(figures)}\n`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
  if (!values.write) return;
  writeFileSync(join(root, 'docs/performance.md'), page(measured, { real: files !== null, load, rounds }));
  writeFileSync(join(root, 'docs/images/performance.svg'), chart(measured));
}

/** The files one after the other, the longest first, over again until there are `size` characters, in whole lines. */
function joined(files: readonly (readonly [string, string])[], size: number): string {
  const once = files
    .map(([, text]) => `${text.trimEnd()}\n\n`)
    .sort((a, b) => b.length - a.length)
    .join('');
  const text = once.repeat(Math.ceil(size / once.length)).slice(0, size);
  return text.slice(0, text.lastIndexOf('\n') + 1);
}

void main();
