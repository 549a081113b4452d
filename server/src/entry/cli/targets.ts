import * as path from 'node:path';
import type { ConfigFiles } from '../../adapters/files/config-files';
import type { RuleSettings } from '../../core/linter/rule';
import type { CheckCommand } from './arguments';
import { folderOf, type InputFile } from './input';

/** A file that is to be checked, and what its repository says of the rules. */
export interface Target {
  readonly file: InputFile;
  readonly rules: RuleSettings;
}

/** The files to check. Problems of configurations are in `configs` afterwards. */
export function targetsIn(files: readonly InputFile[], command: CheckCommand, configs: ConfigFiles): Target[] {
  // A broken configuration is an error even if it applies to none of the files.
  for (const given of command.paths) configs.around(folderOf(given), path.resolve(given));
  return files.flatMap((file) => {
    const rules = isSkipped(file, command) ? null : rulesFor(file, configs);
    return rules ? [{ file, rules }] : [];
  });
}

/** Published terms are checked only on request. */
function isSkipped({ document, named }: InputFile, { published }: CheckCommand): boolean {
  return document.kind === 'accepted' && !published && !named;
}

/** Null if the repository excludes the file. */
function rulesFor({ disk, given }: InputFile, configs: ConfigFiles): RuleSettings | null {
  const file = path.resolve(disk);
  const { config, covers } = configs.around(path.dirname(file), path.resolve(given));
  return covers(file) ? config.rules : null;
}
