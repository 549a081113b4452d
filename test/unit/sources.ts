import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');

/** The files below a folder whose names match, without installed and built ones, as paths from the project's root. */
export function sources(folder: string, names = /\.ts$/): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return /^(?:node_modules|dist|\..*)$/.test(entry.name) ? [] : sources(path, names);
    return names.test(entry.name) ? [path] : [];
  });
}
