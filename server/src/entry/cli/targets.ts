import * as path from 'node:path';
import type { ConfigFiles } from '../../adapters/files/config-files';
import type { RuleSettings } from '../../core/linter/rule';
import type { CheckCommand } from './check-arguments';
import { rulesFor } from './covered';
import { folderOf, type InputFile } from './input';
import { settingsIn } from './wanted';

/** A file that is to be checked, and what its repository says of the rules. */
export interface Target {
  readonly file: InputFile;
  readonly rules: RuleSettings;
}

/** The files to check. Problems of configurations are in `configs` afterwards. */
export function targetsIn(
  files: readonly InputFile[],
  command: CheckCommand,
  followed: readonly string[],
  configs: ConfigFiles,
): Target[] {
  // A broken configuration is an error even if it applies to none of the files.
  for (const given of followed) configs.around(folderOf(given), path.resolve(given));
  const settings = settingsIn(command);
  return files.flatMap((file) => {
    const rules = isSkipped(file, command) ? null : rulesFor(file, configs);
    return rules ? [{ file, rules: { ...rules, ...settings } }] : [];
  });
}

/** Published terms are checked only on request. */
function isSkipped({ kind, named }: InputFile, { published }: CheckCommand): boolean {
  return kind === 'accepted' && !published && !named;
}
