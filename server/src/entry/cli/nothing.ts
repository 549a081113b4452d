import { configName } from '../../host/workspace/config';
import type { CheckCommand } from './check-arguments';
import type { Input, InputFile, Outcome } from './input';
import type { Target } from './targets';

/**
 * Says of each path that nothing of it is checked, and why. Returns whether that is a failure: where a person has named
 * the path, a check of nothing must not pass for a good one. Published terms were read, and have to be asked for.
 */
export function sayNothing(
  command: CheckCommand,
  { outcomes, log }: Input,
  files: readonly InputFile[],
  targets: readonly Target[],
): boolean {
  let isFailure = false;
  const checked = new Set(targets.map(({ file }) => file.given));
  // The drafts of a term that takes proposals elsewhere say so and hold none.
  const full = new Set(targets.flatMap(({ file }) => (file.isEmpty ? [] : [file.given])));
  // A hook names every file of a change: those without proposals are worth a line only if all are.
  const isQuiet = command.allowEmpty && targets.length > 0;
  for (const [given, outcome] of outcomes) {
    // The person has been told of a failure, and what was repeated is checked by its first name.
    if (full.has(given) || outcome.failed || outcome.repeated > 0) continue;
    const isNamed = command.paths.length > 0;
    const where = isNamed ? outcome.shown : 'the current folder';
    const own = files.filter((file) => file.given === given);
    const isPublished = !command.published && own.some(({ kind, named }) => kind === 'accepted' && !named);
    if (isPublished) log(`There are only published terms in ${where}. Add --published to check them.`);
    else if (!checked.has(given)) {
      const mayFail = isNamed && !command.allowEmpty;
      if (!isQuiet) log(`${whyNothing(where, own.length > 0, outcome)}${mayFail ? ' Or add --allow-empty.' : ''}`);
      isFailure ||= mayFail;
    }
  }
  return isFailure;
}

function whyNothing(where: string, isExcluded: boolean, { isFolder, ignored }: Outcome): string {
  if (isExcluded) return `All proposals in ${where} are excluded by ${configName}. Change "files" there to check them.`;
  if (ignored > 0 && isFolder)
    return `There are no proposals in ${where} apart from what .gitignore names. Add --no-ignore to check that, too.`;
  return `There are no proposals in ${where}. Name a file or folder that has some.`;
}
