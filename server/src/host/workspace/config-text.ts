import { applyEdits, modify } from 'jsonc-parser';
import { readConfig } from './config';

/** A program as a person has described it. */
export interface NewProgram {
  readonly name: string;
  /** Patterns of its files, from the configuration's folder. */
  readonly files: readonly string[];
  /** The path of its template, from the configuration's folder; null for none. */
  readonly template: string | null;
}

/**
 * The text of a configuration with one more program, everything else as it was. `text` is what the file says now; null
 * for a file that is not there. Null where the file is broken: nobody can tell where a program belongs in it.
 */
export function withProgram(text: string | null, { name, files, template }: NewProgram): string | null {
  const now = text === null || text.trim() === '' ? '{}\n' : text;
  if (readConfig(now).problems.length > 0) return null;
  const isForm = template !== null && /\.ya?ml$/i.test(template);
  const program = { name, files, ...(template === null ? {} : { [isForm ? 'form' : 'template']: template }) };
  const hasPrograms = /"programs"\s*:/.test(now);
  const [path, value] = hasPrograms ? [['programs', -1], program] : [['programs'], [program]];
  const formattingOptions = { insertSpaces: true, tabSize: 2, eol: now.includes('\r\n') ? '\r\n' : '\n' };
  return applyEdits(now, modify(now, path, value, { formattingOptions, isArrayInsertion: hasPrograms }));
}
