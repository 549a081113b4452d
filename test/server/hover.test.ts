import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Hover, MarkupContent } from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
import { noFiles } from '../../server/src/adapters/files/files-by-scheme';
import { nodeFiles } from '../../server/src/adapters/files/node-files';
import type { Files } from '../../server/src/host/ports';
import { folderWith } from '../folder';
import { dedent } from '../unit/marks';
import { Editor, type Opened } from './client';
import { HandClock } from './hand-clock';
import { complete } from './texts';

const closed = 'programs/lfx-mentorship/2025/03 Sep-Nov/project_ideas.md';
const open = 'programs/lfx-mentorship/2026/01-Mar-May/project_ideas.md';
const closedText = dedent(complete)
  .replace('$0', '')
  .replace('Faster queries', 'Öld 👩‍💻 queries')
  .replaceAll('\n', '\r\n');

/** An editor on a folder that has been read, and the addresses of files in it. */
async function editorOn(files: Readonly<Record<string, string>>) {
  const root = folderWith(files);
  const editor = await Editor.start({ files: nodeFiles(() => {}), folder: URI.file(root).toString() });
  return { editor, uri: (path: string) => URI.file(join(root, path)).toString() };
}

/** What the first hover says: it waits for the folder to be read. */
async function told(editor: Editor, opened: Opened): Promise<string> {
  const hover = await editor.at<Hover | null>('textDocument/hover', opened);
  return (hover?.contents as MarkupContent | undefined)?.value ?? '';
}

/** Where the link with that text leads, and what stands at that line and column. */
function linkIn(markdown: string, words: string, text: string) {
  const [, address = '', line, column] =
    new RegExp(`\\[${words}\\]\\(<([^>]+)#L(\\d+),(\\d+)>\\)`).exec(markdown) ?? [];
  const at = text.split(/\r?\n/)[Number(line) - 1]?.slice(Number(column) - 1);
  return { address, at };
}

test('links lead to lines and columns of files that are open and of files that are not', async () => {
  const { editor, uri } = await editorOn({ [closed]: closedText });
  const source = complete.replace('$0', '').replace('(@ada', '(@$0ada');
  const markdown = await told(editor, await editor.open(source, uri(open)));
  expect(linkIn(markdown, 'Öld 👩‍💻 queries', closedText)).toEqual({ address: uri(closed), at: 'Öld 👩‍💻 queries' });
  expect(linkIn(markdown, 'Faster queries', dedent(complete.replace('$0', '')))).toEqual({
    address: uri(open),
    at: 'Faster queries',
  });
  expect(uri(closed)).toContain('03%20Sep-Nov');
});

test('links in a document without proposals are told about', async () => {
  const { editor, uri } = await editorOn({ [open]: dedent(complete).replace('$0', '') });
  const terms = await editor.open(
    '# Terms\n\n[Ter$0m 1](./2026/01-Mar-May/)\n',
    uri('programs/lfx-mentorship/README.md'),
  );
  const markdown = await told(editor, terms);
  expect(linkIn(markdown, '2026 Term 1 \\(Mar-May\\)', 'start')).toEqual({ address: uri(open), at: 'start' });
});

test('prose has no hover, and neither has a document that is not open', async () => {
  const { editor, uri } = await editorOn({});
  const opened = await editor.open(complete.replace('$0', '').replace('are slow', 'are s$0low'), uri(open));
  expect(await editor.at('textDocument/hover', opened)).toBeNull();
  expect(await editor.at('textDocument/hover', { ...opened, uri: uri(closed) })).toBeNull();
});

test('a hover waits for the folder no longer than a person does', async () => {
  const clock = new HandClock();
  const slow: Files = { ...noFiles, list: () => new Promise(() => {}) };
  const editor = await Editor.start({ files: slow, clock });
  const opened = await editor.open(complete.replace('$0', '').replace('(@ada', '(@$0ada'));
  expect(await editor.at('textDocument/hover', { ...opened, caret: { line: 0, character: 0 } })).toBeNull();
  // The reading has timers of its own.
  clock.advance(2_000);
  const answer = told(editor, opened);
  await clock.waitedFor();
  clock.advance(2_000);
  expect(await answer).toContain('Ada Example');
});
