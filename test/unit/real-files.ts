import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** A real file of the shared corpus, with its path as the real repository has it. */
export interface RealFile {
  readonly path: string;
  readonly text: string;
}

/** Real files, beside the checkout. */
export const shared = resolve(import.meta.dirname, '../../../shared');

/** Why tests on real files are skipped; empty where the corpus is there. */
export const noRealFiles = existsSync(shared) ? '' : ' (skipped: no ../shared beside the checkout)';

/** The Markdown files below `../shared/corpus` and `../shared/seeds`; none where they are absent. */
export function realFiles(): RealFile[] {
  return ['corpus', 'seeds'].flatMap((folder) => {
    const root = join(shared, folder);
    if (!existsSync(root)) return [];
    const names = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'));
    return names
      .sort()
      .map((name) => ({ path: name.replaceAll('\\', '/'), text: readFileSync(join(root, name), 'utf8') }));
  });
}
