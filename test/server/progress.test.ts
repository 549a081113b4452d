import { expect, test } from 'vitest';
import { noFiles } from '../../server/src/adapters/files/files-by-scheme';
import { draftsUri, Editor } from './client';
import { HandClock } from './hand-clock';
import { complete } from './texts';

const filesCalled = (names: string) => [...names].map((name) => `file:///workspace/${name}/project_ideas.md`);
const files = filesCalled('abcd');

/** A server that reads a workspace of four files, or of others, and waits in each until the test goes on. */
async function readingSlowly(progress: boolean, files = filesCalled('abcd')) {
  const clock = new HandClock();
  const waiting: (() => void)[] = [];
  let heard = () => {};
  const started = new Promise<void>((resolve) => {
    heard = resolve;
  });
  const editor = await Editor.start({
    clock,
    capabilities: { window: { workDoneProgress: progress }, textDocument: { diagnostic: {} } },
    files: {
      ...noFiles,
      list: async () => files.map((uri) => ({ uri, path: uri.slice('file:///workspace/'.length) })),
      read: async () => {
        await new Promise<void>((resolve) => {
          waiting.push(resolve);
          if (waiting.length === Math.min(files.length, 8)) heard();
        });
        return { is: 'text', text: '# Nothing\n' };
      },
    },
  });
  const shown: object[] = [];
  let begin = () => {};
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  let progressToken: unknown;
  editor.connection.onRequest('window/workDoneProgress/create', ({ token }: { token: unknown }) => {
    progressToken = token;
    return null;
  });
  const callOff = () => editor.connection.sendNotification('window/workDoneProgress/cancel', { token: progressToken });
  editor.connection.onNotification('$/progress', ({ value }: { value: object }) => {
    shown.push(value);
    begin();
  });
  const read = editor.logged(/^Read \d+ proposals files/);
  const opened = await editor.open(complete.replace('$0', '').replace('@ada-', '@a$0da-'), draftsUri);
  await started;
  return { editor, opened, clock, shown, begun, read, callOff, goOn: () => waiting.shift()?.() };
}

test('reading that takes longer than half a second is shown, with a way to call it off', async () => {
  const { editor, clock, shown, begun, read, goOn } = await readingSlowly(true);
  goOn();
  clock.advance(499);
  await editor.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri: draftsUri } });
  expect(shown).toEqual([]);
  clock.advance(1);
  await begun;
  expect(shown[0]).toEqual({ kind: 'begin', title: 'Reading proposals…', percentage: 0, cancellable: true });
  for (const _ of files) goOn();
  await read;
  expect(shown).toContainEqual({ kind: 'report', percentage: 50, message: '2/4' });
  expect(shown.at(-1)).toEqual({ kind: 'end' });
});

test('a client that shows no progress hears of none', async () => {
  const { clock, shown, read, goOn } = await readingSlowly(false);
  clock.advance(10_000);
  for (const _ of files) goOn();
  await read;
  expect(shown).toEqual([]);
});

test('nothing is renamed in some files alone, where a person has called off that all are read', async () => {
  const { editor, opened, clock, begun, read, callOff, goOn } = await readingSlowly(true, filesCalled('abcdefghijkl'));
  clock.advance(500);
  await begun;
  await callOff();
  // What is asked after it is answered after it.
  await editor.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri: draftsUri } });
  for (let at = 0; at < 8; at++) goOn();
  await read;
  await expect(editor.at('textDocument/rename', opened, { newName: 'ada-new' })).rejects.toThrow(
    'reading the workspace was canceled',
  );
});
