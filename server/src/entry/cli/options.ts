import { parseArgs } from 'node:util';
import { lettersApart } from '../../core/facts/slips';
import { checkOptions, listOptions, type OptionTable } from './option-facts';

/** The command line is invalid; the message is one line for the person. */
export class WrongUse extends Error {}

/** What the person has typed is no command, option or value: the help of the command tells what there is. */
export class WrongArguments extends WrongUse {}

/** The names of the commands, as a person writes them. */
export const commandNames = ['check', 'list', 'submission', 'draft', 'rules', 'explain', 'init', 'completion'] as const;

export type CommandName = (typeof commandNames)[number];

/** A question about the program, or about one of its commands. */
export type AboutCommand = { readonly name: 'help'; readonly of: CommandName | null } | { readonly name: 'version' };

/** What ends in words about the program. Only where parseArgs takes them for options: behind "--" they name files. */
export const aboutOptions = {
  help: { type: 'boolean', short: 'h', text: 'print this help' },
  version: { type: 'boolean', text: 'print the version' },
} as const satisfies OptionTable;

/** Null where neither was asked for. Beside paths it may be a file that is called so, and nothing would be checked. */
export function aboutCommand(
  { help, version }: { readonly help?: boolean; readonly version?: boolean },
  paths: readonly string[],
  of: CommandName | null,
): AboutCommand | null {
  if (!help && !version) return null;
  if (paths.length > 0)
    throw new WrongUse(`Say --${help ? 'help' : 'version'} without a path; write "--" before the names of files.`);
  return help ? { name: 'help', of } : { name: 'version' };
}

/** Parses arguments with Node's parser. Throws a WrongUse that names the problem and, for a slip, what may be meant. */
export function parsed<O extends OptionTable>(args: readonly string[], options: O) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    const message = (error as Error).message;
    const unknown = /^Unknown option '--?([^']*)'/s.exec(message)?.[1];
    // Node's first sentence names the problem; the rest explains its syntax.
    const said = unknown === undefined ? `${message.split(/\. |\n/)[0]}.` : `Unknown option '${dashes(unknown)}'.`;
    throw new WrongArguments(`${said}${unknown === undefined ? '' : optionMeant(unknown, Object.keys(options))}`);
  }
}

/** The option that may be meant: one of this command, or of another one. */
function optionMeant(name: string, own: readonly string[]): string {
  const others = Object.entries({ check: checkOptions, list: listOptions });
  const other = others.find(([, groups]) => Object.values(groups).some((table) => Object.hasOwn(table, name)));
  return other ? ` It is an option of "${other[0]}".` : meant(name, own, '--');
}

function dashes(name: string): string {
  return name.length === 1 ? `-${name}` : `--${name}`;
}

/** ` Did you mean "format"?` with the most similar of the names; empty if none is similar. */
export function meant(name: string, names: readonly string[], before = ''): string {
  // A stranger's argument can be long, and the comparison takes the product of the lengths.
  if (name.length > 40) return '';
  // Few people slip at the first letter: "email" is no slip for "small".
  const most = (each: string) =>
    name.length > 3 && each.charAt(0).toLowerCase() === name.charAt(0).toLowerCase() ? 2 : 1;
  const found = names
    .map((each) => ({ each, apart: lettersApart(each, name) }))
    .filter(({ each, apart }) => apart <= most(each) || (name.length > 2 && each.startsWith(name)))
    .sort((a, b) => a.apart - b.apart)[0];
  return found ? ` Did you mean "${before}${found.each}"?` : '';
}

/** One of the values of an option. Throws a WrongUse that lists all of them. */
export function oneOf<T extends string>(text: string, values: readonly T[], what: string): T {
  const value = values.find((each) => each === text);
  if (value === undefined)
    throw new WrongArguments(`There is no ${what} "${text}".${meant(text, values) || ` Use ${values.join(', ')}.`}`);
  return value;
}

/** The whole number that an option is set to. Throws a WrongUse that begins with the name of the option. */
export function wholeNumber(option: string, text: string): number {
  if (!/^\d+$/.test(text)) throw new WrongArguments(`${option} needs a number, not "${text}".`);
  return Number(text);
}
