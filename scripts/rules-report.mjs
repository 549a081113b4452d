/**
 * `npm run rules:report [-- --rule ID] [-- --all]`: runs all rules over the real files beside the checkout and prints
 * how many findings each has in each file, and its first three findings; with `--all` every one. People and issues of
 * all files are known to the rules, the state of issues on GitHub is not. `--write` writes the counts into the table of
 * docs/rules/accuracy.md, and `--check` fails if they are not those of the table.
 */
import * as fs from 'node:fs';
import * as path from 'node:path';
import { parseArgs } from 'node:util';
import { loadCore } from './core.mjs';
import { root } from './stages.mjs';

const { values: options } = parseArgs({
  options: {
    rule: { type: 'string' },
    all: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    check: { type: 'boolean', default: false },
  },
});
const folders = ['corpus', 'seeds'].map((name) => path.resolve(root, '../shared', name)).filter(fs.existsSync);
if (folders.length === 0) {
  console.log('There are no real files beside the checkout (../shared/corpus, ../shared/seeds): nothing to report.');
  process.exit();
}

const core = await loadCore();
const asked = core.rules.filter(({ id }) => options.rule === undefined || id === options.rule);
if (asked.length === 0) {
  console.error(`There is no rule "${options.rule}".`);
  process.exit(2);
}

const documents = folders.flatMap((folder) =>
  fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => name.replaceAll('\\', '/'))
    .sort()
    .map((name) => core.readDocument(fs.readFileSync(path.join(folder, name), 'utf8'), name)),
);
const files = documents.flatMap((document) => core.knownFileOf(`file:///${document.path}`, document) ?? []);
const known = core.knownFromDirectory(new core.Directory(files));

/** What is off by default is asked for. */
const settings = Object.fromEntries(
  core.rules.filter(({ offByDefault }) => offByDefault).map(({ id, severity }) => [id, severity]),
);
const found = new Map(asked.map(({ id }) => [id, []]));
for (const document of documents) {
  const starts = core.lineStartsOf(document.text);
  for (const finding of core.findingsOf(document, known, settings)) {
    const line = core.lineAt(starts, finding.span.start);
    const end = starts[line + 1] ?? document.text.length;
    const shown = document.text.slice(starts[line], end).trim().slice(0, 160);
    found.get(finding.rule)?.push({ ...finding, path: document.path, line: line + 1, shown });
  }
}

if (options.write || options.check) process.exit(countInTable());

for (const { id } of asked) {
  const findings = found.get(id);
  const byFile = grouped(findings);
  console.log(`\n${id}: ${findings.length} findings in ${byFile.size} files`);
  for (const [file, own] of byFile) console.log(`  ${String(own.length).padStart(4)}  ${file}`);
  for (const { path, line, severity, message, shown } of options.all ? findings : findings.slice(0, 3)) {
    console.log(`\n  ${path}:${line} ${severity}: ${message}\n    | ${shown}`);
  }
}
console.log('');
for (const { id } of asked) console.log(`${String(found.get(id).length).padStart(6)}  ${id}`);
console.log(`${documents.length} files`);

/** Writes or compares the counts in the table of the accuracy page. Returns the exit code. */
function countInTable() {
  const file = path.join(root, 'docs/rules/accuracy.md');
  const page = fs.readFileSync(file, 'utf8');
  const rows = new Set();
  const counted = page.replace(/^(\| `([a-z-]+)` \| )\d+/gm, (_, start, id) => {
    rows.add(id);
    return `${start}${found.get(id)?.length ?? 0}`;
  });
  const missing = asked.filter(({ id }) => found.get(id).length > 0 && !rows.has(id)).map(({ id }) => id);
  for (const id of missing) console.error(`docs/rules/accuracy.md has no row for "${id}".`);
  if (options.write) fs.writeFileSync(file, counted);
  else if (counted !== page)
    console.error('The counts in docs/rules/accuracy.md are old: npm run rules:report -- --write');
  return missing.length > 0 || (options.check && counted !== page) ? 1 : 0;
}

/** What Map.groupBy does, which Node 20 has not. */
function grouped(findings) {
  const groups = new Map();
  for (const finding of findings) groups.set(finding.path, [...(groups.get(finding.path) ?? []), finding]);
  return groups;
}
