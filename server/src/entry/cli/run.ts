import { version } from '../version';
import { type Command, commandOf, WrongUse } from './arguments';
import { Input } from './input';
import { list } from './list';
import { WrongArguments } from './options';
import { print, progress, warn } from './output';

/** Runs the command that the arguments name. Resolves to the exit code; rejects only for our own bugs. */
export async function run(args: readonly string[]): Promise<number> {
  const input = new Input(warn, undefined, (text) => progress.say(text));
  try {
    const code = await obey(commandOf(args), input);
    return input.reportFailures() ? 2 : code;
  } catch (error) {
    if (!(error instanceof WrongUse)) throw error;
    warn(error instanceof WrongArguments ? `${error.message} See "mentorship-proposals --help".` : error.message);
    return 2;
  } finally {
    progress.clear();
  }
}

async function obey(command: Command, input: Input): Promise<number> {
  if (command.name === 'list') return list(command, input);
  if (command.name === 'check') {
    // A list needs none of the rules: making them ready would be a good part of its time.
    const { check } = await import('./check');
    return check(command, input);
  }
  if (command.name === 'submission verdict') {
    const { printVerdicts } = await import('./submission');
    return printVerdicts(command.file, input);
  }
  if (command.name === 'draft') {
    const { printDrafts } = await import('./draft');
    return printDrafts(command, input);
  }
  if ('proposal' in command) {
    const { printDraft } = await import('./submission');
    return printDraft(command, input);
  }
  if (command.name === 'init') {
    const { init } = await import('./init');
    return init(command, input);
  }
  if (command.name === 'completion') {
    const { printCompletion } = await import('./completion');
    return printCompletion(command.shell);
  }
  if ('ids' in command) {
    const { printRules } = await import('./rules');
    return printRules(command);
  }
  if (command.name === 'version') await print(`${version}\n`);
  else {
    const { usageOf } = await import('./usage');
    await print(usageOf(command.of));
  }
  return 0;
}
