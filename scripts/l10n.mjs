/**
 * Gathers the strings of the client that people read into `l10n/bundle.l10n.json`, which translators begin with, and says
 * what each translation lacks or has too many. With `--check` nothing is written, and a stale bundle fails.
 */
import * as fs from 'node:fs';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const root = path.resolve(import.meta.dirname, '..');
const bundle = path.join(root, 'l10n/bundle.l10n.json');

/**
 * Every string that `l10n.t` is called with, in the client and in what the server says in its view, in order of the
 * alphabet. Throws on a call whose string is not written in it.
 */
export function clientTexts() {
  const texts = ['client/src', 'server/src'].flatMap((name) => {
    const folder = path.join(root, name);
    const files = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
    return files.flatMap((file) => textsIn(fs.readFileSync(path.join(folder, file), 'utf8'), file));
  });
  return [...new Set(texts)].sort();
}

/** The pairs of a file of the manifest's texts and its translation, and of the client's strings and theirs, by language. */
export function translations() {
  const read = (file) => JSON.parse(fs.readFileSync(path.join(root, file), 'utf8'));
  const strings = Object.fromEntries(clientTexts().map((text) => [text, text]));
  const languages = fs.readdirSync(root).flatMap((file) => /^package\.nls\.(.+)\.json$/.exec(file)?.[1] ?? []);
  return languages.flatMap((language) => [
    {
      file: `package.nls.${language}.json`,
      source: read('package.nls.json'),
      own: read(`package.nls.${language}.json`),
    },
    { file: `l10n/bundle.l10n.${language}.json`, source: strings, own: read(`l10n/bundle.l10n.${language}.json`) },
  ]);
}

/** What is wrong with a translation, one sentence each: texts it lacks or has too many, placeholders and links that differ. */
export function troublesOf({ source, own }) {
  const lacks = Object.keys(source).filter((key) => !own[key]);
  const left = Object.keys(own).filter((key) => !(key in source));
  const differ = Object.keys(source).filter((key) => own[key] && fixedParts(source[key]) !== fixedParts(own[key]));
  return [
    ...lacks.map((key) => `"${key}" has no translation.`),
    ...left.map((key) => `"${key}" is translated and used nowhere.`),
    ...differ.map((key) => `"${key}" has other placeholders, links or code in its translation.`),
  ];
}

function textsIn(source, file) {
  const calls = [...source.matchAll(/\bl10n\s*\.t\(\s*/g)];
  return calls.map(({ index, 0: { length } }) => {
    const literal = /^'(?:\\.|[^'\\\n])*'|^"(?:\\.|[^"\\\n])*"/.exec(source.slice(index + length))?.[0];
    if (!literal)
      throw new Error(`${file}: a translator cannot see what is computed: ${source.slice(index, index + 60)}`);
    return unquoted(literal);
  });
}

/** The text of a string literal of our sources, which have no escapes but these. */
function unquoted(literal) {
  return literal.slice(1, -1).replace(/\\u\{?([\da-f]{4,6})\}?|\\(.)/gi, (_, code, character) => {
    if (code) return String.fromCodePoint(Number.parseInt(code, 16));
    return character === 'n' ? '\n' : character;
  });
}

/** What no translation may change: placeholders, icons, code, and where links lead. */
function fixedParts(text) {
  return [...text.matchAll(/\{\d+\}|\$\([\w-]+\)|`[^`]*`|\]\([^)]*\)/g)]
    .map(([part]) => part)
    .sort()
    .join('\n');
}

function main() {
  const { check } = parseArgs({ options: { check: { type: 'boolean', default: false } } }).values;
  const text = `${JSON.stringify(Object.fromEntries(clientTexts().map((each) => [each, each])), null, 2)}\n`;
  const troubles = translations().flatMap((each) => troublesOf(each).map((trouble) => `${each.file}: ${trouble}`));
  if (!check) fs.writeFileSync(bundle, text);
  else if (fs.readFileSync(bundle, 'utf8') !== text)
    troubles.push('l10n/bundle.l10n.json is stale: run scripts/l10n.mjs.');
  for (const trouble of troubles) console.error(trouble);
  process.exitCode = troubles.length > 0 ? 1 : 0;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main();
