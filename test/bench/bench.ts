import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { commandLine } from './command-line';
import { corpus } from './corpus';
import { growth } from './growth';
import { hostile } from './hostile';
import { keystrokes } from './keystrokes';
import { type Row, table } from './measure';
import { shapes } from './shapes';

/** Prints every measurement with the bar that it has to keep, as a table or as JSON. Slow machines move both alike. */
async function main(): Promise<void> {
  // Alone, the gates take a minute.
  if (process.argv.includes('--growth')) return finish(growth());
  const quick = process.argv.includes('--quick');
  const dist = resolve(__dirname, '..');
  const shared = resolve(dist, '../../shared');
  const rows: Row[] = [
    ...growth(),
    ...(await keystrokes(dist, quick ? 20 : 60)),
    ...(await shapes(shared)),
    ...(await hostile()),
    ...(await commandLine(dist)),
    ...(await corpus(dist, shared, quick ? 10 : 100)),
  ];
  finish(rows, existsSync(join(shared, 'corpus')));
}

/** Prints the rows, and fails where a gate is not kept. */
function finish(rows: readonly Row[], hasCorpus = false): void {
  if (process.argv.includes('--json')) console.log(JSON.stringify({ version: 1, corpus: hasCorpus, rows }, null, 1));
  else console.log(table(rows));
  const broken = rows.filter(({ isGate, value, bar }) => isGate && bar !== undefined && !(value <= bar));
  for (const { what } of broken) console.error(`Cost grows faster than the work: ${what}`);
  if (broken.length > 0) process.exitCode = 1;
}

void main();
