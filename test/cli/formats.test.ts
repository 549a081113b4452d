/** Each format by the rules of what reads it. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { marked } from 'marked';
import { expect, test } from 'vitest';
import { folderWith } from '../folder';
import { drafts, git, proposal, run } from './program';
import { validatorOf } from './schema';

const require = createRequire(import.meta.url);
const file = 'programs/a b/project_ideas.md';
const mislabelled = proposal('Ünïcode 🎉').replace('- Expected Outcome:', '- Expected Outcomes:');
const text = `${drafts('Whole')}\n${proposal('<b> | [x](https://example.org) @team', ['Recommended Skills'])}\n${mislabelled}`;

/** What `check` prints in a folder of the repository. */
async function printed(format: string): Promise<string> {
  const folder = folderWith({ [file]: text, 'programs/whole/project_ideas.md': drafts('Fine') });
  await git(folder, 'init', '--quiet');
  const { code, out, err } = await run(join(folder, 'programs'), 'check', '--format', format, '.');
  expect({ code, err }).toEqual({ code: 1, err: '' });
  return out;
}

test('SARIF is valid, and has what code scanning shows', async () => {
  const log = JSON.parse(await printed('sarif'));
  const schema = require('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
  expect(validatorOf(schema)(log)).toEqual([]);
  const [{ tool, results }] = log.runs;
  for (const rule of tool.driver.rules) {
    expect(rule.help.text).not.toBe('');
    expect(new URL(rule.helpUri).protocol).toBe('https:');
  }
  expect(new URL(tool.driver.informationUri).protocol).toBe('https:');
  const prints = results.map(
    ({ partialFingerprints }: { partialFingerprints: object }) => Object.values(partialFingerprints)[0],
  );
  expect(new Set(prints).size).toBe(results.length);
  for (const { ruleId, ruleIndex, locations } of results) {
    expect(tool.driver.rules[ruleIndex].id).toBe(ruleId);
    expect(locations[0].physicalLocation.artifactLocation.uri).toBe('programs/a%20b/project_ideas.md');
  }
  const fixed = results.filter(({ fixes }: { fixes?: unknown }) => fixes);
  expect(fixed).toHaveLength(1);
  expect(fixed[0].fixes[0].artifactChanges[0].replacements[0].insertedContent.text).toBe('Expected Outcome');
});

test('JSON is what its schema says, and an edit of a fix replaces its range', async () => {
  const report = JSON.parse(await printed('json'));
  const schema = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../schemas/findings.schema.json'), 'utf8'));
  expect(validatorOf(schema)(report)).toEqual([]);
  expect(validatorOf(schema)({ ...report, findings: [{ ...report.findings[0], line: 0 }] })).not.toEqual([]);
  const [edit] = report.findings.find(({ fix }: { fix: unknown }) => fix).fix.edits;
  const line = text.split('\n')[edit.line - 1] ?? '';
  expect(line.slice(edit.column - 1, edit.endColumn - 1)).toBe('Expected Outcomes');
});

test('the fingerprints of findings stay while lines above them come and go', async () => {
  const printsIn = async (content: string) => {
    const { out } = await run(folderWith({ 'project_ideas.md': content }), 'check', '--format=gitlab', '.');
    return JSON.parse(out).map(({ fingerprint }: { fingerprint: string }) => fingerprint);
  };
  const before = await printsIn(text);
  expect(before.length).toBeGreaterThan(1);
  expect(await printsIn(text.replace('## Proposed', 'Welcome.\n\n## Proposed'))).toEqual(before);
});

test('GitLab is given what it asks for of code quality', async () => {
  const issues = JSON.parse(await printed('gitlab'));
  // https://docs.gitlab.com/ci/testing/code_quality: these are all required.
  for (const { description, check_name, fingerprint, severity, location } of issues) {
    expect(description).toMatch(/\S/);
    expect(check_name).toMatch(/^[a-z-]+$/);
    expect(fingerprint).toMatch(/^[0-9a-f]{32}$/);
    expect(['info', 'minor', 'major', 'critical', 'blocker']).toContain(severity);
    expect(location).toEqual({ path: file, lines: { begin: expect.any(Number), end: expect.any(Number) } });
  }
  expect(new Set(issues.map(({ fingerprint }: { fingerprint: string }) => fingerprint)).size).toBe(issues.length);
});

test('JUnit has a suite for each file, a failure for each finding, and counts that are right', async () => {
  const { parseStringPromise } = require('xml2js');
  const { testsuites } = await parseStringPromise(await printed('junit'));
  const names = testsuites.testsuite.map(({ $ }: { $: { name: string } }) => $.name);
  expect(names).toEqual([file, 'programs/whole/project_ideas.md']);
  for (const { $, testcase } of testsuites.testsuite) {
    const failures = testcase.filter(({ failure }: { failure?: unknown }) => failure).length;
    expect([Number($.tests), Number($.failures)]).toEqual([testcase.length, failures]);
    for (const each of testcase) expect(each.$).toMatchObject({ name: expect.any(String), classname: $.name });
  }
  expect(testsuites.$.failures).toBe(testsuites.testsuite[0].$.failures);
});

test('reviewdog is given columns in bytes, and suggestions', async () => {
  const { source, diagnostics } = JSON.parse(await printed('rdjson'));
  expect(source.name).toBe('mentorship-proposals');
  for (const { message, location, severity, code } of diagnostics) {
    expect(message).toMatch(/\S/);
    expect(['ERROR', 'WARNING', 'INFO']).toContain(severity);
    expect(location).toMatchObject({ path: file, range: { start: { line: expect.any(Number) } } });
    expect(code).toEqual({ value: expect.any(String), url: expect.stringMatching(/^https:/) });
  }
  const [suggestion] = diagnostics.find(({ suggestions }: { suggestions?: unknown }) => suggestions).suggestions;
  const { start, end } = suggestion.range;
  const line = Buffer.from(text.split('\n')[start.line - 1] ?? '');
  expect(line.subarray(start.column - 1, end.column - 1).toString()).toBe('Expected Outcomes');
});

test('a comment is a table, and nothing of a document is a link or a tag in it', async () => {
  const hostile = text.replaceAll('- Mentor(s):', '- <img src=x> [x](https://example.org) @team |:');
  const { out } = await run(folderWith({ 'project_ideas.md': hostile }), 'check', '--format=markdown', '.');
  const html = await marked(out);
  expect(html).toContain('<table>');
  for (const [, address] of html.matchAll(/<a href="([^"]*)"/g)) expect(address).toMatch(/rules\/[a-z-]+\.md$/);
  expect(html).not.toContain('<img');
});

test('a comment has room on GitHub, and says how many findings are left out', async () => {
  const many = Array.from({ length: 900 }, (_, i) => proposal(`Number ${i}`, ['Mentor'])).join('\n');
  const { out } = await run(folderWith({ 'project_ideas.md': drafts() + many }), 'check', '--format=markdown', '.');
  expect(out.length).toBeLessThan(65_536);
  const [, left] = /\n…and (\d+) more\.\n$/.exec(out) ?? [];
  const [, all] = /^[^\n]*\n\n(\d+) findings/.exec(out) ?? [];
  expect(Number(left) + [...out.matchAll(/^\| \d+ \|/gm)].length).toBe(Number(all));
});
