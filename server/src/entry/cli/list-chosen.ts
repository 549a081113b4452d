import { fieldFacts } from '../../core/facts/fields';
import { termSortKey } from '../../core/facts/terms';
import { filtered, isField, type ListWish, possible, type WishName } from '../../core/features/list/filter';
import type { ListedFile } from '../../core/features/list/list';
import { Statuses } from '../../core/features/list/status';
import { listFormats } from '../../host/report/list-formats';
import { listTable } from '../../host/report/list-table';
import type { Input } from './input';
import type { ListCommand } from './list-arguments';
import { meant, WrongUse } from './options';
import { print } from './output';
import { printAs } from './print-list';
import { screenOf } from './screen';

/** Prints what the filters leave, or a table. Throws a WrongUse for a field that there is not. */
export async function printChosen(
  { format, color, filters, paths }: ListCommand,
  files: AsyncIterable<ListedFile>,
  input: Input,
): Promise<void> {
  const all: ListedFile[] = [];
  for await (const file of files) all.push(file);
  for (const wish of filters.missing)
    if (all.length > 0 && !isField(wish, all))
      throw new WrongUse(`There is no field "${wish}".${meant(wish, possible('missing', all)) || usualLabels()}`);
  const statuses = new Statuses(all);
  const left = all.map((file) => filtered(file, filters, statuses));
  const chosen = left.filter((file) => !isEmpty(file));
  if (chosen.length === 0) input.log(noneOf(filters, all, statuses, paths));
  if (format !== 'pretty') await printAs(listFormats[format], chosen);
  else if (chosen.length > 0) await print(listTable(left, screenOf(color)));
}

/** Why there is nothing in the list, and what may be meant. */
function noneOf(filters: ListWish, all: readonly ListedFile[], statuses: Statuses, paths: readonly string[]): string {
  if (all.every(isEmpty))
    return `There are no proposals in ${paths.length > 0 ? paths.map((each) => `"${each}"`).join(', ') : 'the current folder'}.`;
  const wishes = Object.keys(filters) as WishName[];
  const texts = wishes.flatMap((name) => filters[name].map((wish) => `--${name} "${wish}"`));
  // What fits nothing even alone is the slip.
  const slips = (['term', 'project', 'mentor'] as const).flatMap((name) =>
    filters[name]
      .filter((wish) => all.every((file) => isEmpty(filtered(file, { ...nothing, [name]: [wish] }, statuses))))
      .map((wish) => (name === 'term' ? termsIn(all) : meant(wish, possible(name, all)))),
  );
  return `No proposals match ${texts.join(' ')}.${slips.find((slip) => slip !== '') ?? ''}`;
}

/** What can be asked for in every program. */
function usualLabels(): string {
  const labels = fieldFacts.map(({ label }) => `"${label}"`);
  return ` Use ${labels.join(', ')}, or a label that your files have.`;
}

/** Another number is no slip of the finger: the newest terms are named. */
function termsIn(all: readonly ListedFile[]): string {
  const newest = [...all].sort((one, other) => (termSortKey(one.term) < termSortKey(other.term) ? 1 : -1));
  const terms = possible('term', newest).slice(0, MOST_TERMS);
  return terms.length === 0 ? '' : ` The newest terms are ${terms.join(', ')}.`;
}

const MOST_TERMS = 3;

function isEmpty({ proposals }: ListedFile): boolean {
  return proposals.length === 0;
}

const nothing: ListWish = { term: [], project: [], mentor: [], missing: [], status: [] };
