import { existsSync } from 'node:fs';
import { type CheckCommand, checkCommand } from './check-arguments';
import { type Shell, shells } from './command-facts';
import { type FromIssueCommand, fromIssueCommand } from './draft-arguments';
import { type ListCommand, listCommand } from './list-arguments';
import { initOptions, submissionOptions } from './option-facts';
import {
  type AboutCommand,
  aboutCommand,
  aboutOptions,
  type CommandName,
  commandNames,
  meant,
  oneOf,
  parsed,
  WrongArguments,
  WrongUse,
} from './options';

export type { CheckCommand, ListCommand };
export { WrongUse };

/** What the bot of CNCF's issue form would say about issues that a file holds. */
export interface VerdictCommand {
  readonly name: 'submission verdict';
  /** A JSON file with a list of issues. */
  readonly file: string;
}

/** The issue that a draft becomes: its body, the address of the prefilled form, or what is wrong with it. */
export interface DraftCommand {
  readonly name: 'submission body' | 'submission url' | 'submission check';
  readonly file: string;
  /** The title of the proposal. Null if the file has only one. */
  readonly proposal: string | null;
}

/** What the rules demand, or one of them. */
export interface RulesCommand {
  readonly name: 'rules' | 'explain';
  /** For `explain` the rules that are asked for, otherwise empty. */
  readonly ids: readonly string[];
}

/** The configuration that fits the current folder. */
export interface InitCommand {
  readonly name: 'init';
  /** Null for what fits. */
  readonly program: string | null;
  readonly files: string | null;
  readonly template: string | null;
  /** Whether the file is written without a question. */
  readonly write: boolean;
}

/** A script that completes words in a shell. */
export interface CompletionCommand {
  readonly name: 'completion';
  readonly shell: Shell;
}

export type Command =
  | CompletionCommand
  | InitCommand
  | ListCommand
  | CheckCommand
  | VerdictCommand
  | DraftCommand
  | FromIssueCommand
  | RulesCommand
  | AboutCommand;

const parsers: Readonly<Record<CommandName, (args: readonly string[]) => Command>> = {
  check: checkCommand,
  list: listCommand,
  submission: submissionCommand,
  draft: fromIssueCommand,
  rules: (args) => rulesCommand('rules', args),
  explain: (args) => rulesCommand('explain', args),
  init: initCommand,
  completion: completionCommand,
};

/** Parses the arguments after the program's name. Throws a WrongUse that names the problem. */
export function commandOf(args: readonly string[]): Command {
  const [first = '', ...rest] = args;
  const named = commandNames.find((name) => name === first);
  if (named) return parsers[named](rest);
  if (first === 'help') return { name: 'help', of: commandNames.find((name) => name === rest[0]) ?? null };
  if (['--help', '-h', '--version'].includes(first)) {
    const { values, positionals } = parsed(args, aboutOptions);
    const about = aboutCommand(values, positionals, null);
    if (about) return about;
  }
  // Without a command, everything is for `check`. A word that is neither is more likely a slip than a missing file.
  // No command looks like a path in a folder or like a glob.
  if (args.length === 0 || /^-|[/\\*?[{]/.test(first) || existsSync(first)) return parsers.check(args);
  const others =
    meant(first, commandNames) || ` Use ${commandNames.slice(0, -1).join(', ')} or ${commandNames.at(-1)}.`;
  throw new WrongArguments(`There is no command or file "${first}".${others}`);
}

function submissionCommand([name, ...args]: readonly string[]): Command {
  if (name === 'body' || name === 'url' || name === 'check') return draftCommand(`submission ${name}`, args);
  if (name === '--help' || name === '-h') return { name: 'help', of: 'submission' };
  if (name !== 'verdict') throw new WrongArguments('Use one of submission body, url, check and verdict.');
  const { values, positionals } = parsed(args, { ...aboutOptions, json: submissionOptions.Options.json });
  const about = aboutCommand(values, positionals, 'submission');
  if (about) return about;
  const [file, ...others] = positionals;
  if (!values.json || file === undefined || others.length > 0)
    throw new WrongArguments('Use "submission verdict --json FILE" with one file.');
  return { name: 'submission verdict', file };
}

function draftCommand(name: DraftCommand['name'], args: readonly string[]): Command {
  const { values, positionals } = parsed(args, { ...aboutOptions, proposal: submissionOptions.Options.proposal });
  const about = aboutCommand(values, positionals, 'submission');
  if (about) return about;
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) throw new WrongArguments(`Use "${name} FILE" with one file.`);
  return { name, file, proposal: values.proposal ?? null };
}

function rulesCommand(name: RulesCommand['name'], args: readonly string[]): Command {
  const { values, positionals: ids } = parsed(args, aboutOptions);
  if (values.help) return { name: 'help', of: name };
  if (name === 'explain' && ids.length === 0)
    throw new WrongArguments('Use "explain RULE". "rules" lists all of them.');
  if (name === 'rules' && ids.length > 0) throw new WrongArguments('Use "explain RULE" to read about a rule.');
  return { name, ids };
}

function initCommand(args: readonly string[]): Command {
  const { values, positionals } = parsed(args, { ...aboutOptions, ...initOptions.Options });
  const about = aboutCommand(values, positionals, 'init');
  if (about) return about;
  if (positionals.length > 0) throw new WrongArguments('Go into the folder, and use "init" without a path.');
  const { name: program = null, files = null, template = null, write } = values;
  return { name: 'init', program, files, template, write };
}

function completionCommand(args: readonly string[]): Command {
  const { values, positionals } = parsed(args, aboutOptions);
  if (values.help) return { name: 'help', of: 'completion' };
  const [shell, ...others] = positionals;
  if (shell === undefined || others.length > 0) throw new WrongArguments(`Use "completion" with ${shells.join(', ')}.`);
  return { name: 'completion', shell: oneOf(shell, shells, 'shell') };
}
