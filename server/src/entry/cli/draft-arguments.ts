import { draftOptions, programNames } from './option-facts';
import { type AboutCommand, aboutCommand, aboutOptions, oneOf, parsed, WrongArguments } from './options';

/** The drafts that issues become. */
export interface FromIssueCommand {
  readonly name: 'draft';
  /** The address of an issue, or a JSON file with one or a list of them. */
  readonly from: string;
  readonly format: 'markdown' | 'json';
  /** Whose draft it becomes. */
  readonly program: ProgramName;
}

export type ProgramName = (typeof programNames)[number];

/** Parses the arguments behind "draft". Throws a WrongUse that names the problem. */
export function fromIssueCommand(args: readonly string[]): FromIssueCommand | AboutCommand {
  const { values, positionals } = parsed(args, { ...aboutOptions, ...draftOptions.Options });
  const about = aboutCommand(values, positionals, 'draft');
  if (about) return about;
  const from = values['from-issue'];
  if (from === undefined || positionals.length > 0)
    throw new WrongArguments('Use "draft --from-issue FILE" or "draft --from-issue URL" with one of them.');
  const program = oneOf(values.for, programNames, 'program');
  return { name: 'draft', from, program, format: values.json ? 'json' : 'markdown' };
}
