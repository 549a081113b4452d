/** The snippets of docs/ci.md, run where they are meant to run. */
import { execFile } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { load } from 'js-yaml';
import { expect, test } from 'vitest';
import manifest from '../../package.json';
import { folderWith } from '../folder';
import { npmEnvironment } from './npm-registry';
import { drafts, git, proposal } from './program';
import { action, checkoutOfAction, runAction, runStep } from './workflow';

const timeout = 180_000;
const page = readFileSync(resolve(import.meta.dirname, '../../docs/ci.md'), 'utf8');
const broken = `${drafts('Whole')}\n${proposal('Without skills', ['Recommended Skills'])}`;

type Yaml = Readonly<Record<string, unknown>>;
interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Yaml;
}

function snippets(language: string): readonly string[] {
  return [...page.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].flatMap(([, is, text = '']) =>
    is === language ? [text] : [],
  );
}

const yaml = snippets('yaml').map((text) => load(text) as Yaml);
const workflows = yaml.filter((each) => 'jobs' in each);
const stepsOf = ({ jobs }: Yaml) => (jobs as { check: { steps: readonly Step[] } }).check.steps;

async function repository(): Promise<string> {
  const folder = folderWith({ 'programs/project_ideas.md': broken });
  await git(folder, 'init', '--quiet', '--initial-branch', 'main');
  await git(folder, 'add', '.');
  await git(folder, 'commit', '--quiet', '-m', 'before');
  return folder;
}

test('every version on the page is the one that is published', () => {
  const versions = [...page.matchAll(/mentorship-proposals@v?(\S+)|rev: v(\S+)/g)].map(([, at, rev]) => at ?? rev);
  expect(new Set(versions)).toEqual(new Set([manifest.version]));
});

test('the table has the inputs of the action', () => {
  const rows = [...page.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, name]) => name);
  expect(rows).toEqual(Object.keys(action.inputs));
});

test('the workflows run the action, with its inputs', { timeout }, async () => {
  const folder = await repository();
  const action_path = checkoutOfAction();
  const used = workflows.flatMap(stepsOf).filter(({ uses }) => uses?.startsWith('OWNER/'));
  expect(used).toHaveLength(2);
  for (const step of used) {
    const { code, annotations } = await runAction(folder, { inputs: { ...step.with }, github: { action_path } });
    expect({ code, annotations }).toMatchObject({ code: 1, annotations: [{ properties: { title: 'missing-field' } }] });
  }
  rmSync(action_path, { recursive: true });
});

test('code scanning gets a file, and findings are no failure of that step', { timeout }, async () => {
  const folder = await repository();
  const run = workflows.flatMap(stepsOf).find((step) => step.run)?.run ?? '';
  expect(await runStep(folder, run)).toMatchObject({ code: 0 });
  const { runs } = JSON.parse(readFileSync(join(folder, 'findings.sarif'), 'utf8'));
  expect(runs[0].results).toHaveLength(1);
  expect((await runStep(folder, run.replace(' .', ' nowhere'))).code).not.toBe(0);
});

test('GitLab gets its report, and what was wrong before fails no branch', { timeout }, async () => {
  const folder = await repository();
  await git(folder, 'update-ref', 'refs/remotes/origin/main', 'main');
  const [job] = yaml.flatMap((each) =>
    each.proposals ? [each.proposals as { script: string[]; artifacts: Yaml }] : [],
  );
  const { codequality = '' } = (job?.artifacts.reports as { codequality?: string }) ?? {};
  const runJob = async () => {
    const { code } = await runStep(folder, job?.script.join('\n') ?? '', { CI_DEFAULT_BRANCH: 'main' });
    return { code, report: JSON.parse(readFileSync(join(folder, codequality), 'utf8')) };
  };
  const before = { check_name: 'missing-field', description: '"Recommended Skills" is missing.' };
  expect(await runJob()).toMatchObject({ code: 0, report: [before] });
  await git(folder, 'switch', '--quiet', '--create', 'change');
  writeFileSync(join(folder, 'programs/project_ideas.md'), `${broken}\n${proposal('New', ['Mentor'])}`);
  await git(folder, 'commit', '--quiet', '--all', '-m', 'change');
  expect(await runJob()).toMatchObject({ code: 1, report: [before, { description: '"Mentor(s)" is missing.' }] });
});

test('the lines for other servers write what they say', { timeout }, async () => {
  const folder = await repository();
  // What reviewdog is given; the program itself is not here.
  const bin = folderWith({ reviewdog: '#!/bin/sh\nexec cat > reviewdog.json\n' });
  chmodSync(join(bin, 'reviewdog'), 0o755);
  const PATH = [bin, process.env.PATH].join(delimiter);
  const lines = snippets('sh');
  expect(lines).toHaveLength(3);
  for (const line of lines) expect((await runStep(folder, line, { PATH })).log).not.toMatch(/npm error|not found/);
  expect(readFileSync(join(folder, 'findings.xml'), 'utf8')).toContain('<testsuites');
  expect(JSON.parse(readFileSync(join(folder, 'reviewdog.json'), 'utf8')).diagnostics).toHaveLength(1);
  expect(readFileSync(join(folder, 'comment.md'), 'utf8')).toContain('1 finding in 1 file');
});

/** The program that people use, if it is on this machine: `apt-get install pre-commit`. */
const preCommit = ['/usr/bin/pre-commit', '/usr/local/bin/pre-commit'].find((each) => existsSync(each));
if (!preCommit) console.log('pre-commit is not installed: its hooks are not tried.');

test.skipIf(!preCommit)('pre-commit runs the hooks, fixes the layout and stops the commit', { timeout }, async () => {
  const hooks = checkoutOfAction();
  await git(hooks, 'init', '--quiet');
  await git(hooks, 'add', '.');
  await git(hooks, 'commit', '--quiet', '-m', 'release');
  await git(hooks, 'tag', `v${manifest.version}`);
  const folder = await repository();
  const configs = snippets('yaml').filter((text) => text.startsWith('repos:'));
  expect(configs).toHaveLength(2);
  const home = folderWith({});
  const env = { ...process.env, ...npmEnvironment(), PRE_COMMIT_HOME: home, ...person };
  /** What a commit prints, after its exit code. */
  const commit = async (config: string): Promise<string> => {
    const text = config.replace('https://github.com/OWNER/mentorship-proposals', hooks);
    writeFileSync(join(folder, '.pre-commit-config.yaml'), text);
    await git(folder, 'add', '.');
    return new Promise((done) => {
      execFile(preCommit ?? '', ['run', '--color=never'], { cwd: folder, env }, (error, out, err) =>
        done(`${error ? error.code : 0} ${out}${err}`),
      );
    });
  };
  const [changed = '', all = ''] = configs;
  const path = join(folder, 'programs/project_ideas.md');
  // A proposal without skills and one with another label were there before.
  const mislabelled = (title: string) => proposal(title).replace('- Expected Outcome:', '- Expected Outcomes:');
  const old = `${broken}\n${mislabelled('Old')}`;
  writeFileSync(path, old);
  await git(folder, 'commit', '--quiet', '--all', '-m', 'more');
  writeFileSync(path, `${old}\n${mislabelled('New')}`);
  writeFileSync(join(folder, 'README.md'), '# Something else\n');
  const fixing = /^1 [^\n]*\nmentorship proposals \(fix layout\)\.*Failed[\s\S]*files were modified by this hook/;
  const first = await commit(changed);
  expect(first).toMatch(fixing);
  expect(first).not.toContain('README.md');
  expect(readFileSync(path, 'utf8')).toBe(`${old}\n${proposal('New')}`);
  expect(await commit(changed)).toMatch(/^0 mentorship proposals \(fix layout\)\.*Passed/);
  writeFileSync(path, `${old}\n${proposal('New', ['Mentor'])}`);
  expect(await commit(changed)).toMatch(/^1 [\s\S]*"Mentor\(s\)" is missing/);
  const whole = await commit(all);
  expect(whole).toMatch(/^1 mentorship proposals\.*Failed/);
  for (const message of ['"Mentor(s)" is missing', '"Recommended Skills" is missing', "Use the template's label"])
    expect(whole).toContain(message);
  expect(readFileSync(path, 'utf8')).toBe(`${old}\n${proposal('New', ['Mentor'])}`);
  rmSync(hooks, { recursive: true });
});

const person = {
  GIT_AUTHOR_NAME: 'Ada Example',
  GIT_AUTHOR_EMAIL: 'ada@example.org',
  GIT_COMMITTER_NAME: 'Ada Example',
  GIT_COMMITTER_EMAIL: 'ada@example.org',
};
