import { expect, test } from 'vitest';
import { readConfig } from '../../server/src/host/config';

test('severities and files are read', () => {
  const { config, problems } = readConfig(
    '{ "rules": { "toc": "off" }, "files": { "include": ["programs"], "exclude": ["**/2019/**", "programs/old.md"] } }',
  );
  expect(problems).toEqual([]);
  expect(config.rules).toEqual({ toc: 'off' });
  const covered = ['programs/a.md', 'programs/2019/b.md', 'programs/old.md', 'README.md', 'programs/x/y/.z/c.md'];
  expect(covered.map((path) => config.covers(path))).toEqual([true, false, false, false, true]);
});

test.each([
  ['', /^It is no JSON and is not used: .+\.$/],
  ['[]', /^It is no JSON object and is not used\.$/],
  ['{ "ruls": {} }', /^"ruls" is not known here: only rules and files are\.$/],
  ['{ "rules": [] }', /^"rules" is no object and is not used\.$/],
  ['{ "rules": { "toc": "loud" } }', /^"toc" takes error, warning, information, hint or off, not "loud"\.$/],
  ['{ "files": "all" }', /^"files" is no object and is not used\.$/],
  ['{ "files": { "only": [] } }', /^"only" is not known here: only include and exclude are\.$/],
  ['{ "files": { "include": "a" } }', /^"files\.include" takes a list of patterns and is not used\.$/],
  ['{ "files": { "exclude": [7] } }', /^"files\.exclude" takes a list of patterns and is not used\.$/],
])('%s is said to be wrong, and does no harm', (text, problem) => {
  const { config, problems } = readConfig(text);
  expect(problems).toEqual([expect.stringMatching(problem)]);
  expect(config.rules).toEqual({});
  expect(config.covers('a.md')).toBe(true);
});

test('no pattern is too odd', () => {
  for (const pattern of ['', '[', '**'.repeat(400), '!(a|b', '{a,b', '\\']) {
    const { config } = readConfig(JSON.stringify({ files: { exclude: [pattern] } }));
    expect(() => config.covers('a/b/c.md')).not.toThrow();
  }
});
