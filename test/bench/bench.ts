import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { commandLine } from './command-line';
import { corpus } from './corpus';
import { hostile } from './hostile';
import { keystrokes } from './keystrokes';
import { type Row, table } from './measure';
import { shapes } from './shapes';

/** Prints every measurement with the bar that it has to keep, as a table or as JSON. Slow machines move both alike. */
async function main(): Promise<void> {
  const quick = process.argv.includes('--quick');
  const dist = resolve(__dirname, '..');
  const shared = resolve(dist, '../../shared');
  const rows: Row[] = [
    ...(await keystrokes(dist, quick ? 20 : 60)),
    ...(await shapes(shared)),
    ...(await hostile()),
    ...(await commandLine(dist)),
    ...(await corpus(dist, shared, quick ? 10 : 100)),
  ];
  if (process.argv.includes('--json'))
    console.log(JSON.stringify({ version: 1, corpus: existsSync(join(shared, 'corpus')), rows }, null, 1));
  else console.log(table(rows));
}

void main();
