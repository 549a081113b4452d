import { parseArgs } from 'node:util';

/** How findings are printed. */
export const formats = ['text', 'json', 'github', 'sarif'] as const;

export type Format = (typeof formats)[number];

export interface ListCommand {
  readonly name: 'list';
  readonly format: 'json' | 'csv';
  readonly paths: readonly string[];
}

export interface CheckCommand {
  readonly name: 'check';
  readonly format: Format;
  readonly fix: boolean;
  readonly published: boolean;
  readonly upstream: boolean;
  /** In seconds, for all that is asked of GitHub. */
  readonly upstreamTimeout: number;
  readonly changedSince: string | null;
  readonly maxWarnings: number;
  readonly paths: readonly string[];
}

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

/** The drafts that issues become. */
export interface FromIssueCommand {
  readonly name: 'draft';
  /** The address of an issue, or a JSON file with one or a list of them. */
  readonly from: string;
  readonly format: 'markdown' | 'json';
  /** Whose draft it becomes. */
  readonly program: ProgramName;
}

/** The programs that drafts are made for. */
export const programNames = ['lfx', 'gsoc', 'outreachy'] as const;

export type ProgramName = (typeof programNames)[number];

export type Command =
  | ListCommand
  | CheckCommand
  | VerdictCommand
  | DraftCommand
  | FromIssueCommand
  | { readonly name: 'help' }
  | { readonly name: 'version' };

/** The command line is invalid; the message is one line for the person. */
export class WrongUse extends Error {}

export const usage = `Usage: mentorship-proposals list --json|--csv PATH…
       mentorship-proposals check [OPTION…] PATH…
       mentorship-proposals submission body|url|check FILE [--proposal TITLE]
       mentorship-proposals submission verdict --json FILE
       mentorship-proposals draft --from-issue FILE|URL [--for PROGRAM] [--json]

list prints the terms, projects, proposals and mentors of all proposals files below each PATH.
  --json               as one JSON document
  --csv                as a table with one row for each proposal

check prints the findings in proposals: path:line:column severity rule message.
  --format FORMAT      text (default), json, github (annotations of a workflow run) or sarif
  --fix                fix layout problems in the files
  --published          also check term READMEs (a file given as PATH is always checked)
  --upstream           ask GitHub about upstream issues, with GITHUB_TOKEN if it is set
  --upstream-timeout SECONDS
                       go on without what GitHub has not answered by then (default: 30)
  --changed-since REV  check only proposals changed since that Git revision
  --max-warnings N     fail if there are more than N warnings

submission body prints the body of the issue that a draft becomes with CNCF's proposal form, submission url the address of
the form with its text fields filled in, and submission check what the form's bot would refuse.
  --proposal TITLE     the proposal, if FILE has more than one

submission verdict prints what the bot of CNCF's proposal form would say about the issues in FILE, a JSON list of
{ "id", "title", "body" } and, if there are any, "labels" and "others" (open proposals with their "body").

draft prints the draft of a proposal that an issue describes. FILE is JSON, one issue or a list of
{ "url", "title", "body" }; a URL is asked of GitHub, with GITHUB_TOKEN if it is set.
  --for PROGRAM        lfx (default), gsoc or outreachy
  --json               what the issue says, by field, and as "rest" what no field of the draft holds

  --help, --version    on their own, without a PATH

Write "--" before paths that you have not typed yourself: a file may be called --fix.

Exit code: 0 without errors, 1 with errors, 2 for wrong usage, an invalid configuration (nothing is written then) or a
file that cannot be read or written.
`;

/** What ends in words about the program. Only where parseArgs takes them for options: behind "--" they name files. */
const aboutOptions = { help: { type: 'boolean' }, version: { type: 'boolean' } } as const;

/** Parses the arguments after the program's name. Throws a WrongUse that names the problem. */
export function commandOf(args: readonly string[]): Command {
  const [name, ...rest] = args;
  if (name === 'list') return listCommand(rest);
  if (name === 'check') return checkCommand(rest);
  if (name === 'submission') return submissionCommand(rest);
  if (name === 'draft') return fromIssueCommand(rest);
  if (name === '--help' || name === '--version') {
    const { values, positionals } = parsed(() =>
      parseArgs({ args: [...args], options: aboutOptions, allowPositionals: true }),
    );
    const about = aboutCommand(values, positionals);
    if (about) return about;
  }
  throw new WrongUse(
    name === undefined
      ? 'Use one of the commands list, check, submission and draft.'
      : `There is no command "${name}". Use list, check, submission or draft.`,
  );
}

/** Null where neither was asked for. Beside paths it may be a file that is called so, and nothing would be checked. */
function aboutCommand(
  { help, version }: { readonly help?: boolean; readonly version?: boolean },
  paths: readonly string[],
): Command | null {
  if (!help && !version) return null;
  const name = help ? 'help' : 'version';
  if (paths.length > 0) throw new WrongUse(`Say --${name} without a path; write "--" before the names of files.`);
  return { name };
}

function listCommand(args: string[]): Command {
  const options = { ...aboutOptions, json: { type: 'boolean' }, csv: { type: 'boolean' } } as const;
  const { values, positionals } = parsed(() => parseArgs({ args, options, allowPositionals: true }));
  const about = aboutCommand(values, positionals);
  if (about) return about;
  if (values.json === values.csv) throw new WrongUse('Use either --json or --csv.');
  return { name: 'list', format: values.json ? 'json' : 'csv', paths: somePaths(positionals) };
}

function submissionCommand([name, ...args]: string[]): Command {
  if (name === 'body' || name === 'url' || name === 'check') return draftCommand(`submission ${name}`, args);
  if (name !== 'verdict') throw new WrongUse('Use one of submission body, url, check and verdict.');
  const options = { ...aboutOptions, json: { type: 'boolean' } } as const;
  const { values, positionals } = parsed(() => parseArgs({ args, options, allowPositionals: true }));
  const about = aboutCommand(values, positionals);
  if (about) return about;
  const [file, ...others] = positionals;
  if (!values.json || file === undefined || others.length > 0)
    throw new WrongUse('Use "submission verdict --json FILE" with one file.');
  return { name: 'submission verdict', file };
}

function draftCommand(name: DraftCommand['name'], args: string[]): Command {
  const options = { ...aboutOptions, proposal: { type: 'string' } } as const;
  const { values, positionals } = parsed(() => parseArgs({ args, options, allowPositionals: true }));
  const about = aboutCommand(values, positionals);
  if (about) return about;
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) throw new WrongUse(`Use "${name} FILE" with one file.`);
  return { name, file, proposal: values.proposal ?? null };
}

function fromIssueCommand(args: string[]): Command {
  const options = {
    ...aboutOptions,
    'from-issue': { type: 'string' },
    for: { type: 'string', default: 'lfx' },
    json: { type: 'boolean' },
  } as const;
  const { values, positionals } = parsed(() => parseArgs({ args, options, allowPositionals: true }));
  const about = aboutCommand(values, positionals);
  if (about) return about;
  const [from, ...others] = [values['from-issue'], ...positionals].filter((each) => each !== undefined);
  if (values['from-issue'] === undefined || from === undefined || others.length > 0)
    throw new WrongUse('Use "draft --from-issue FILE" or "draft --from-issue URL" with one of them.');
  const program = programNames.find((each) => each === values.for);
  if (!program) throw new WrongUse(`There is no program "${values.for}". Use ${programNames.join(', ')}.`);
  return { name: 'draft', from, program, format: values.json ? 'json' : 'markdown' };
}

function checkCommand(args: string[]): Command {
  const options = {
    ...aboutOptions,
    format: { type: 'string', default: 'text' },
    fix: { type: 'boolean', default: false },
    published: { type: 'boolean', default: false },
    upstream: { type: 'boolean', default: false },
    'upstream-timeout': { type: 'string' },
    'changed-since': { type: 'string' },
    'max-warnings': { type: 'string' },
  } as const;
  const { values, positionals } = parsed(() => parseArgs({ args, options, allowPositionals: true }));
  const about = aboutCommand(values, positionals);
  if (about) return about;
  const { fix, published, upstream } = values;
  return {
    name: 'check',
    format: formatOf(values.format),
    fix,
    published,
    upstream,
    upstreamTimeout: secondsOf(values['upstream-timeout']),
    changedSince: values['changed-since'] ?? null,
    maxWarnings: countOf(values['max-warnings']),
    paths: somePaths(positionals),
  };
}

function parsed<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    // Node's first sentence names the problem; the rest explains its syntax.
    throw new WrongUse(`${(error as Error).message.split(/\. |\n/)[0]}.`);
  }
}

function formatOf(text: string): Format {
  const format = formats.find((each) => each === text);
  if (!format) throw new WrongUse(`There is no format "${text}". Use ${formats.join(', ')}.`);
  return format;
}

function countOf(text: string | undefined): number {
  if (text === undefined) return Number.POSITIVE_INFINITY;
  if (!/^\d+$/.test(text)) throw new WrongUse(`--max-warnings needs a number, not "${text}".`);
  return Number(text);
}

/** Enough for a term of hundreds of issues; a job of continuous integration is not kept by a server that is silent. */
const DEFAULT_TIMEOUT = 30;
const LONGEST_TIMEOUT = 3_600;

function secondsOf(text: string | undefined): number {
  if (text === undefined) return DEFAULT_TIMEOUT;
  const seconds = /^\d+$/.test(text) ? Number(text) : 0;
  if (seconds < 1 || seconds > LONGEST_TIMEOUT)
    throw new WrongUse(`--upstream-timeout needs a number of seconds from 1 to ${LONGEST_TIMEOUT}, not "${text}".`);
  return seconds;
}

function somePaths(paths: readonly string[]): readonly string[] {
  if (paths.length === 0) throw new WrongUse('Give at least one folder or file.');
  return paths;
}
