import type { ListedFile } from '../../core/features/list/list';
import type { ListFormat } from '../../host/report/list-formats';
import { print } from './output';

/** Prints a list in a format for programs. */
export async function printAs(
  format: ListFormat,
  files: AsyncIterable<ListedFile> | Iterable<ListedFile>,
): Promise<void> {
  let isFirst = true;
  for await (const file of files) {
    await print((isFirst ? format.head : format.between) + format.part(file));
    isFirst = false;
  }
  await print((isFirst ? format.head : '') + format.tail);
}
