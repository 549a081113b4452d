/** What a check of one file does not need is not loaded: it would be a good part of its time. */
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith } from '../folder';
import { built, drafts, run, runNode } from './program';

test('a check of plain proposals needs no parser, and the draft of an issue loads them', async () => {
  const folder = folderWith({
    'project_ideas.md': drafts('One'),
    'issue.json': JSON.stringify({
      url: 'https://github.com/a/b/issues/1',
      title: 'One',
      body: '## Description\n\nWork.\n',
    }),
  });
  copyFileSync(join(built, 'cli.js'), join(folder, 'cli.js'));
  expect(await runNode(folder, 'cli.js', 'check', 'project_ideas.md')).toEqual({ code: 0, out: '', err: '' });
  const draft = ['draft', '--from-issue', 'issue.json'];
  expect((await runNode(folder, 'cli.js', ...draft)).err).toContain('parsers.cjs');
  expect(await run(folder, ...draft)).toMatchObject({ code: 0, out: expect.stringContaining('Description') });
});

test('Git, the network and cryptography are loaded for those who ask for them', async () => {
  const folder = folderWith({ 'project_ideas.md': drafts('One') });
  const loaded = async (...args: string[]) => {
    const names = "process.on('exit', () => console.log(process.moduleLoadList.join(' ')))";
    const { out } = await runNode(folder, '--import', `data:text/javascript,${names}`, join(built, 'cli.js'), ...args);
    return out.split(' ').flatMap((name) => /^(?:NativeModule|Builtin) (.*)/.exec(name)?.[1] ?? name);
  };
  const heavy = ['child_process', 'crypto', 'readline/promises'];
  const plain = await loaded('check', 'project_ideas.md');
  expect(heavy.filter((name) => plain.includes(name))).toEqual([]);
  expect(await loaded('check', '--format=sarif', 'project_ideas.md')).toContain('crypto');
});
