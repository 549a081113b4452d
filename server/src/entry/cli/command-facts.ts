import { checkOptions, draftOptions, type Groups, initOptions, listOptions, submissionOptions } from './option-facts';
import type { CommandName } from './options';

/** What people are told of a command. */
export interface CommandFact {
  /** One line, for the list of commands. */
  readonly summary: string;
  /** The forms that it has, behind the name of the program. */
  readonly usage: readonly string[];
  readonly about: string;
  readonly groups: Groups;
  readonly examples: readonly string[];
  /** What stands at the end of its help. */
  readonly after?: string;
  /** What its arguments are: paths, the ids of rules, or one of these words. */
  readonly takes: 'paths' | 'rules' | readonly string[];
}

/** The shells that words are completed in. */
export const shells = ['bash', 'zsh', 'fish'] as const;

export type Shell = (typeof shells)[number];

export const commandFacts: Readonly<Record<CommandName, CommandFact>> = {
  check: {
    summary: 'print the findings in proposals (the default)',
    usage: ['[check] [OPTION…] [PATH…]'],
    about:
      'Prints the findings in the proposals of each file, folder and quoted glob; without a PATH, of the current folder. "-" is standard input. In a pipe, each finding is one line: path:line:column severity rule message.',
    groups: checkOptions,
    examples: [
      'mentorship-proposals check programs',
      "mentorship-proposals check 'programs/**/project_ideas.md'",
      'mentorship-proposals check --changed-since origin/main --format github .',
      'mentorship-proposals check --fix -- "$FILE"',
      'git show main:project_ideas.md | mentorship-proposals check --stdin-filename project_ideas.md -',
    ],
    after:
      'Write "--" before paths that you have not typed yourself: a file may be called --fix. Exit code: 0 without errors, 1 with errors or more warnings than allowed, 2 for wrong usage, an invalid configuration (nothing is written then), a file that cannot be read or written, or a PATH with nothing to check.',
    takes: 'paths',
  },
  list: {
    summary: 'list terms, projects, proposals and mentors as a table, JSON or CSV',
    usage: ['list [OPTION…] [PATH…]'],
    about:
      'Prints the proposals of all proposals files, by term and project; without a PATH, of the current folder. In a pipe, say --json, --csv or --format pretty.',
    groups: listOptions,
    examples: [
      'mentorship-proposals list --term "2026 Term 3" programs',
      'mentorship-proposals list --mentor @ada-example',
      'mentorship-proposals list --missing mentors --missing "upstream issue"',
      'mentorship-proposals list --csv programs > proposals.csv',
    ],
    after:
      'Upper and lower case are the same. An option can be repeated for one or the other; different options all have to fit.',
    takes: 'paths',
  },
  submission: {
    summary: "prepare and check an issue of CNCF's proposal form",
    usage: ['submission body|url|check FILE [--proposal TITLE]', 'submission verdict --json FILE'],
    about:
      'submission body prints the body of the issue that a draft becomes with CNCF\'s proposal form, submission url the address of the form with its text fields filled in, and submission check what the form\'s bot would refuse. submission verdict prints what the bot would say about the issues in FILE, a JSON list of { "id", "title", "body" } and, if there are any, "labels" and "others" (open proposals with their "body").',
    groups: submissionOptions,
    examples: ['mentorship-proposals submission check draft.md --proposal "Faster builds"'],
    takes: ['body', 'url', 'check', 'verdict'],
  },
  draft: {
    summary: 'print the draft of a proposal that an issue describes',
    usage: ['draft --from-issue FILE|URL [--for PROGRAM | --like FILE] [--issue-form FILE] [--json]'],
    about:
      'Prints the draft of a proposal that an issue describes. FILE is JSON: one issue or a list of { "url", "title", "body" }. A URL is asked of GitHub, with GITHUB_TOKEN if it is set.',
    groups: draftOptions,
    examples: ['mentorship-proposals draft --from-issue https://github.com/owner/repository/issues/1 > draft.md'],
    takes: [],
  },
  rules: {
    summary: 'list all rules',
    usage: ['rules'],
    about: 'Lists all rules with their severity and what they demand.',
    groups: {},
    examples: [],
    takes: [],
  },
  explain: {
    summary: 'print what a rule demands, and why',
    usage: ['explain RULE…'],
    about: 'Prints what a rule demands, why, and an example.',
    groups: {},
    examples: ['mentorship-proposals explain missing-field'],
    takes: 'rules',
  },
  init: {
    summary: 'show or write a configuration that fits this folder',
    usage: ['init [OPTION…]'],
    about:
      'Prints the .mentorship-proposals.json that fits the proposals in the current folder, and writes it after a question on a terminal, or with --write. A file that is there already is not changed.',
    groups: initOptions,
    examples: ['mentorship-proposals init', 'mentorship-proposals init --files "ideas/**/*.md" --template TEMPLATE.md'],
    takes: [],
  },
  completion: {
    summary: 'print a script that completes commands and options in a shell',
    usage: ['completion bash|zsh|fish'],
    about: 'Prints a script that completes commands, options and their values in a shell.',
    groups: {},
    examples: [
      'eval "$(mentorship-proposals completion bash)"    # in ~/.bashrc',
      'eval "$(mentorship-proposals completion zsh)"     # in ~/.zshrc, after compinit',
      'mentorship-proposals completion fish > ~/.config/fish/completions/mentorship-proposals.fish',
    ],
    takes: shells,
  },
};
