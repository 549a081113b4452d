// `node scripts/regexes.mjs`: no regular expression of the product may take time that grows faster than its text.
// Parses all sources, and asks scslre of each expression whether a repeated character makes it go back again and again.
import * as fs from 'node:fs';
import * as path from 'node:path';
import { parseSync } from 'oxc-parser';
import { analyse } from 'scslre';
import { exceptions, madeOfParts } from './regexes-reviewed.mjs';
import { root } from './stages.mjs';

const used = new Set();
let checked = 0;
let failed = 0;
const sources = ['server/src', 'client/src'].flatMap((folder) =>
  fs
    .readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`),
);
for (const file of sources.sort()) {
  const text = fs.readFileSync(path.join(root, file), 'utf8');
  const { program, errors } = parseSync(file, text);
  if (errors.length > 0) fail(`${file} cannot be read: ${errors[0].message}`);
  visit(program, (node) => {
    const place = `${file}:${text.slice(0, node.start).split('\n').length}`;
    if (node.type === 'Literal' && node.regex) check(node.regex, file, place);
    if (/^(?:New|Call)Expression$/.test(node.type) && node.callee.name === 'RegExp') checkMade(file, place);
  });
}
for (const key of [...Object.keys(exceptions), ...Object.keys(madeOfParts)])
  if (!used.has(key)) fail(`an exception is needed no more: ${key}`);
console.log(`${Object.keys(exceptions).length} of ${checked} regular expressions are reviewed exceptions`);
console.log(`${checked - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

/** Fails for an expression with which a text of one character, repeated, is read more often than once. */
function check({ pattern, flags }, file, place) {
  checked++;
  const key = `${file} /${pattern}/${flags}`;
  let reports;
  try {
    ({ reports } = analyse({ source: pattern, flags }));
  } catch (error) {
    fail(`${place} cannot be judged: ${error.message}\n  ${key}`);
    return;
  }
  if (reports.length === 0) return;
  used.add(key);
  if (key in exceptions) return;
  for (const { type, exponential, character } of reports)
    fail(`${place} ${type}${exponential ? ', exponential' : ''} with ${JSON.stringify(character.pick)}\n  ${key}`);
}

/** What is put together at run time cannot be judged here: somebody has to have looked at it. */
function checkMade(file, place) {
  checked++;
  used.add(file);
  if (!(file in madeOfParts)) fail(`${place} makes a regular expression: write it as a literal, or say why it is safe`);
}

function fail(why) {
  failed++;
  console.error(why);
}

function visit(node, look) {
  if (!node || typeof node !== 'object') return;
  if (Array.isArray(node)) for (const each of node) visit(each, look);
  else {
    if (typeof node.type === 'string') look(node);
    for (const value of Object.values(node)) visit(value, look);
  }
}
