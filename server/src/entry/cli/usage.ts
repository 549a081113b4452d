import { type CommandFact, commandFacts } from './command-facts';
import type { OptionFact } from './option-facts';
import { aboutOptions, type CommandName, commandNames } from './options';

/** What `--help` prints: about one command, or about all of them. */
export function usageOf(command: CommandName | null): string {
  return command === null ? general() : helpOf(commandFacts[command]);
}

function general(): string {
  const commands = commandNames.map((name) => `  ${name.padEnd(10)}  ${commandFacts[name].summary}\n`);
  return `Usage: mentorship-proposals [check] [OPTION…] [PATH…]
       mentorship-proposals COMMAND --help

Checks mentorship proposals in Markdown files. Without a PATH it checks the current folder.

Commands
${commands.join('')}
Examples
  mentorship-proposals                                    check the current folder
  mentorship-proposals --fix project_ideas.md             fix layout problems in a file
  mentorship-proposals check --changed-since origin/main  check what this branch changes
  mentorship-proposals list --term "2026 Term 3"          list the proposals of a term
  mentorship-proposals explain missing-field              read about a rule

  --help, --version    on their own, without a PATH

Exit code: 0 without errors, 1 with errors, 2 if something could not be checked.
`;
}

function helpOf({ usage, about, groups, examples, after }: CommandFact): string {
  const lines = usage.map((line, at) => `${at === 0 ? 'Usage:' : '      '} mentorship-proposals ${line}\n`);
  const options = Object.entries(groups).map(
    ([heading, table]) => `\n${heading}\n${Object.entries(table).map(optionLines).join('')}`,
  );
  const shown = examples.length > 0 ? `\nExamples\n${examples.map((each) => `  ${each}\n`).join('')}` : '';
  const end = after === undefined ? '' : `\n${wrapped(after, 0)}`;
  return `${lines.join('')}\n${wrapped(about, 0)}${options.join('')}${shown}${end}`;
}

/** The columns of the help, and where the texts of options begin. */
const WIDTH = 120;
const INDENT = 25;

function optionLines([name, fact]: [string, OptionFact]): string {
  const head = `  ${written(name, fact)}`;
  const text = wrapped(textOf(fact), INDENT);
  // Two spaces stand between an option and its text; a longer one has a line of its own.
  return head.length > INDENT - 2 ? `${head}\n${text}` : head.padEnd(INDENT) + text.trimStart();
}

/** An option as a person writes it: "-f, --format FORMAT". */
export function written(name: string, { short, value }: OptionFact): string {
  return `${short === undefined ? '' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value}`}`;
}

/** What an option does, with the values that it takes. */
export function textOf({ text, values }: OptionFact): string {
  return values ? `${text} (${values.slice(0, -1).join(', ')} or ${values.at(-1)})` : text;
}

/** In lines of the width of the help, each ending in a line break. */
function wrapped(text: string, indent: number): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && indent + line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].map((each) => `${' '.repeat(indent)}${each}\n`).join('');
}

/** All options of a command, also those about the program. */
export function optionsOfCommand({ groups }: CommandFact): readonly [string, OptionFact][] {
  return [...Object.values(groups), aboutOptions].flatMap((table) => Object.entries<OptionFact>(table));
}
