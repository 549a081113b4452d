import { once } from 'node:events';
import { listOf } from '../../core/features/list';
import { csvHeader, csvRows } from '../../host/csv';
import type { ListCommand } from './arguments';
import type { Input } from './input';

/** Prints file by file: a hundred terms need no more memory than one. */
export async function list({ format, paths }: ListCommand, input: Input): Promise<number> {
  const json = format === 'json';
  let first = true;
  for await (const { document, below } of input.documents(paths)) {
    if (first) await write(json ? '{ "version": 1, "files": [\n' : csvHeader);
    const file = listOf(document, below);
    await write(json ? `${first ? '' : ',\n'}${JSON.stringify(file)}` : csvRows(file));
    first = false;
  }
  if (first) await write(json ? '{ "version": 1, "files": [' : csvHeader);
  if (json) await write('\n] }\n');
  return 0;
}

async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}
