/** Every option of every command, once: the parser, `--help`, completion and docs/command-line.md come from here. */
import { draftPrograms } from '../../core/facts/draft-programs';
import { listStatuses } from '../../core/features/list/status';
import { severities } from '../../core/linter/options';
import type { Scope } from '../../core/linter/scope';
import { formats } from '../../host/report/formats';
import { listFormatNames } from '../../host/report/list-formats';
import { colorChoices } from './screen';

/** An option, as Node's parser takes it, and what people are told of it. */
export interface OptionFact {
  readonly type: 'string' | 'boolean';
  readonly short?: string;
  readonly default?: string | boolean;
  readonly multiple?: boolean;
  /** What the help calls its value. */
  readonly value?: string;
  /** All values that it takes. */
  readonly values?: readonly string[];
  /** Whether its value is the path of a file, or the id of a rule. */
  readonly files?: boolean;
  readonly rules?: boolean;
  /** What it does: half a sentence. */
  readonly text: string;
}

/** Options by their names, in the order of the help. */
export type OptionTable = Readonly<Record<string, OptionFact>>;

/** As the setting `scope` of the editor has them. */
export const scopes = ['all', 'auto', 'mine'] as const satisfies readonly Scope[];

/** The severities that findings are printed with. */
export const printedSeverities = severities.filter((each) => each !== 'off');

const color = {
  type: 'string',
  default: 'auto',
  value: 'WHEN',
  values: colorChoices,
  text: 'whether the output is colored; NO_COLOR and FORCE_COLOR count for auto',
} as const;

const noIgnore = { type: 'boolean', default: false, text: 'also files that .gitignore names' } as const;

/** By the headings that they stand under in the help. */
export const checkOptions = {
  'What is checked': {
    'changed-since': {
      type: 'string',
      value: 'REV',
      text: 'only what this branch has changed since it left REV, and what the change causes elsewhere; also A...B',
    },
    published: {
      type: 'boolean',
      default: false,
      text: 'also the READMEs of terms (a file given as PATH is always checked)',
    },
    'no-ignore': noIgnore,
    rule: {
      type: 'string',
      multiple: true,
      value: 'ID[=SEVERITY]',
      rules: true,
      text: 'only this rule (can be repeated); with a severity: set it, or turn it off',
    },
    scope: {
      type: 'string',
      default: 'all',
      value: 'SCOPE',
      values: scopes,
      text: 'which findings are more than hints, as in the editor: all, those in what you have changed (mine), or those and the errors in terms that are not over (auto)',
    },
    'stdin-filename': {
      type: 'string',
      value: 'PATH',
      files: true,
      text: 'the name of the file that "-" is, which tells its term and its configuration',
    },
    upstream: {
      type: 'boolean',
      default: false,
      text: 'ask GitHub about upstream issues, with GITHUB_TOKEN if it is set',
    },
    'upstream-timeout': {
      type: 'string',
      value: 'SECONDS',
      text: 'go on without what GitHub has not answered by then, 1 to 3600 (default: 30)',
    },
  },
  'What is done and printed': {
    fix: { type: 'boolean', default: false, text: 'fix layout problems in the files' },
    'fix-dry-run': { type: 'boolean', default: false, text: 'print what --fix would change as a diff; write nothing' },
    format: {
      type: 'string',
      short: 'f',
      value: 'FORMAT',
      values: formats,
      text: 'how findings are printed, by default pretty on a terminal and text in a pipe',
    },
    color,
    output: {
      type: 'string',
      short: 'o',
      value: 'FILE',
      files: true,
      text: 'write to a file instead of standard output',
    },
    quiet: { type: 'boolean', short: 'q', default: false, text: 'print errors only; all findings count all the same' },
    severity: {
      type: 'string',
      default: 'hint',
      value: 'SEVERITY',
      values: printedSeverities,
      text: 'print only findings that are at least so severe',
    },
    statistics: { type: 'boolean', default: false, text: 'print the number of findings of each rule instead' },
  },
  'What fails': {
    'max-warnings': { type: 'string', value: 'N', text: 'fail if there are more than N warnings' },
    'allow-empty': { type: 'boolean', default: false, text: 'do not fail if there is nothing to check' },
  },
} as const satisfies Groups;

export const listOptions = {
  'Which proposals': {
    term: { type: 'string', multiple: true, value: 'TERM', text: 'of a term: "2026 Term 3", "term 3", 2026, gsoc' },
    project: { type: 'string', multiple: true, value: 'NAME', text: 'of a project, by a part of its name' },
    mentor: {
      type: 'string',
      multiple: true,
      value: 'PERSON',
      text: 'of a mentor, by GitHub handle, e-mail address or a part of the name',
    },
    missing: {
      type: 'string',
      multiple: true,
      value: 'FIELD',
      text: 'in which a field is missing or empty, by its label or a word of it: mentors, upstream',
    },
    status: {
      type: 'string',
      multiple: true,
      value: 'STATUS',
      values: listStatuses,
      text: 'with a status as in the table; not-accepted: drafts of terms that have accepted others',
    },
    'no-ignore': noIgnore,
  },
  'How they are printed': {
    format: {
      type: 'string',
      short: 'f',
      value: 'FORMAT',
      values: listFormatNames,
      text: 'by default pretty, a table for people, on a terminal',
    },
    json: { type: 'boolean', text: 'the same as --format json: one document with all fields' },
    csv: { type: 'boolean', text: 'the same as --format csv: one row for each proposal' },
    color,
  },
} as const satisfies Groups;

export const draftOptions = {
  Options: {
    'from-issue': { type: 'string', value: 'FILE|URL', files: true, text: 'the issue, or a JSON file with issues' },
    for: { type: 'string', default: 'lfx', value: 'PROGRAM', values: draftPrograms, text: 'whose draft it becomes' },
    like: {
      type: 'string',
      value: 'FILE',
      files: true,
      text: 'in the shape of the proposals in FILE: an idea list, a template or an issue form',
    },
    'issue-form': {
      type: 'string',
      value: 'FILE',
      files: true,
      text: 'the issue form that the issue was made with; without it, those in .github/ISSUE_TEMPLATE count',
    },
    json: { type: 'boolean', text: 'what the issue says, by field, and as "rest" what no field of the draft holds' },
  },
} as const satisfies Groups;

export const submissionOptions = {
  Options: {
    proposal: { type: 'string', value: 'TITLE', text: 'the proposal, if FILE has more than one' },
    json: { type: 'boolean', text: 'for verdict: print JSON' },
  },
} as const satisfies Groups;

export const initOptions = {
  Options: {
    name: { type: 'string', value: 'NAME', text: 'what people call the program; by default the name of the folder' },
    files: {
      type: 'string',
      value: 'GLOB',
      text: 'the files that hold its proposals; by default those that were found',
    },
    template: {
      type: 'string',
      value: 'PATH',
      files: true,
      text: 'a Markdown template or an issue form that they follow',
    },
    write: { type: 'boolean', default: false, text: 'write the file without a question' },
  },
} as const satisfies Groups;

/** Options by the headings that they stand under. */
export type Groups = Readonly<Record<string, OptionTable>>;
