/** Checkouts from strangers: nothing in them is run. */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { folderWith, writeIn } from '../folder';
import { drafts, git, proposal, run } from './program';

const term = 'programs/lfx-mentorship/2026/01-Mar-May';
const file = `${term}/project_ideas.md`;
const broken = `${drafts('Whole')}\n${proposal('Without skills', ['Recommended Skills'])}`;

afterEach(() => vi.unstubAllEnvs());

interface Trap {
  /** A repository with one commit, in which a file has changed since. */
  readonly folder: string;
  /** A program that nobody must run. */
  readonly command: string;
  /** Settings with which git would run it: as its transport, as a helper, before or after what it does. */
  readonly settings: string;
  ran(): boolean;
}

async function trap(): Promise<Trap> {
  // Settings are cut at blanks: the command must be one that would run.
  const outside = mkdtempSync(join(tmpdir(), 'strangers-'));
  onTestFinished(() => rmSync(outside, { recursive: true }));
  const command = join(outside, 'command');
  writeFileSync(command, `#!/bin/sh\ntouch ${outside}/ran\n`);
  chmodSync(command, 0o755);
  mkdirSync(join(outside, 'hooks'));
  for (const name of ['pre-auto-gc', 'reference-transaction', 'post-index-change', 'post-checkout'])
    symlinkSync(command, join(outside, 'hooks', name));
  const folder = folderWith({ [file]: drafts('Whole'), '.gitattributes': '*.md diff=evil filter=evil\n' });
  await git(folder, 'init', '--quiet', '--initial-branch', 'main');
  await git(folder, 'add', '.');
  await git(folder, 'commit', '--quiet', '-m', 'before');
  writeIn(folder, file, broken);
  return { folder, command, settings: hostile(command, outside), ran: () => existsSync(join(outside, 'ran')) };
}

function hostile(command: string, outside: string): string {
  const programs = ['fsmonitor', 'sshCommand', 'pager', 'editor', 'askPass', 'gitProxy', 'alternateRefsCommand'];
  return [
    '[core]\n\trepositoryformatversion = 1',
    ...programs.map((name) => `\t${name} = ${command}`),
    `\thooksPath = ${outside}/hooks`,
    `[credential]\n\thelper = "!${command}"`,
    '[extensions]\n\tpartialClone = evil',
    `[remote "evil"]\n\turl = "ext::${command}"\n\tpromisor = true\n\tuploadpack = ${command}`,
    ...['', ' "ext"', ' "file"', ' "ssh"'].map((protocol) => `[protocol${protocol}]\n\tallow = always`),
    `[diff]\n\texternal = ${command}\n[diff "evil"]\n\ttextconv = ${command}\n\tcommand = ${command}`,
    `[filter "evil"]\n\tsmudge = ${command}\n\tclean = ${command}\n\tprocess = ${command}\n\trequired = true`,
    ...['rev-parse', 'cat-file'].map((name) => `[alias]\n\t${name} = "!${command}"\n[pager]\n\t${name} = ${command}`),
    '',
  ].join('\n');
}

/** The files of a separate repository whose objects would have to be fetched. */
function writeRepository(folder: string, settings: string, isBare: boolean): void {
  const missing = '1'.repeat(40);
  writeIn(folder, 'HEAD', 'ref: refs/heads/main\n');
  writeIn(folder, 'refs/heads/main', `${missing}\n`);
  writeIn(folder, 'objects/info/keep', '');
  writeIn(folder, 'config', `${settings}[core]\n\tbare = ${isBare}\n`);
}

test.each([
  ['a bare repository beside the file', '.', true],
  ['a bare repository below the top', '../../../..', true],
  ['a repository around the file', '.git', false],
  ['a file that names a repository', 'evil', false],
])('%s is not asked', async (_, at, isBare) => {
  const { folder, settings, ran } = await trap();
  writeRepository(join(folder, term, at), settings, isBare);
  if (at === 'evil') writeIn(folder, `${term}/.git`, 'gitdir: evil\n');
  const { code, out, err } = await run(folder, 'check', '--changed-since', 'main', '.');
  expect(ran()).toBe(false);
  expect({ code, err }).toEqual({ code: 1, err: '' });
  expect(out).toContain(' missing-field ');
});

test.each(['.git', 'evil'])('where the user names the folder of a repository in %s, nothing of it runs', async (at) => {
  const { folder, settings, ran } = await trap();
  writeRepository(join(folder, term, at), settings, false);
  if (at === 'evil') writeIn(folder, `${term}/.git`, 'gitdir: evil\n');
  expect((await run(folder, 'check', '--changed-since', 'main', term)).code).toBe(2);
  expect(ran()).toBe(false);
});

test('settings of the repository itself run nothing', async () => {
  const { folder, settings, ran } = await trap();
  writeIn(folder, '.git/config', settings);
  const { code, err } = await run(folder, 'check', '--changed-since', 'main', '.');
  expect(ran()).toBe(false);
  expect({ code, err }).toEqual({ code: 1, err: '' });
});

test('what would have to be fetched is not fetched, and not taken for new', async () => {
  const { folder, settings, ran } = await trap();
  const { out: object } = await git(folder, 'rev-parse', `HEAD:${file}`);
  rmSync(join(folder, '.git/objects', object.slice(0, 2), object.trim().slice(2)));
  writeIn(folder, '.git/config', settings);
  const { code, out, err } = await run(folder, 'check', '--fix', '--changed-since', 'main', '.');
  expect(ran()).toBe(false);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(/^mentorship-proposals: Git cannot read "main" where "\." is: .+\n$/);
});

test('work tree and objects that lie elsewhere are not looked for', async () => {
  const { folder, settings, ran } = await trap();
  const elsewhere = await trap();
  writeIn(
    folder,
    '.git/config',
    `${settings}\tworktree = ${elsewhere.folder}\n[core]\n\tworktree = ${elsewhere.folder}\n`,
  );
  const { code, err } = await run(folder, 'check', '--changed-since', 'main', '.');
  expect(code).toBe(2);
  expect(err).toContain('its repository lies elsewhere.\n');
  expect(ran()).toBe(false);
});

test.each([
  ['the folder itself', ''],
  ['a dot', '.'],
  ['the folder', './'],
  ['a folder for programs of packages', 'node_modules/.bin'],
  ['a folder in it', 'bin'],
])('a program named git is not taken from the checkout where PATH names %s', async (_, entry) => {
  const { folder, command, ran } = await trap();
  for (const at of ['git', `${term}/git`, 'bin/git', 'node_modules/.bin/git']) {
    mkdirSync(join(folder, at, '..'), { recursive: true });
    symlinkSync(command, join(folder, at));
  }
  vi.stubEnv('PATH', [/^\w/.test(entry) ? join(folder, entry) : entry, process.env.PATH].join(delimiter));
  const { code, err } = await run(folder, 'check', '--changed-since', 'main', '.');
  expect(ran()).toBe(false);
  expect({ code, err }).toEqual({ code: 1, err: '' });
});

test('git sees no token, and nothing that would lead it elsewhere', async () => {
  const { folder } = await trap();
  const bin = folderWith({});
  writeFileSync(
    join(bin, 'git'),
    `#!/bin/sh\nprintf '%s\\n' "$@" >>'${bin}/arguments'\nenv >>'${bin}/environment'\nPATH=\${PATH#*:}\nexec git "$@"\n`,
  );
  chmodSync(join(bin, 'git'), 0o755);
  vi.stubEnv('PATH', [bin, process.env.PATH].join(delimiter));
  const secrets = ['GITHUB_TOKEN', 'GH_TOKEN', 'NODE_AUTH_TOKEN', 'ACTIONS_RUNTIME_TOKEN', 'MY_PASSWORD'];
  const leading = [
    'GIT_SSH_COMMAND',
    'GIT_EXTERNAL_DIFF',
    'GIT_ASKPASS',
    'GIT_TRACE2_EVENT',
    'GIT_EXEC_PATH_OF_ANOTHER',
  ];
  for (const name of [...secrets, ...leading]) vi.stubEnv(name, 'secret');
  expect((await run(folder, 'check', '--changed-since', 'main', '.')).code).toBe(1);
  const environment = readFileSync(join(bin, 'environment'), 'utf8');
  expect(environment).toContain('GIT_NO_LAZY_FETCH=1\n');
  expect(environment).not.toContain('secret');
  const settings = ['safe.bareRepository=explicit', 'protocol.allow=never', 'core.hooksPath=/dev/null'];
  expect(readFileSync(join(bin, 'arguments'), 'utf8').split('\n')).toEqual(expect.arrayContaining(settings));
});

test('git is started six times, however many files there are', async () => {
  const { folder } = await trap();
  const bin = folderWith({});
  writeFileSync(join(bin, 'git'), `#!/bin/sh\necho >>'${bin}/starts'\nPATH=\${PATH#*:}\nexec git "$@"\n`);
  chmodSync(join(bin, 'git'), 0o755);
  vi.stubEnv('PATH', [bin, process.env.PATH].join(delimiter));
  for (let i = 0; i < 20; i++) writeIn(folder, `more/${i}/project_ideas.md`, broken);
  expect((await run(folder, 'check', '--changed-since', 'main', '.', term)).code).toBe(1);
  expect(readFileSync(join(bin, 'starts'), 'utf8')).toBe('\n'.repeat(6));
});
