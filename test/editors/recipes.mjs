/** The recipes of docs/editors.md: each is a heading, a line that says whether it has been tried, and the text to copy. */
import * as fs from 'node:fs';
import * as path from 'node:path';
import { root } from '../host/host.mjs';

/**
 * The recipes in the order of the page. `code` is the first fence below the heading, or null; `tried` is what it was tried
 * with and when, or null if it says that it is untried. Throws if a recipe says neither.
 */
export function recipesOf(page = fs.readFileSync(path.join(root, 'docs/editors.md'), 'utf8')) {
  const [, part = ''] = page.replaceAll('\r\n', '\n').split(/^## Recipes\n/m);
  const [own = ''] = part.split(/^## /m);
  return own
    .split(/^### /m)
    .slice(1)
    .map((text) => {
      const name = text.slice(0, text.indexOf('\n'));
      const [, versions, date] = /^Tried with (.+\d) on (20\d\d-\d\d-\d\d)\.$/m.exec(text) ?? [];
      if (!versions && !/^Untried\b/m.test(text)) throw new Error(`"${name}" does not say whether it has been tried.`);
      const [, code = null] = /^```\w+\n([\s\S]*?\n)```$/m.exec(text) ?? [];
      return { name, code, tried: versions ? { versions, date } : null };
    });
}
