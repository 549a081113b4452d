import { listedFile } from '../../core/features/list/list';
import { listFormats } from '../../host/report/list-formats';
import type { ListCommand } from './arguments';
import { rulesFor } from './covered';
import type { Input } from './input';
import { print } from './output';

/** Prints file by file: a hundred terms need no more memory than one. */
export async function list({ format, paths, ignored }: ListCommand, input: Input): Promise<number> {
  const listing = listFormats[format];
  let isFirst = true;
  for await (const file of input.documents(paths.length > 0 ? paths : ['.'], { ignored })) {
    if (!rulesFor(file, input.configs)) continue;
    await print(
      (isFirst ? listing.head : listing.between) + listing.part(listedFile(file.document, file.below, file.shown)),
    );
    isFirst = false;
  }
  await print((isFirst ? listing.head : '') + listing.tail);
  const { problems, remarks } = input.configs;
  for (const line of [...remarks, ...problems]) input.log(line);
  return problems.length > 0 ? 2 : 0;
}
