import { join } from 'node:path';
import { expect, test } from 'vitest';
import { URI } from 'vscode-uri';
import { nodeFiles } from '../../server/src/adapters/files/node-files';
import { githubOverHttp } from '../../server/src/adapters/github/http';
import type { Files } from '../../server/src/host/ports';
import { caretMoved } from '../../server/src/protocol/caret';
import {
  outlineChanged,
  outlineTextRequest,
  outlineWayRequest,
  type WireBranch,
  type WireText,
} from '../../server/src/protocol/outline';
import { folderWith } from '../folder';
import { token } from '../host/github.mjs';
import { dedent } from '../unit/marks';
import { Editor, type Setting } from './client';
import { HandClock } from './hand-clock';
import { startedGitHub } from './loopback';
import { incomplete } from './texts';
import { all, childrenOf, every, wholeOutline } from './whole-outline';

const drafts = 'programs/lfx-mentorship/2026/01-Mar-May/project_ideas.md';
const older = 'programs/lfx-mentorship/2025/03-Sep-Nov/project_ideas.md';
const text = dedent(incomplete).replace('$0', '');

/** An editor on a folder that the server has read, with the addresses of the files it has read since. */
async function editorOn(files: Readonly<Record<string, string>>, setting: Partial<Setting> = {}) {
  const root = folderWith(files);
  const disk = nodeFiles(() => {});
  const read: string[] = [];
  const counting: Files = {
    ...disk,
    read: (uri, inside) => {
      if (uri.endsWith('.md')) read.push(uri);
      return disk.read(uri, inside);
    },
  };
  const editor = await Editor.start({ files: counting, folder: URI.file(root).toString(), ...setting });
  const indexed = editor.logged(/^Read \d+ proposals files/);
  await childrenOf(editor, null);
  await indexed;
  // Whatever the index has told of itself has arrived before this answer does.
  await childrenOf(editor, null);
  read.length = 0;
  return { editor, read, uri: (path: string) => URI.file(join(root, path)).toString() };
}

test('the terms come alone, and what lies below them when it is asked for', async () => {
  const { editor, read } = await editorOn({ [drafts]: text, [older]: text });
  const { branches } = await childrenOf(editor, null);
  expect(branches.map(({ label }) => label)).toEqual(['2026 Term 1 (Mar-May)', '2025 Term 3 (Sep-Nov)']);
  expect(read).toEqual([]);
  const { branches: projects } = await childrenOf(editor, branches[0]?.id ?? '');
  expect(projects.map(({ label, is }) => [label, is])).toEqual([['Jaeger', 'project']]);
});

test('an editor that does not know our view gets no message about it', async () => {
  const editor = await Editor.start();
  const opened = await editor.open(text);
  await editor.change(opened, 'Faster', 'Quicker');
  await editor.at('textDocument/hover', opened);
  expect(editor.said).not.toContain(outlineChanged);
});

test('an editor that offers to hear of changes hears of the first one, before it asks', async () => {
  const editor = await Editor.start({ options: { outline: true } });
  const changed = editor.next(outlineChanged);
  await editor.open(text);
  await changed;
});

test('what is not there any more has nothing below it', async () => {
  const { editor } = await editorOn({ [drafts]: text });
  for (const parent of ['', 'gone', 'gone\nterm\nproposed\njaeger', '\n\n\n\n\n'])
    expect((await childrenOf(editor, parent)).branches).toEqual([]);
});

test('findings of a file that is not open are looked for where it is unfolded, once', async () => {
  const { editor, read, uri } = await editorOn({ [drafts]: text, [older]: text });
  const [term] = (await childrenOf(editor, null)).branches;
  const [project] = (await childrenOf(editor, term?.id ?? '')).branches;
  expect(project).toMatchObject({ errors: 1, warnings: 0 });
  const fields = every('field', await wholeOutline(editor));
  expect(fields.map(({ label, detail, severity }) => [label, detail, severity])).toEqual([
    ['Recommended Skills', 'missing', 'error'],
  ]);
  expect(read).toEqual([uri(drafts)]);
});

test('findings of an open document are those of its text', async () => {
  const { editor, uri } = await editorOn({ [drafts]: text });
  await editor.open(text.replace('- Expected Outcome: They are fast.\n', ''), uri(drafts));
  const labels = every('field', await wholeOutline(editor)).map(({ label }) => label);
  expect(labels.sort()).toEqual(['Expected Outcome', 'Recommended Skills']);
});

test('a badge and the findings count the same: the view is told when the caret makes findings hints', async () => {
  const editor = await Editor.start({ options: { caret: true } });
  const opened = await editor.open(text);
  await editor.change(opened, 'Faster', 'Fastest');
  const errors = async () => every('project', await wholeOutline(editor)).map((project) => project.errors);
  expect(await errors()).toEqual([1]);
  const changed = editor.next(outlineChanged);
  const position = opened.document.positionAt(text.indexOf('Faster'));
  await editor.connection.sendNotification(caretMoved, { uri: opened.uri, position });
  await changed;
  expect(await errors()).toEqual([0]);
});

test('only with problems: files are looked through behind, and the client is told when that is done', async () => {
  const fine = text.replace('- Mentor(s)', '- Recommended Skills: Go\n- Mentor(s)').replace('Faster', 'Fine');
  const { editor } = await editorOn({
    [drafts]: text,
    'programs/lfx-mentorship/2026/02-Jun-Aug/project_ideas.md': fine,
  });
  const changed = editor.next(outlineChanged);
  const first = await childrenOf(editor, null, { problems: true });
  expect(first).toEqual({ branches: [], looking: true, reading: false });
  await changed;
  const told = await wholeOutline(editor, { problems: true });
  expect(every('proposal', told).map(({ label }) => label)).toEqual(['Faster queries']);
  expect((await childrenOf(editor, null, { problems: true })).looking).toBe(false);
});

test('the way to a place', async () => {
  const { editor, uri } = await editorOn({ [drafts]: text });
  const opened = await editor.open(text, uri(drafts));
  const way = (word: string) => {
    const position = opened.document.positionAt(text.indexOf(word));
    return editor.connection.sendRequest<WireBranch[]>(outlineWayRequest, { uri: opened.uri, position, choice: all });
  };
  expect((await way('#### Faster')).map(({ label }) => label)).toEqual([
    '2026 Term 1 (Mar-May)',
    'Jaeger',
    'Faster queries',
  ]);
  expect((await way('### Jaeger')).map(({ is }) => is)).toEqual(['term', 'project']);
  expect(await way('## Proposed')).toEqual([]);
});

test('the text of a proposal, with what a link to it needs', async () => {
  const { editor, uri } = await editorOn({ [drafts]: text });
  const [proposal] = every('proposal', await wholeOutline(editor));
  const told = await editor.connection.sendRequest<WireText>(outlineTextRequest, { id: proposal?.id });
  expect(told).toEqual({
    markdown: text.slice(text.indexOf('#### Faster')),
    uri: uri(drafts),
    path: drafts,
    anchor: 'faster-queries',
  });
});

test.each([[undefined], [{}], [{ parent: 7, choice: { text: 3, people: [7, null], sort: 'up' } }]])(
  'a client that asks for %j gets the terms',
  async (params) => {
    const { editor } = await editorOn({ [drafts]: text });
    const told = await editor.connection.sendRequest('mentorshipProposals/outline', params ?? {});
    expect(told).toMatchObject({ looking: false });
  },
);

const issues = { 'jaegertracing/jaeger#1': { title: 'Faster queries' } };

test('whoever is signed in sees how upstream issues stand once their term is unfolded', async () => {
  const github = await startedGitHub({ issues });
  const account = githubOverHttp({ GITHUB_API_URL: github.address, GITHUB_TOKEN: token });
  const { editor } = await editorOn({ [drafts]: text }, { github: account });
  const [term] = (await childrenOf(editor, null)).branches;
  expect(github.asked).toEqual([]);
  const changed = editor.next(outlineChanged);
  await childrenOf(editor, term?.id ?? '');
  await changed;
  const [counted] = (await childrenOf(editor, null)).branches;
  expect(counted?.about).toContain('Upstream issues: 1 open');
  expect(github.asked).toHaveLength(1);
});

test('without an account nothing is asked of GitHub', async () => {
  const github = await startedGitHub({ issues });
  const nobody = githubOverHttp({ GITHUB_API_URL: github.address });
  const { editor } = await editorOn({ [drafts]: text }, { github: nobody });
  await wholeOutline(editor);
  expect(github.asked).toEqual([]);
});

test('an empty answer says whether the folder has been read', async () => {
  const folder = URI.file(folderWith({ 'notes.md': '# Notes\n' })).toString();
  let go = () => {};
  const allowed = new Promise<void>((resolve) => {
    go = resolve;
  });
  const disk = nodeFiles(() => {});
  const files: Files = { ...disk, list: (...given) => allowed.then(() => disk.list(...given)) };
  const clock = new HandClock();
  const editor = await Editor.start({ files, folder, clock });
  const first = childrenOf(editor, null);
  await clock.waitedFor();
  clock.advance(1_000);
  expect(await first).toEqual({ branches: [], looking: false, reading: true });
  const changed = editor.next(outlineChanged);
  go();
  await changed;
  expect(await childrenOf(editor, null)).toEqual({ branches: [], looking: false, reading: false });
});

test('the view is in the language of the words that the client sends', async () => {
  const { editor } = await editorOn(
    { [drafts]: text },
    { options: { words: { 'no proposals yet': '还没有提案', '{0} proposed': '{0} 个已提出' } } },
  );
  const { branches } = await childrenOf(editor, null);
  expect(branches.map(({ detail }) => detail)).toEqual(['1 个已提出']);
});
