import { type DraftProgram, draftPrograms } from '../../core/facts/draft-programs';
import { draftOptions } from './option-facts';
import { type AboutCommand, aboutCommand, aboutOptions, oneOf, parsed, WrongArguments } from './options';

/** The drafts that issues become. */
export interface FromIssueCommand {
  readonly name: 'draft';
  /** The address of an issue, or a JSON file with one or a list of them. */
  readonly from: string;
  /** The file of the form that the issue was made with. Null for those that the repository keeps. */
  readonly issueForm: string | null;
  /** The file in whose shape the draft is written. Null for the shape of the program. */
  readonly like: string | null;
  readonly format: 'markdown' | 'json';
  /** Whose draft it becomes. */
  readonly program: DraftProgram;
}

/** Parses the arguments behind "draft". Throws a WrongUse that names the problem. */
export function fromIssueCommand(args: readonly string[]): FromIssueCommand | AboutCommand {
  const { values, positionals } = parsed(args, { ...aboutOptions, ...draftOptions.Options });
  const about = aboutCommand(values, positionals, 'draft');
  if (about) return about;
  const from = values['from-issue'];
  if (from === undefined || positionals.length > 0)
    throw new WrongArguments('Use "draft --from-issue FILE" or "draft --from-issue URL" with one of them.');
  const program = oneOf(values.for, draftPrograms, 'program');
  const issueForm = values['issue-form'] ?? null;
  if (values.like !== undefined && args.some((arg) => /^--for(?:=|$)/.test(arg)))
    throw new WrongArguments('Use "--for" or "--like", not both.');
  return {
    name: 'draft',
    from,
    program,
    issueForm,
    like: values.like ?? null,
    format: values.json ? 'json' : 'markdown',
  };
}
