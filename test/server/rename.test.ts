import { describe, expect, test } from 'vitest';
import type {
  ClientCapabilities,
  PrepareRenameResult,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { noFiles } from '../../server/src/adapters/files/files-by-scheme';
import type { Files } from '../../server/src/host/ports';
import {
  headingRequest,
  renameHeadingRequest,
  type WireHeading,
  type WireRename,
} from '../../server/src/protocol/rename';
import { draftsUri, Editor, type Opened } from './client';
import { complete } from './texts';

const olderUri = 'file:///workspace/programs/lfx-mentorship/2025/03-Sep-Nov/project_ideas.md';
const plain = complete.replace('$0', '');
const atHandle = plain.replace('@ada-', '@a$0da-');
const atEmail = plain.replace('ada@', 'a$0da@');
const older = plain.replaceAll(/^ {2}/gm, '').trimStart().replace('@ada-example', '@Ada-Example');

/** What is said where there is nothing to rename. */
const nothingHere =
  'Only the title of a proposal or project and the handle or e-mail address of a mentor can be renamed. Place the cursor on one of these.';

const prepares: ClientCapabilities = { textDocument: { rename: { prepareSupport: true } } };

/** A workspace in memory, by the addresses of its files. */
function filesWith(files: Record<string, string>, read = files): Files {
  return {
    ...noFiles,
    list: async () => Object.keys(files).map((uri) => ({ uri, path: uri.replace('file:///workspace/', '') })),
    read: async (uri) =>
      uri in read ? { is: 'text', text: read[uri] ?? '' } : { is: 'unreadable', why: 'There is no such file.' },
  };
}

function prepare(editor: Editor, opened: Opened): Promise<PrepareRenameResult | null> {
  return editor.at('textDocument/prepareRename', opened);
}

function rename(editor: Editor, opened: Opened, newName: string): Promise<WorkspaceEdit | null> {
  return editor.at('textDocument/rename', opened, { newName });
}

/** The versions and the new texts of documents after an edit, by their addresses. */
function applied(edit: WorkspaceEdit | null, texts: Record<string, string>) {
  const changes = (edit?.documentChanges ?? []) as TextDocumentEdit[];
  return changes.map(({ textDocument: { uri, version }, edits }) => {
    const document = TextDocument.create(uri, 'markdown', 0, texts[uri] ?? '');
    return { uri, version, text: TextDocument.applyEdits(document, edits as TextEdit[]) };
  });
}

describe('asked beforehand', () => {
  test('a handle is what can be renamed', async () => {
    const editor = await Editor.start();
    const opened = await editor.open(atHandle);
    const answer = await prepare(editor, opened);
    const start = opened.document.getText().indexOf('ada-example');
    const range = {
      start: opened.document.positionAt(start),
      end: opened.document.positionAt(start + 'ada-example'.length),
    };
    expect(answer).toEqual({ range, placeholder: 'ada-example' });
  });

  test.each([
    ['prose', 'slow', 's$0low'],
    ['a label', 'Description', 'Des$0cription'],
    ['an upstream issue', 'issues/', 'iss$0ues/'],
  ])('%s is refused with a sentence that says what can be renamed', async (_, at, marked) => {
    expect(plain).toContain(at);
    const editor = await Editor.start();
    const opened = await editor.open(plain.replace(at, marked));
    await expect(prepare(editor, opened)).rejects.toThrow(nothingHere);
    await expect(rename(editor, opened, 'x')).rejects.toThrow(nothingHere);
  });

  test('other documents are left to other servers', async () => {
    const editor = await Editor.start();
    const opened = await editor.open('# Notes\n\nSome $0words.\n', 'file:///workspace/notes.md');
    expect(await prepare(editor, opened)).toBeNull();
    expect(await rename(editor, opened, 'x')).toBeNull();
  });

  test('a place without a name is left to an editor that renames headings by itself', async () => {
    const editor = await Editor.start({ options: { headings: true } });
    const opened = await editor.open(plain.replace('slow', 's$0low'));
    expect(await prepare(editor, opened)).toEqual({ defaultBehavior: true });
    expect(await rename(editor, opened, 'x')).toBeNull();
  });

  test('the name of a mentor is refused with a sentence', async () => {
    const editor = await Editor.start();
    const opened = await editor.open(plain.replace('Ada', 'A$0da'));
    await expect(prepare(editor, opened)).rejects.toThrow('Place the cursor on the handle or e-mail of the mentor.');
    await expect(rename(editor, opened, 'x')).rejects.toThrow(
      'Place the cursor on the handle or e-mail of the mentor.',
    );
  });

  test('a heading is left to an editor that renames headings by itself', async () => {
    const [own, ours] = [await Editor.start({ options: { headings: true } }), await Editor.start()];
    expect(await prepare(own, await own.open(complete))).toEqual({ defaultBehavior: true });
    expect(await rename(own, await own.open(complete), 'x')).toBeNull();
    expect(await prepare(ours, await ours.open(complete))).toMatchObject({ placeholder: 'Faster queries' });
  });

  test('only clients that know how to ask are told that they may', async () => {
    expect((await Editor.start()).started.capabilities.renameProvider).toBe(true);
    const editor = await Editor.start({ capabilities: prepares });
    expect(editor.started.capabilities.renameProvider).toEqual({ prepareProvider: true });
  });
});

describe('renamed', () => {
  test('is a handle in open documents and in files, each with its version', async () => {
    const files = { [draftsUri]: 'is open', [olderUri]: older };
    const editor = await Editor.start({ files: filesWith(files) });
    const opened = await editor.open(atHandle);
    const edit = await rename(editor, opened, '@ada-new');
    const text = opened.document.getText();
    expect(applied(edit, { [draftsUri]: text, [olderUri]: older })).toEqual([
      { uri: draftsUri, version: 1, text: text.replace('@ada-example', '@ada-new') },
      { uri: olderUri, version: null, text: older.replace('@Ada-Example', '@ada-new') },
    ]);
  });

  test('is an e-mail where the file has it now, whatever the index remembers', async () => {
    const now = { [olderUri]: '' };
    const editor = await Editor.start({ files: filesWith({ [olderUri]: older }, now) });
    now[olderUri] = older;
    const opened = await editor.open(atEmail);
    const read = editor.logged(/^Read \d+ proposals files/);
    await editor.at('textDocument/hover', opened);
    await read;
    now[olderUri] = older.replace('## Proposed', 'A new line.\n\n## Proposed');
    const [, file] = applied(await rename(editor, opened, 'new@example.org'), now);
    expect(file?.text).toBe(now[olderUri].replace('ada@example.org', 'new@example.org'));
  });

  test('is nothing where a file cannot be read', async () => {
    const now: Record<string, string> = { [olderUri]: older };
    const editor = await Editor.start({ files: filesWith({ [olderUri]: older }, now) });
    const opened = await editor.open(atHandle);
    const read = editor.logged(/^Read \d+ proposals files/);
    await editor.at('textDocument/hover', opened);
    await read;
    delete now[olderUri];
    await expect(rename(editor, opened, 'ada-new')).rejects.toThrow(/03-Sep-Nov.*There is no such file/);
  });

  test('is nothing where the document changes meanwhile', async () => {
    const waiting: ((text: string) => void)[] = [];
    const reading = new Promise<string>((resolve) => waiting.push(resolve));
    const files: Files = {
      ...noFiles,
      list: async () => [{ uri: olderUri, path: '2025/03-Sep-Nov/project_ideas.md' }],
      read: async () => ({ is: 'text', text: await reading }),
    };
    const editor = await Editor.start({ files });
    const opened = await editor.open(atHandle);
    const renaming = rename(editor, opened, 'ada-new');
    const refused = expect(renaming).rejects.toThrow('The document has changed');
    await editor.change(opened, 'slow', 'very slow');
    // What is asked after the change is answered after it: then the server has seen it.
    await prepare(editor, opened);
    waiting[0]?.(older);
    await refused;
  });

  test.each([
    ['ada.new', /"ada\.new" is not a GitHub handle/],
    ['max-sample', /"Faster queries" already has @max-sample\./],
  ])('is nothing to %j, and a sentence says why', async (to, why) => {
    const editor = await Editor.start();
    await expect(rename(editor, await editor.open(atHandle), to)).rejects.toThrow(why);
  });

  test('is nothing where another file stands against it, which the sentence names', async () => {
    const other = older.replace('@max-sample', '@ada-new');
    const editor = await Editor.start({ files: filesWith({ [olderUri]: other }) });
    await expect(rename(editor, await editor.open(atHandle), 'ada-new')).rejects.toThrow(
      /^In programs.*03-Sep-Nov.*already has @ada-new/,
    );
  });

  test('is a title, for a client without versions', async () => {
    const editor = await Editor.start({ capabilities: {} });
    const opened = await editor.open(complete);
    const edit = await rename(editor, opened, 'Quick queries');
    const text = TextDocument.applyEdits(opened.document, edit?.changes?.[opened.uri] ?? []);
    expect(text).toBe(opened.document.getText().replace('Faster queries', 'Quick queries'));
  });
});

describe('by the command', () => {
  const ask = (editor: Editor, { uri, caret: position }: Opened, more: object) =>
    editor.connection.sendRequest<WireRename | null>(renameHeadingRequest, { uri, position, ...more });
  const from = 'Faster queries';

  test('a proposal is renamed from anywhere in it', async () => {
    const editor = await Editor.start({ options: { headings: true } });
    const opened = await editor.open(plain.replace('slow', 's$0low'));
    const { uri, caret: position } = opened;
    expect(await editor.connection.sendRequest<WireHeading>(headingRequest, { uri, position })).toEqual({
      is: 'proposal',
      title: from,
    });
    const answer = await ask(editor, opened, { from, to: 'Quick queries' });
    expect(answer).toMatchObject({ is: 'renamed', version: 1, edits: [{ text: 'Quick queries' }], warning: null });
  });

  test('the budget of the name is a warning', async () => {
    const editor = await Editor.start();
    const answer = await ask(editor, await editor.open(complete), { from, to: 'Faster queries '.repeat(7) });
    expect(answer).toMatchObject({ is: 'renamed', warning: expect.stringContaining('(133 of 100)') });
  });

  test.each([
    [
      { from, to: '' },
      { is: 'refused', why: 'A title needs at least one letter.' },
    ],
    [
      { from: 'Slow queries', to: 'Quick' },
      { is: 'refused', why: expect.stringContaining('the document has changed') },
    ],
    [{ from }, null],
  ])('%j is answered by %j', async (params, expected) => {
    const editor = await Editor.start();
    expect(await ask(editor, await editor.open(complete), params)).toEqual(expected);
  });

  test.each([[null], [{}], [{ uri: 1 }], [{ uri: draftsUri, position: 'here' }], [[]]])(
    'a stranger who sends %j is answered',
    async (params) => {
      const editor = await Editor.start();
      await editor.open(complete.replace('## Proposed', '## Other'));
      await expect(editor.connection.sendRequest(headingRequest, params)).resolves.toBeNull();
      await expect(editor.connection.sendRequest(renameHeadingRequest, params)).resolves.toBeNull();
    },
  );
});
