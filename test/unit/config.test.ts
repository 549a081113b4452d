import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sliceOf } from '../../server/src/core/text/span';
import { readConfig } from '../../server/src/host/workspace/config';
import { jsonIn } from '../../server/src/host/workspace/json';

test('severities and files are read', () => {
  const { config, problems } = readConfig(
    '{ "$schema": "x", "rules": { "toc": "off" }, "files": { "include": ["programs"], "exclude": ["**/2019/**", "programs/old.md"] } }',
  );
  expect(problems).toEqual([]);
  expect(config.rules).toEqual({ toc: 'off' });
  const covered = ['programs/a.md', 'programs/2019/b.md', 'programs/old.md', 'README.md', 'programs/x/y/.z/c.md'];
  expect(covered.map((path) => config.covers(path))).toEqual([true, false, false, false, true]);
});

const many = JSON.stringify({ files: { exclude: Array.from({ length: 100_000 }, () => 'a') } });
const deep = `{ "rules": ${'['.repeat(400_000)}`;

test.each([
  ['', '', 'The file is empty.'],
  [' \n', '', 'The file is empty.'],
  ['{\n  "rules": {},\n}', ',', 'Line 2 is not JSON: there is a comma too many.'],
  ['{\n  // why\n  "rules": {} }', '// why', 'Line 2 is not JSON: comments are not allowed.'],
  ['{ "rules": {} } x', 'x', 'Line 1 is not JSON: this is not a value.'],
  ["{ 'rules': {} }", "'rules'", 'Line 1 is not JSON: this is not a value.'],
  ['{ "rules": {', '', 'Line 1 is not JSON: a closing brace is missing.'],
  ['{ "rules": "\n" }', '"', 'Line 1 is not JSON: a double quote is missing.'],
  [deep, '[', 'The file is nested too deeply.'],
  ['[]', '[]', 'The file must contain an object: { … }.'],
  ['{ "ruls": {} }', '"ruls"', '"ruls" is not allowed here. Use rules, files or programs.'],
  ['{ "rules": [] }', '[]', '"rules" must be an object with a severity for each rule.'],
  ['{ "rules": null }', 'null', '"rules" must be an object with a severity for each rule.'],
  [
    '{ "rules": { "mentor-emial": "off" } }',
    '"mentor-emial"',
    '"rules.mentor-emial" is not a rule. Did you mean "mentor-email"?',
  ],
  ['{ "rules": { "abc": "off" } }', '"abc"', '"rules.abc" is not a rule.'],
  ['{ "rules": { "__proto__": "off" } }', '"__proto__"', '"rules.__proto__" is not a rule.'],
  ['{ "rules": { "toc": "loud" } }', '"loud"', '"rules.toc" must be error, warning, information, hint or off.'],
  ['{ "rules": { "toc": ["off"] } }', '["off"]', '"rules.toc" must be error, warning, information, hint or off.'],
  ['{ "files": "all" }', '"all"', '"files" must be an object with "include" and "exclude".'],
  ['{ "files": { "only": [] } }', '"only"', '"files.only" is not allowed here. Use include or exclude.'],
  ['{ "files": { "include": "a" } }', '"a"', '"files.include" must be a list of patterns.'],
  ['{ "files": { "exclude": [7] } }', '7', '"files.exclude" must contain only strings.'],
  [
    '{ "files": { "exclude": ["!a"] } }',
    '"!a"',
    '"files.exclude" has a pattern that starts with "!". Use the other list instead.',
  ],
  [
    '{ "files": { "exclude": ["+(a|b)"] } }',
    '"+(a|b)"',
    '"files.exclude" has a pattern with a mark before "(". Use {a,b} for alternatives.',
  ],
  [
    `{ "files": { "exclude": ["${'{a,b}'.repeat(20)}"] } }`,
    `["${'{a,b}'.repeat(20)}"]`,
    '"files.exclude" holds more alternatives than anybody could mean.',
  ],
  [many, many.slice(many.indexOf('['), -2), '"files.exclude" can have at most 200 patterns.'],
])('%.60s is broken, and none of it holds', (text, at, message) => {
  const { config, problems } = readConfig(text);
  expect(problems.map((problem) => problem.message)).toEqual([message]);
  expect(problems.map(({ span }) => sliceOf(text, span))).toEqual([at]);
  expect(config.rules).toEqual({});
  expect(config.covers('a.md')).toBe(true);
});

test('what is right beside a problem does not hold either', () => {
  const { config, problems } = readConfig('{ "ruls": {}, "rules": { "toc": "hint" }, "files": { "exclude": ["a"] } }');
  expect(problems).toHaveLength(1);
  expect(config.rules).toEqual({});
  expect(config.covers('a')).toBe(true);
});

// A link may have led to any file of the person.
test.each([
  '{ "rules": { "mentor-email": "s3cret" } }',
  '{ "rules": { "mentor-email": { "s3cret": "s3cret" } } }',
  '{ "s3cret word": 1 }',
  `{ "s3cret${'x'.repeat(60)}": 1 }`,
  '{ "s3cret\\n::set-output": 1 }',
  '{ "files": { "exclude": ["!s3cret", "@(s3cret)"], "s3cret word": 1 }, "rules": { "s3cret:": "off" } }',
  '["s3cret"]',
  'TOKEN=s3cret',
  '"s3cret',
  '{ "a": s3cret }',
])('nothing of %s is repeated', (text) => {
  const messages = readConfig(text).problems.map(({ message }) => message);
  expect(messages).not.toEqual([]);
  expect(messages.join()).not.toContain('s3cret');
});

test('what is JSON for others is JSON, and nothing else is', () => {
  const piece = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"a"',
    '"',
    '1',
    '-',
    '.5',
    'true',
    'nul',
    '//',
    '/**/',
    '\\',
    ' ',
    '\n',
  );
  const broken = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(fc.oneof(broken, fc.json({ maxDepth: 4 })), (text) => {
      expect(jsonIn(text).is).toBe(isJson(text) ? 'json' : 'broken');
    }),
    { numRuns: 3_000 },
  );
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

test('no more problems are told than anybody reads', () => {
  const rules = Object.fromEntries(Array.from({ length: 30_000 }, (_, i) => [`rule-${i}`, 'off']));
  expect(readConfig(JSON.stringify({ rules })).problems).toHaveLength(20);
});
