import * as path from 'node:path';
import type { ConfigFiles } from '../../adapters/files/config-files';
import type { RuleSettings } from '../../core/linter/rule';
import type { InputFile } from './input';
import { STDIN } from './places';

/** What the repository says of the rules in a file; null if it excludes the file. */
export function rulesFor({ disk, given }: InputFile, configs: ConfigFiles): RuleSettings | null {
  const file = path.resolve(disk);
  const { config, covers } = configs.around(path.dirname(file), given === STDIN ? file : path.resolve(given));
  return covers(file) ? config.rules : null;
}
