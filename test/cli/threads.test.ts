/** Thousands of files are checked in threads: what comes of it is the same, and a thread that ends costs only time. */
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { bundledForm } from '../../server/src/core/facts/proposal-form';
import { knownFileOf } from '../../server/src/core/known/file';
import { checkCommand } from '../../server/src/entry/cli/check-arguments';
import { checkedFile } from '../../server/src/entry/cli/checked-file';
import { checkedInThreads } from '../../server/src/entry/cli/checked-in-threads';
import { Input, type InputFile } from '../../server/src/entry/cli/input';
import { judged } from '../../server/src/entry/cli/judge';
import { targetsIn } from '../../server/src/entry/cli/targets';
import { wantedIn } from '../../server/src/entry/cli/wanted';
import { Directory, knownFromDirectory } from '../../server/src/host/workspace/file-index';
import { folderWith } from '../folder';
import { goodDrafts, goodProposal } from '../good';
import { built } from './program';

const years = [2023, 2024, 2025];
const long = 'All that is slow today is to be fast. '.repeat(40_000);
/** A label that has a fix, and a person whose address is another in each file. */
const files = Object.fromEntries(
  years.flatMap((year) =>
    ['drafts', 'ideas', 'more'].map((name) => {
      const bad = goodProposal(`${name} of ${year}`)
        .replace('- Expected Outcome:', '* **Expected Outcomes**:')
        .replace('Ada Example (@ada-example, ada@example.org)', `Cy Probe (@cy-probe, cy@${name}-${year}.example.org)`);
      const text = goodDrafts(bad, goodProposal(`Long of ${year}`).replace('What is to be done.', long));
      return [`programs/lfx-mentorship/${year}/01-Mar-May/${name}-project_ideas.md`, text];
    }),
  ),
);
const projects = 'name,slug\nJaeger,jaeger\n';

async function checked(format: string, script: string) {
  const folder = folderWith({ ...files, '.mentorship-proposals.json': '{ "projects": "p.csv" }', 'p.csv': projects });
  const command = checkCommand(['--published', '--format', format, folder]);
  if (command.name !== 'check') throw new Error('this is no check');
  const told: string[] = [];
  const input = new Input((line) => told.push(line));
  const found: InputFile[] = [];
  for await (const file of input.documents([folder], { withProjects: true })) found.push(file);
  const targets = targetsIn(found, command, [folder], input.configs);
  const inFiles = found.flatMap(({ disk, document }) => knownFileOf(pathToFileURL(disk).href, document()) ?? []);
  let count = 0;
  const facts = { files: inFiles, form: bundledForm, command };
  const progress = () => count++;
  const inThreads = await checkedInThreads(targets, facts, { script, log: input.log, progress });
  const known = knownFromDirectory(new Directory(inFiles), bundledForm);
  const options = { since: null, scope: null, isToRepair: false, wants: wantedIn(command) };
  const here = targets.map((target) => checkedFile(judged(target, known, options).now, target.file.shown, command));
  return { here, inThreads, told, count };
}

test.each(['json', 'text'])('%s: a file is checked like here, with all that is known', async (format) => {
  const { here, inThreads, told, count } = await checked(format, join(built, 'cli.js'));
  expect(told).toEqual([]);
  const isAlone = availableParallelism() < 2;
  expect(inThreads).toEqual(isAlone ? here.map(() => null) : here);
  expect(count).toBe(isAlone ? 0 : 9);
  const findings = here.flatMap((file) => file.findings);
  expect(new Set(findings.map(({ rule }) => rule))).toContain('mentor-conflict');
  expect(findings.some(({ fix }) => fix !== null)).toBe(format === 'json');
});

test('where threads end at once, everything is left to who asked, who is told', async () => {
  const broken = join(folderWith({ 'broken.js': 'throw new Error("no memory");' }), 'broken.js');
  const { inThreads, told } = await checked('text', broken);
  expect(inThreads.every((file) => file === null)).toBe(true);
  if (availableParallelism() > 1)
    expect(new Set(told)).toEqual(new Set(['A thread that checks files has ended: Error: no memory']));
});
