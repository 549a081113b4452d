/** What a path of the command line may really be: nothing outside of its repository, and nothing that is passed over in silence. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, relative } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { folderWith, writeIn } from '../folder';
import { drafts, git, run } from './program';

const term = 'programs/lfx-mentorship/2026/01-Mar-May';
const ideas = `${term}/project_ideas.md`;
const messy = drafts('ghp_SECRET').replace('- Recommended Skills:', '* **Recommended Skills**:');

/** A repository, and a folder outside of it that its links lead to. */
async function repository(): Promise<{ folder: string; elsewhere: string }> {
  const folder = folderWith({ [ideas]: drafts('One') });
  const elsewhere = folderWith({ 'project_ideas.md': messy, '.mentorship-proposals.json': '{"ghp_SECRET":1}' });
  await git(folder, 'init', '--quiet');
  return { folder, elsewhere };
}

function said(name: string, what: string): string {
  return `mentorship-proposals: ${name} ${what}.\nmentorship-proposals: 1 file failed.\n`;
}

const leadsOut = 'is not followed: it leads out of the repository';

test.each([
  ['a file', 'project_ideas.md', false],
  ['a file, by a way that is not absolute', 'project_ideas.md', true],
  ['a folder', '', false],
  ['a folder that is a repository', '', false],
])('a link in a repository to %s outside is neither read nor listed nor written', async (what, target, isRelative) => {
  const { folder, elsewhere } = await repository();
  if (what.endsWith('repository')) await git(elsewhere, 'init', '--quiet');
  const to = join(elsewhere, target);
  symlinkSync(isRelative ? relative(folder, to) : to, join(folder, 'link'));
  for (const given of target ? ['link', join(folder, 'link')] : ['link', 'link/', 'link/project_ideas.md']) {
    for (const args of [['check'], ['check', '--fix'], ['check', '--changed-since=HEAD'], ['list', '--json']]) {
      const { code, out, err } = await run(folder, ...args, given);
      expect(code).toBe(2);
      expect(err).toContain(leadsOut);
      expect(out + err).not.toContain('SECRET');
    }
  }
  expect(readFileSync(join(elsewhere, 'project_ideas.md'), 'utf8')).toBe(messy);
});

test('the others are checked all the same, and one inside of the repository is followed', async () => {
  const { folder, elsewhere } = await repository();
  writeIn(folder, ideas, messy);
  symlinkSync(join(elsewhere, 'project_ideas.md'), join(folder, 'out.md'));
  symlinkSync(`../${ideas}`, join(folder, 'programs/in.md'));
  const { code, out, err } = await run(folder, 'check', '--fix', 'out.md', 'programs/in.md');
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(`out.md ${leadsOut}.\n`);
  expect(err).toContain('Fixed 1 finding in 1 file; 0 findings are left.');
  expect(readFileSync(join(folder, ideas), 'utf8')).not.toBe(messy);
});

test('a link with the name of a proposals file that leads out of the folder is reported', async () => {
  const { folder, elsewhere } = await repository();
  mkdirSync(join(folder, 'a'));
  symlinkSync(join(elsewhere, 'project_ideas.md'), join(folder, 'a/project_ideas.md'));
  symlinkSync(join(elsewhere, 'project_ideas.md'), join(folder, 'a/other.md'));
  const { code, err } = await run(folder, 'check', '.');
  expect({ code, err }).toEqual({
    code: 2,
    err: said('a/project_ideas.md', 'could not be read: it is a link to a place outside the folder'),
  });
});

const nul = 'it is no text: there is a NUL byte in it';
const utf16 = 'it is written in UTF-16';

test.each([
  ['a NUL byte', Buffer.from(`<!-- \0 -->\n${messy}`), nul],
  ['UTF-16', Buffer.from(`\uFEFF${messy}`, 'utf16le'), utf16],
  ['UTF-16, the other way round', Buffer.from(`\uFEFF${messy}`, 'utf16le').swap16(), utf16],
  ['UTF-16 without a mark', Buffer.from(messy, 'utf16le'), nul],
  ['UTF-16 without a NUL byte', Buffer.from('\uFEFF开源之夏', 'utf16le'), utf16],
])('%s in a proposals file is no way around a check', async (_, bytes, why) => {
  const folder = folderWith({ [ideas]: bytes, 'named.md': bytes });
  const err = said(ideas, `could not be read: ${why}`);
  for (const args of [['check'], ['check', '--format=json'], ['list', '--json'], ['list', '--csv']])
    for (const given of ['programs', ideas]) expect(await run(folder, ...args, given)).toMatchObject({ code: 2, err });
  expect(await run(folder, 'check', 'named.md')).toMatchObject({
    code: 2,
    err: said('named.md', `could not be read: ${why}`),
  });
});

test.skipIf(process.platform === 'win32')('something that is not a regular file is reported at once', async () => {
  const folder = folderWith({ 'programs/a.md': '' });
  execFileSync('mkfifo', [join(folder, 'project_ideas.md')]);
  const server = createServer();
  onTestFinished(() => void server.close());
  await new Promise<void>((done) => server.listen(join(folder, 'socket.md'), done));
  symlinkSync('/dev/zero', join(folder, 'zero.md'));
  const why = 'could not be read: it is not a regular file';
  for (const given of ['project_ideas.md', 'socket.md', 'zero.md', '/dev/zero', '/dev/null'])
    for (const args of [['check'], ['list', '--json']])
      expect(await run(folder, ...args, given)).toMatchObject({ code: 2, err: said(given, why) });
  expect(await run(folder, 'check', 'programs/a.md/')).toMatchObject({ code: 2 });
  expect(await run(folder, 'check', '.')).toMatchObject({ code: 2, err: said('project_ideas.md', why) });
});
