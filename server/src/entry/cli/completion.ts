import { rules } from '../../core/linter/rules';
import { type CommandFact, commandFacts, type Shell } from './command-facts';
import type { OptionFact } from './option-facts';
import { type CommandName, commandNames } from './options';
import { print } from './output';
import { optionsOfCommand } from './usage';

const program = 'mentorship-proposals';
const ids = rules.map(({ id }) => id);

/** Prints the script that completes commands, options and their values. It comes from the same tables as the help. */
export async function printCompletion(shell: Shell): Promise<number> {
  await print({ bash, zsh, fish }[shell]());
  return 0;
}

/** What an option or a command takes: words, files, or what nobody can offer. */
interface Offer {
  readonly words: readonly string[];
  readonly files: boolean;
}

function offerOf({ values = [], files = false, rules }: OptionFact): Offer {
  return { words: rules ? ids : values, files };
}

function argumentsOf({ takes }: CommandFact): Offer {
  if (takes === 'paths') return { words: [], files: true };
  // What is no word of a command may be the file that it works on.
  return takes === 'rules' ? { words: ids, files: false } : { words: takes, files: takes.includes('body') };
}

function namesOf(name: string, { short }: OptionFact): readonly string[] {
  return [`--${name}`, ...(short === undefined ? [] : [`-${short}`])];
}

/** For bash 3.2, which macOS has, and later. */
function bash(): string {
  const values = commandNames.flatMap((command) =>
    optionsOfCommand(commandFacts[command]).flatMap(([name, fact]) => {
      if (fact.type === 'boolean') return [];
      const cases = namesOf(name, fact).map((each) => `'${command} ${each}'`);
      const { words, files } = offerOf(fact);
      return [`    ${cases.join(' | ')}) words='${words.join(' ')}' files=${files ? 1 : ''} ;;`];
    }),
  );
  const others = commandNames.flatMap((command) => {
    const fact = commandFacts[command];
    const options = optionsOfCommand(fact).flatMap(([name, each]) => namesOf(name, each));
    const { words, files } = argumentsOf(fact);
    return [
      `        ${command}' '-*) words='${options.join(' ')}' ;;`,
      `        ${command}' '*) words='${words.join(' ')}' files=${files ? 1 : ''} ;;`,
    ];
  });
  return `# Completion of ${program} in bash.
_mentorship_proposals() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} command=check words='' files='' line
  # Bash takes "--option=value" for three words.
  if [[ $cur == '=' ]]; then cur=''
  elif [[ $prev == '=' ]]; then prev=\${COMP_WORDS[COMP_CWORD-2]}
  fi
  if (( COMP_CWORD > 1 )); then
    case \${COMP_WORDS[1]} in
      ${commandNames.join('|')}) command=\${COMP_WORDS[1]} ;;
    esac
  fi
  case "$command $prev" in
${values.join('\n')}
    *)
      case "$command $cur" in
${others.join('\n')}
      esac
      if (( COMP_CWORD == 1 )) && [[ $cur != -* ]]; then words='${commandNames.join(' ')}'; fi ;;
  esac
  COMPREPLY=()
  while IFS= read -r line; do COMPREPLY+=("$line"); done < <(
    compgen -W "$words" -- "$cur"
    if [[ $files ]]; then compgen -f -- "$cur"; fi
  )
}
complete -o filenames -F _mentorship_proposals ${program}
`;
}

function zsh(): string {
  const commands = commandNames.map((name) => quoted(`${name}:${commandFacts[name].summary}`));
  const cases = commandNames.map((name) => {
    const fact = commandFacts[name];
    const options = optionsOfCommand(fact).flatMap(([option, each]) => zshOptions(option, each));
    const argument = quoted(`*:${fact.takes === 'paths' ? 'path' : 'argument'}:${zshAction(argumentsOf(fact))}`);
    return `    ${name}) _arguments -s ${[...options, argument].join(' \\\n      ')} ;;`;
  });
  return `#compdef ${program}
# Completion of ${program} in zsh.
_mentorship_proposals() {
  local command=check
  local -a commands
  commands=(
    ${commands.join('\n    ')}
  )
  if (( CURRENT == 2 )) && [[ $words[2] != -* ]]; then
    _describe command commands
    _files
    return
  fi
  if [[ $words[2] == (${commandNames.join('|')}) ]]; then
    command=$words[2]
    shift words
    (( CURRENT-- ))
  fi
  case $command in
${cases.join('\n')}
  esac
}
compdef _mentorship_proposals ${program}
`;
}

/** Both names of an option share one description. */
function zshOptions(name: string, fact: OptionFact): readonly string[] {
  const said = `[${fact.text.replace(/[[\]:\\]/g, '\\$&')}]`;
  const value = fact.type === 'boolean' ? '' : `:${zshText(fact.value ?? '')}:${zshAction(offerOf(fact))}`;
  const again = fact.multiple ? '*' : '';
  return namesOf(name, fact).map((each) => {
    const sign = fact.type === 'boolean' ? '' : each.startsWith('--') ? '=' : '+';
    return quoted(`${again}${each}${sign}${said}${value}`);
  });
}

function zshAction({ words, files }: Offer): string {
  if (words.length > 0) return `(${words.join(' ')})`;
  return files ? '_files' : ' ';
}

function zshText(text: string): string {
  return text.replaceAll(':', '\\:');
}

function fish(): string {
  const others = commandNames.filter((name) => name !== 'check');
  const seen = (name: CommandName) =>
    name === 'check' ? `not __fish_seen_subcommand_from ${others.join(' ')}` : `__fish_seen_subcommand_from ${name}`;
  const line = (...parts: readonly string[]) => `complete -c ${program} ${parts.filter(Boolean).join(' ')}`;
  const commands = commandNames.map((name) =>
    line(`-n '__fish_use_subcommand' -a ${name} -d ${quoted(commandFacts[name].summary)}`),
  );
  const options = commandNames.flatMap((name) =>
    optionsOfCommand(commandFacts[name]).map(([option, fact]) => {
      const { words, files } = offerOf(fact);
      const value = fact.type === 'boolean' ? '' : files ? '-r' : '-x';
      const offered = words.length > 0 ? `-a ${quoted(words.join(' '))}` : '';
      const short = fact.short === undefined ? '' : `-s ${fact.short}`;
      return line(`-n '${seen(name)}' -l ${option}`, short, value, offered, `-d ${quoted(fact.text)}`);
    }),
  );
  const taken = others.flatMap((name) => {
    const { words, files } = argumentsOf(commandFacts[name]);
    const offered = words.length > 0 ? `-a ${quoted(words.join(' '))}` : '';
    return files && words.length === 0 ? [] : [line(`-n '${seen(name)}'`, files ? '' : '-f', offered)];
  });
  return `# Completion of ${program} in fish.\n${[...commands, ...options, ...taken].join('\n')}\n`;
}

/** In single quotes, for every shell. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
