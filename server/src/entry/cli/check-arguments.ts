import type { Severity } from '../../core/linter/rule';
import type { Scope } from '../../core/linter/scope';
import { type Format, formats } from '../../host/report/formats';
import { checkOptions, printedSeverities, scopes } from './option-facts';
import { type AboutCommand, aboutCommand, aboutOptions, oneOf, parsed, WrongArguments, wholeNumber } from './options';
import { terminal } from './output';
import { type ColorChoice, colorChoices } from './screen';

export interface CheckCommand {
  readonly name: 'check';
  readonly format: Format;
  readonly color: ColorChoice;
  /** The file that the findings are written to; null for standard output. */
  readonly output: string | null;
  readonly fix: boolean;
  /** Whether what `fix` would change is printed instead of the findings. */
  readonly fixDryRun: boolean;
  readonly published: boolean;
  readonly upstream: boolean;
  /** In seconds, for all that is asked of GitHub. */
  readonly upstreamTimeout: number;
  readonly changedSince: string | null;
  /** Which findings are more than hints. */
  readonly scope: Scope;
  readonly maxWarnings: number;
  /** Whether it is well if there is nothing to check. */
  readonly allowEmpty: boolean;
  /** Whether files count that `.gitignore` names. */
  readonly ignored: boolean;
  /** Findings that are less severe are not printed. They count all the same. */
  readonly least: Severity;
  /** `ID` for the only rules that are asked for, and `ID=SEVERITY`, which wins over the repository's configuration. */
  readonly rules: readonly string[];
  readonly statistics: boolean;
  /** The name of the file that standard input is, for the path `-`. */
  readonly stdinFilename: string | null;
  /** Empty for the current folder, if the person has named none. */
  readonly paths: readonly string[];
}

const options = {
  ...aboutOptions,
  ...checkOptions['What is checked'],
  ...checkOptions['What is done and printed'],
  ...checkOptions['What fails'],
} as const;

/** What is asked of `check`, or about the program. Throws a WrongArguments. */
export function checkCommand(args: readonly string[]): CheckCommand | AboutCommand {
  const { values, positionals: paths } = parsed(args, options);
  const about = aboutCommand(values, paths, 'check');
  if (about) return about;
  const command: CheckCommand = {
    name: 'check',
    format: oneOf(values.format ?? usualFormat(values.output), formats, 'format'),
    color: oneOf(values.color, colorChoices, 'choice of colors'),
    output: values.output ?? null,
    fix: values.fix,
    fixDryRun: values['fix-dry-run'],
    published: values.published,
    upstream: values.upstream,
    upstreamTimeout: secondsOf(values['upstream-timeout']),
    changedSince: values['changed-since'] ?? null,
    scope: oneOf(values.scope, scopes, 'scope'),
    maxWarnings:
      values['max-warnings'] === undefined
        ? Number.POSITIVE_INFINITY
        : wholeNumber('--max-warnings', values['max-warnings']),
    allowEmpty: values['allow-empty'],
    ignored: values['no-ignore'],
    least: values.quiet ? 'error' : oneOf(values.severity, printedSeverities, 'severity'),
    rules: values.rule ?? [],
    statistics: values.statistics,
    stdinFilename: values['stdin-filename'] ?? null,
    paths,
  };
  if (paths.includes('-') && command.fix)
    throw new WrongArguments('--fix cannot write to standard input ("-"). Use --fix-dry-run.');
  if (command.fixDryRun && (command.fix || values.format !== undefined || command.statistics))
    throw new WrongArguments('--fix-dry-run prints a diff: leave out --fix, --format and --statistics.');
  return command;
}

/** What a program reads stays as it is; a person at a terminal gets more. */
function usualFormat(output: string | undefined): Format {
  return output === undefined && terminal().isThere ? 'pretty' : 'text';
}

/** Enough for a term of hundreds of issues; a job of continuous integration is not kept by a server that is silent. */
const DEFAULT_TIMEOUT = 30;
const LONGEST_TIMEOUT = 3_600;

function secondsOf(text: string | undefined): number {
  if (text === undefined) return DEFAULT_TIMEOUT;
  const seconds = /^\d+$/.test(text) ? Number(text) : 0;
  if (seconds < 1 || seconds > LONGEST_TIMEOUT)
    throw new WrongArguments(
      `--upstream-timeout needs a number of seconds from 1 to ${LONGEST_TIMEOUT}, not "${text}".`,
    );
  return seconds;
}
