/** The scripts that `completion` prints, in the real shells; a shell that is not there is skipped. */
import { execFile } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { rules } from '../../server/src/core/linter/rules';
import { folderWith } from '../folder';
import { run } from './program';

type Shell = 'bash' | 'zsh' | 'fish';

/**
 * Tells what the shell offers for the words behind the name of the program, of which the last is not finished. zsh takes
 * seconds to begin, so it gets many lines of words at once and tells one offer for each.
 */
const drivers: Record<Shell, string> = {
  bash: `source "$1"; shift
COMP_WORDS=(mentorship-proposals "$@") COMP_CWORD=$#
_mentorship_proposals
printf '%s\\n' "\${COMPREPLY[@]}"`,
  fish: `source $argv[1]; complete -C "mentorship-proposals $argv[2..-1]" | string replace -r '\\t.*' ''; true`,
  // A shell in a terminal: a tab completes the word, and the program shows its arguments.
  zsh: `zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell "PS1=; stty -echo; autoload -Uz compinit; compinit -D -u; source \${(q)1}; mentorship-proposals() { print -r -- \\"<\\$@[-1]>\\" }; print -r rea''dy"
zpty -r -m shell ignored '*ready*'
for line in "\${@:2}"; do
  zpty -w -n shell "mentorship-proposals $line"$'\\t\\n'
  zpty -r -m shell out '*<*>*'
  print -r -- \${\${out##*<}%%>*}
done
zpty -d shell`,
};

/** A function that asks the shell what it offers, with the script loaded. */
async function shellWith(shell: Shell): Promise<(...words: string[]) => Promise<string[]>> {
  const folder = folderWith({ 'some file.md': '', driver: drivers[shell] });
  const { code, out } = await run(folder, 'completion', shell);
  expect(code).toBe(0);
  writeFileSync(join(folder, 'script'), out);
  // Nobody's own configuration counts.
  const options = { bash: ['--noprofile', '--norc'], zsh: ['-f'], fish: ['--no-config'] }[shell];
  return (...words) =>
    new Promise((done, failed) => {
      const args = [...options, 'driver', join(folder, 'script'), ...words];
      execFile(shell, args, { cwd: folder, timeout: 30_000 }, (error, text, err) =>
        error || err ? failed(error ?? new Error(err)) : done(text.split('\n').filter((line) => line !== '')),
      );
    });
}

const isThere = (shell: Shell) =>
  ['/bin', '/usr/bin', '/usr/local/bin'].some((folder) => existsSync(join(folder, shell)));

/** Each word has one ending, so that every shell completes it. */
const cases: [words: string[], offer: string][] = [
  [['expl'], 'explain'],
  [['--fix-d'], '--fix-dry-run'],
  [['list', '--ment'], '--mentor'],
  [['check', '--format', 'gitl'], 'gitlab'],
  [['-f', 'gitl'], 'gitlab'],
  [['--scope', 'mi'], 'mine'],
  [['explain', 'mentor-cou'], 'mentor-count'],
  [['check', '--rule', 'mentor-cou'], 'mentor-count'],
  [['completion', 'ba'], 'bash'],
  [['submission', 'verd'], 'verdict'],
  [['check', 'some'], 'some file.md'],
  [['check', '--output', 'some'], 'some file.md'],
];

for (const shell of ['bash', 'fish'] as const) {
  test.skipIf(!isThere(shell))(`${shell} completes commands, options, values and files`, async () => {
    const offered = await shellWith(shell);
    for (const [words, offer] of cases) expect([words, await offered(...words)]).toEqual([words, [offer]]);
  });
}

test.skipIf(!isThere('zsh'))('zsh completes commands, options, values and files', async () => {
  const offered = await shellWith('zsh');
  expect(await offered(...cases.map(([words]) => words.join(' ')))).toEqual(cases.map(([, offer]) => offer));
});

test.skipIf(!isThere('bash'))('bash offers all rules, and nothing for what nobody can know', async () => {
  const offered = await shellWith('bash');
  expect((await offered('explain', '')).sort()).toEqual(rules.map(({ id }) => id).sort());
  expect(await offered('check', '--changed-since', '')).toEqual([]);
  // As bash splits "--format=js".
  expect(await offered('check', '--format', '=', 'js')).toEqual(['json']);
  expect(await offered('check', '--format', '=')).toContain('sarif');
});

test('every option of the help is in every script', async () => {
  const folder = folderWith({});
  const scripts = await Promise.all(
    ['bash', 'zsh', 'fish'].map(async (shell) => (await run(folder, 'completion', shell)).out),
  );
  for (const command of ['check', 'list', 'init', 'draft', 'submission']) {
    const help = (await run(folder, command, '--help')).out;
    const names = [...help.matchAll(/^ {2}(?:-\w, )?--([a-z-]+)/gm)].map(([, name = '']) => name);
    expect(names.length).toBeGreaterThan(1);
    for (const name of names)
      for (const script of scripts) expect(script).toMatch(new RegExp(`(--|-l )${name}(?![a-z-])`));
  }
});
