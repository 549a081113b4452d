import { type ListedFile, listedFile } from '../../core/features/list/list';
import { listFormats } from '../../host/report/list-formats';
import { rulesFor } from './covered';
import type { Input } from './input';
import type { ListCommand } from './list-arguments';
import { printAs } from './print-list';

/** Prints the proposals that are asked for. Throws a WrongUse for a field that there is not. */
export async function list(command: ListCommand, input: Input): Promise<number> {
  const { format, filters } = command;
  const files = filesOf(command, input);
  const isWhole = Object.values(filters).every((wishes) => wishes.length === 0);
  // File by file: a hundred terms need no more memory than one.
  if (isWhole && format !== 'pretty') await printAs(listFormats[format], files);
  else {
    // A program that reads the list needs none of it.
    const { printChosen } = await import('./list-chosen');
    await printChosen(command, files, input);
  }
  const { problems, remarks } = input.configs;
  for (const line of [...remarks, ...problems]) input.log(line);
  return problems.length > 0 ? 2 : 0;
}

async function* filesOf({ paths, ignored }: ListCommand, input: Input): AsyncGenerator<ListedFile> {
  for await (const file of input.documents(paths.length > 0 ? paths : ['.'], { ignored }))
    if (rulesFor(file, input.configs)) yield listedFile(file.document(), file.below, file.shown);
}
