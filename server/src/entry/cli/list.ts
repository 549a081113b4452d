import { listedFile } from '../../core/features/list/list';
import { listFormats } from '../../host/report/list-formats';
import type { ListCommand } from './arguments';
import type { Input } from './input';
import { print } from './output';

/** Prints file by file: a hundred terms need no more memory than one. */
export async function list({ format, paths }: ListCommand, input: Input): Promise<number> {
  const listing = listFormats[format];
  let isFirst = true;
  for await (const { document, below } of input.documents(paths)) {
    await print((isFirst ? listing.head : listing.between) + listing.part(listedFile(document, below)));
    isFirst = false;
  }
  await print((isFirst ? listing.head : '') + listing.tail);
  return 0;
}
