/** Clients that speak at the wrong time, too much, or not at all. */
import { describe, expect, test } from 'vitest';
import { CancellationTokenSource, ErrorCodes, LSPErrorCodes } from 'vscode-languageserver/node';
import { draftsUri, Editor } from '../server/client';
import { HandClock } from '../server/hand-clock';
import { complete, incomplete } from '../server/texts';
import { codes, everyRequest, expectServes, paramsAt, settle } from './lsp';

function open(text: string, version: number) {
  return { textDocument: { uri: draftsUri, languageId: 'markdown', version, text } };
}

function change(text: string, version: number) {
  return { textDocument: { uri: draftsUri, version }, contentChanges: [{ text }] };
}

describe('before and after its time', () => {
  test('requests are refused, and the greeting is answered', async () => {
    const answers: unknown[] = [];
    const editor = await Editor.start({
      before: async (client) => {
        await client.sendNotification('textDocument/didOpen', open('# early\n', 1));
        for (const method of everyRequest) answers.push(await settle(client, method, paramsAt(draftsUri)));
      },
    });
    expect(answers.filter((answer) => !(answer instanceof Error))).toEqual([]);
    await expectServes(editor);
  });

  test('a second greeting is refused, and the first holds', async () => {
    const editor = await Editor.start();
    const again = settle(editor.connection, 'initialize', { processId: null, rootUri: null, capabilities: {} });
    expect(await again).toMatchObject({ code: ErrorCodes.InvalidRequest });
    await expectServes(editor);
  });

  test('requests after the goodbye are refused', async () => {
    const editor = await Editor.start();
    await editor.open(incomplete);
    expect(await editor.connection.sendRequest('shutdown')).toBeNull();
    for (const method of everyRequest) {
      expect(await settle(editor.connection, method, paramsAt(draftsUri)), method).toMatchObject({
        code: ErrorCodes.InvalidRequest,
      });
    }
  });
});

describe('what makes no sense', () => {
  test.each([
    [undefined],
    [null],
    [{}],
    [[]],
    [7],
    ['text'],
    [{ textDocument: null }],
    [{ textDocument: { uri: 7 }, uri: 7 }],
  ])('parameters of %j are no question, and stop nothing', async (params) => {
    const editor: Editor = await Editor.start({ throwErrors: false });
    for (const method of everyRequest) await settle(editor.connection, method, params);
    await expectServes(editor);
  });

  test('an unknown request is refused, and an unknown notification is not heard', async () => {
    const editor = await Editor.start();
    await editor.connection.sendNotification('mentorshipProposals/nothing', { a: 1 });
    expect(await settle(editor.connection, 'mentorshipProposals/nothing', {})).toMatchObject({
      code: ErrorCodes.MethodNotFound,
    });
    await expectServes(editor);
  });

  test('documents that are unknown or closed have nothing', async () => {
    const editor = await Editor.start();
    await editor.connection.sendNotification('textDocument/didOpen', open('# short\n', 1));
    await editor.connection.sendNotification('textDocument/didClose', { textDocument: { uri: draftsUri } });
    await editor.connection.sendNotification('textDocument/didClose', { textDocument: { uri: draftsUri } });
    await editor.connection.sendNotification('textDocument/didChange', change(incomplete, 2));
    for (const uri of [draftsUri, 'file:///workspace/never.md']) {
      for (const method of everyRequest) {
        const answer = await settle(editor.connection, method, paramsAt(uri));
        expect(answer instanceof Error ? answer.message : '', method).toBe('');
      }
      expect(await codes(editor, uri)).toEqual([]);
    }
    await expectServes(editor);
  });
});

describe('too much', () => {
  test('ten thousand changes in one go are one text', { timeout: 60_000 }, async () => {
    const editor = await Editor.start();
    const opened = await editor.open(incomplete);
    const { line } = opened.caret;
    for (let version = 2; version < 10_002; version++) {
      const start = { line, character: 5 };
      void editor.connection.sendNotification('textDocument/didChange', {
        textDocument: { uri: draftsUri, version },
        contentChanges: [
          {
            range: { start, end: version % 2 === 0 ? start : { line, character: 6 } },
            text: version % 2 === 0 ? 'x' : '',
          },
        ],
      });
    }
    expect(await codes(editor, opened.uri)).toEqual(['missing-field']);
    await expectServes(editor);
  });

  test('a thousand requests that are called off at once are all answered', async () => {
    const editor = await Editor.start();
    const opened = await editor.open(incomplete);
    const source = new CancellationTokenSource();
    const answers = Array.from({ length: 1_000 }, (_, i) =>
      editor.connection
        .sendRequest(everyRequest[i % everyRequest.length] ?? '', paramsAt(opened.uri), source.token)
        .catch((error: { code?: number }) => error.code),
    );
    source.cancel();
    const codes = new Set((await Promise.all(answers)).filter((answer) => typeof answer === 'number'));
    expect([...codes].filter((code) => code !== LSPErrorCodes.RequestCancelled)).toEqual([]);
    await expectServes(editor);
  });

  test('versions that go back, stand still or are none: the last text counts', async () => {
    const editor = await Editor.start();
    const [bad, good] = [incomplete, complete].map((text) => text.replace('$0', '').replace(/^ {2}/gm, ''));
    await editor.connection.sendNotification('textDocument/didOpen', open(good ?? '', 7));
    expect(await codes(editor, draftsUri)).toEqual([]);
    for (const version of [7, 3, 3, -1, 0, 2.5, 2 ** 53]) {
      await editor.connection.sendNotification('textDocument/didChange', change(bad ?? '', version));
      expect(await codes(editor, draftsUri), `version ${version}`).toEqual(['missing-field']);
      await editor.connection.sendNotification('textDocument/didChange', change(good ?? '', version));
      expect(await codes(editor, draftsUri), `version ${version}`).toEqual([]);
    }
    // Opened twice without being closed.
    await editor.connection.sendNotification('textDocument/didOpen', open(bad ?? '', 1));
    expect(await codes(editor, draftsUri)).toEqual(['missing-field']);
    await expectServes(editor);
  });
});

describe('a client that answers', () => {
  const capabilities = {
    textDocument: { diagnostic: { dynamicRegistration: true } },
    window: { workDoneProgress: true, showMessage: {}, showDocument: { support: true } },
    workspace: {
      configuration: true,
      workspaceFolders: true,
      didChangeConfiguration: { dynamicRegistration: true },
      didChangeWatchedFiles: { dynamicRegistration: true },
      diagnostics: { refreshSupport: true },
      inlayHint: { refreshSupport: true },
      codeLens: { refreshSupport: true },
      applyEdit: true,
      workspaceEdit: { documentChanges: true },
    },
  };
  /** What a server may ask. */
  const ofServer = [
    ...['client/registerCapability', 'client/unregisterCapability', 'window/workDoneProgress/create'],
    ...['workspace/configuration', 'workspace/diagnostic/refresh', 'workspace/inlayHint/refresh'],
    ...['workspace/codeLens/refresh', 'workspace/applyEdit', 'window/showMessageRequest'],
    ...['github', 'githubAccess', 'listFiles', 'readFile', 'readStorage', 'writeStorage', 'baseText'].map(
      (name) => `mentorshipProposals/${name}`,
    ),
  ];
  const options = { github: false, files: true, storage: true, baseText: true, caret: true, onlyMyChanges: true };

  const ways: readonly [string, () => unknown][] = [
    ['nothing', () => new Promise(() => {})],
    ['null', () => null],
    ['what nobody has asked', () => [7, { a: [] }, 'text']],
    ['with errors', () => Promise.reject(new Error('no'))],
  ];

  test.each(ways)('%s is served', async (_, answer) => {
    const editor = await Editor.start({
      throwErrors: false,
      capabilities,
      options,
      prepare: (client) => {
        for (const method of ofServer) client.onRequest(method, answer);
      },
    });
    await expectServes(editor);
  });

  test('nothing, because it can do nothing, gets findings by itself', async () => {
    const clock = new HandClock();
    const editor = await Editor.start({ capabilities: {}, clock });
    const pushed = editor.next('textDocument/publishDiagnostics');
    const opened = await editor.open(incomplete);
    await clock.waitedFor();
    clock.advance(1_000);
    expect(await pushed).toMatchObject({ uri: opened.uri, diagnostics: [{ code: 'missing-field' }] });
    await expectServes(editor);
  });
});
