import type { ListWish } from '../../core/features/list/filter';
import { listStatuses } from '../../core/features/list/status';
import { type ListFormatName, listFormatNames } from '../../host/report/list-formats';
import { listOptions } from './option-facts';
import { type AboutCommand, aboutCommand, aboutOptions, oneOf, parsed, WrongArguments } from './options';
import { terminal } from './output';
import { type ColorChoice, colorChoices } from './screen';

export interface ListCommand {
  readonly name: 'list';
  readonly format: ListFormatName;
  readonly color: ColorChoice;
  readonly filters: ListWish;
  /** Whether files count that `.gitignore` names. */
  readonly ignored: boolean;
  /** Empty for the current folder, if the person has named none. */
  readonly paths: readonly string[];
}

/** What is asked of `list`, or about the program. Throws a WrongArguments. */
export function listCommand(args: readonly string[]): ListCommand | AboutCommand {
  const options = { ...aboutOptions, ...listOptions['Which proposals'], ...listOptions['How they are printed'] };
  const { values, positionals: paths } = parsed(args, options);
  const about = aboutCommand(values, paths, 'list');
  if (about) return about;
  const { term = [], project = [], mentor = [], missing = [], status = [] } = values;
  return {
    name: 'list',
    format: formatIn(values),
    color: oneOf(values.color, colorChoices, 'choice of colors'),
    filters: { term, project, mentor, missing, status: status.map((each) => oneOf(each, listStatuses, 'status')) },
    ignored: values['no-ignore'],
    paths,
  };
}

function formatIn({ format, json, csv }: { format?: string; json?: boolean; csv?: boolean }): ListFormatName {
  const asked = [format, json && 'json', csv && 'csv'].filter((each) => typeof each === 'string');
  if (asked.length > 1) throw new WrongArguments('Use only one of --format, --json and --csv.');
  const [name] = asked;
  if (name !== undefined) return oneOf(name, listFormatNames, 'format');
  if (!terminal().isThere)
    throw new WrongArguments('In a pipe, say --json, --csv, or "--format pretty" for the table.');
  return 'pretty';
}
