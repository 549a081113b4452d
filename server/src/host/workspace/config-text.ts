import { applyEdits, modify } from 'jsonc-parser';
import { isFormPath } from '../../recognize';
import { readConfig } from './config';

/** A program as a person described it. */
export interface NewProgram {
  readonly name: string;
  /** Patterns of its files, relative to the configuration's folder. */
  readonly files: readonly string[];
  /** The path of its template, relative to the configuration's folder; null if it has none. */
  readonly template: string | null;
}

/**
 * Adds one program to the text of a configuration and keeps everything else. `text` is the current content, or null
 * if there is no file. Returns null if the file is broken, because then we cannot find the right place.
 */
export function withProgram(text: string | null, { name, files, template }: NewProgram): string | null {
  const now = text === null || text.trim() === '' ? '{}\n' : text;
  if (readConfig(now).problems.length > 0) return null;
  const named = template === null ? {} : { [isFormPath(template) ? 'form' : 'template']: template };
  const program = { name, files, ...named };
  const hasPrograms = Array.isArray(JSON.parse(now).programs);
  const [path, value] = hasPrograms ? [['programs', -1], program] : [['programs'], [program]];
  const formattingOptions = { insertSpaces: true, tabSize: 2, eol: now.includes('\r\n') ? '\r\n' : '\n' };
  return applyEdits(now, modify(now, path, value, { formattingOptions, isArrayInsertion: hasPrograms }));
}
