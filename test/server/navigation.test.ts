import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  type ClientCapabilities,
  type CodeLens,
  type ConfigurationParams,
  type DocumentHighlight,
  type DocumentLink,
  type InlayHint,
  type Location,
  type SymbolInformation,
  SymbolKind,
} from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
import { nodeFiles } from '../../server/src/adapters/files/node-files';
import { folderWith } from '../folder';
import { dedent } from '../unit/marks';
import { Editor, type Opened } from './client';

const drafts = 'programs/lfx-mentorship/2026/01-Mar-May/project_ideas.md';
const older = 'programs/lfx-mentorship/2025/03-Sep-Nov/README.md';

const accepted = dedent(`
  ## Accepted Projects

  ### Jaeger

  #### Slow & faster queries

  - Description: Queries were slow.
  - Mentor(s):
    - Ada Example (@ada-example, ada@example.org)
  - Upstream Issue: jaegertracing/jaeger#1
`);

const proposed = `
  ### Jaeger

  #### Faster queries

  - Description: Goes on from [last year](../../2025/03-Sep-Nov/#slow--faster-queries), see [all](../../2025/03-Sep-Nov/README.md) and [rules](/rules.md#one).
  - Mentor(s):
    - Ada Example (@ada-example)
  - Upstream Issue: https://github.com/jaegertracing/jaeger/issues/1
`;

interface Setting {
  readonly headings?: boolean;
  readonly options?: object;
  readonly capabilities?: ClientCapabilities;
  /** What a client answers that can be asked for its settings. */
  readonly settings?: object;
}

/** An editor on a folder with an accepted term, and with drafts of a newer one open; the caret stands in `at`. */
async function editorAt(at: string, { headings = false, options = {}, capabilities = {}, settings }: Setting = {}) {
  const root = folderWith({ [older]: accepted });
  const uri = (path: string) => URI.file(join(root, path)).toString();
  const editor = await Editor.start({
    files: nodeFiles(() => {}),
    folder: URI.file(root).toString(),
    capabilities,
    options: { headings, ...options },
  });
  editor.connection.onRequest('workspace/configuration', ({ items }: ConfigurationParams) =>
    items.map(({ section }) => (section === 'mentorshipProposals' ? settings : null)),
  );
  const read = editor.logged(/^Read \d+ proposals files/);
  const opened = await editor.open(proposed.replace(at, `${at.slice(0, 1)}$0${at.slice(1)}`), uri(drafts));
  await read;
  /** Locations as the path of the file and the text there. */
  const shown = (locations: readonly Location[]) =>
    locations.map((location) => {
      const path = location.uri.slice(URI.file(root).toString().length + 1);
      const text = location.uri === opened.uri ? opened.document.getText() : accepted;
      const { start, end } = location.range;
      return `${path} ${(text.split('\n')[start.line] ?? '').slice(start.character, end.character)}`;
    });
  return { editor, opened, shown };
}

const references = (editor: Editor, opened: Opened, includeDeclaration: boolean) =>
  editor.at<Location[]>('textDocument/references', opened, { context: { includeDeclaration } });

test('a mentor leads to the newest term, and is found in all of them', async () => {
  const { editor, opened, shown } = await editorAt('@ada-example');
  expect(shown(await editor.at('textDocument/definition', opened))).toEqual([`${drafts} Ada Example (@ada-example)`]);
  expect(shown(await references(editor, opened, true))).toEqual([
    `${drafts} Ada Example (@ada-example)`,
    `${older} Ada Example (@ada-example, ada@example.org)`,
  ]);
  expect(shown(await references(editor, opened, false))).toEqual([
    `${older} Ada Example (@ada-example, ada@example.org)`,
  ]);
  expect(await editor.at<DocumentHighlight[]>('textDocument/documentHighlight', opened)).toHaveLength(1);
});

test('an upstream issue is found in all terms', async () => {
  const { editor, opened, shown } = await editorAt('https://github.com/jaegertracing', { headings: true });
  expect(shown(await editor.at('textDocument/definition', opened))).toEqual([]);
  expect(shown(await references(editor, opened, false))).toEqual([
    `${drafts} https://github.com/jaegertracing/jaeger/issues/1`,
    `${older} jaegertracing/jaeger#1`,
  ]);
});

test.each([
  ['last year', [`${older} Slow & faster queries`]],
  ['all', [`${older} `]],
  ['rules', ['rules.md ']],
])('a link to a file leads there where the editor does not know the links of Markdown: %s', async (text, expected) => {
  const elsewhere = await editorAt(`${text}]`);
  expect(elsewhere.shown(await elsewhere.editor.at('textDocument/definition', elsewhere.opened))).toEqual(expected);
  const vscode = await editorAt(`${text}]`, { headings: true });
  expect(await vscode.editor.at('textDocument/definition', vscode.opened)).toEqual([]);
});

test('a document without proposals has nothing of ours in it', async () => {
  const { editor } = await editorAt('Jaeger');
  const notes = await editor.open('# Notes\n\nA men$0tor helps: [more](./more.md)\n', 'file:///workspace/notes.md');
  for (const method of ['textDocument/definition', 'textDocument/documentHighlight', 'textDocument/documentLink'])
    expect(await editor.at(method, notes)).toEqual([]);
  expect(await references(editor, notes, true)).toEqual([]);
});

test('symbols of the workspace come with kind, container and place', async () => {
  const { editor, shown } = await editorAt('Jaeger', { headings: true });
  const symbols = async (query: string) => {
    const found = await editor.connection.sendRequest<SymbolInformation[]>('workspace/symbol', { query });
    return found.map(({ name, kind, containerName, location }) => [name, kind, containerName, ...shown([location])]);
  };
  expect(await symbols('queries')).toEqual([
    ['Faster queries', SymbolKind.Class, 'Jaeger · 2026 Term 1 (Mar-May) drafts', `${drafts} Faster queries`],
    ['Slow & faster queries', SymbolKind.Class, 'Jaeger · 2025 Term 3 (Sep-Nov)', `${older} Slow & faster queries`],
  ]);
  expect(await symbols('aex')).toEqual([
    [
      'Ada Example (@ada-example)',
      SymbolKind.Object,
      'Jaeger · 2026 Term 1 (Mar-May) drafts',
      `${drafts} Ada Example (@ada-example)`,
    ],
  ]);
  expect(await symbols('jaeger 2025')).toEqual([
    ['Jaeger', SymbolKind.Module, '2025 Term 3 (Sep-Nov)', `${older} Jaeger`],
  ]);
});

test('an editor with the links of Markdown gets handles, every other one all links', async () => {
  const targets = async (headings: boolean) => {
    const { editor, opened } = await editorAt('Jaeger', { headings });
    const links = await editor.at<DocumentLink[]>('textDocument/documentLink', opened);
    const root = opened.uri.slice(0, -drafts.length);
    return links.map(({ target = '' }) => target.replace(root, ''));
  };
  expect(await targets(true)).toEqual(['https://github.com/ada-example']);
  expect((await targets(false)).sort()).toEqual([
    'https://github.com/ada-example',
    'https://github.com/jaegertracing/jaeger/issues/1',
    older.replace('README.md', ''),
    older,
    'rules.md',
  ]);
});

const refreshing: ClientCapabilities = {
  workspace: { codeLens: { refreshSupport: true }, inlayHint: { refreshSupport: true } },
};

test('counts above projects are shown to who asks for them, and again when the setting changes', async () => {
  const capabilities = { workspace: { ...refreshing.workspace, configuration: true } };
  const settings = { codeLens: false };
  const { editor, opened } = await editorAt('Jaeger', { capabilities, settings });
  const lenses = async () =>
    (await editor.at<CodeLens[]>('textDocument/codeLens', opened)).map(({ command, range }) => [
      opened.document.getText(range),
      command?.title,
    ]);
  expect(await lenses()).toEqual([]);
  const refreshed = new Promise<void>((resolve) => {
    editor.connection.onRequest('workspace/codeLens/refresh', () => resolve());
  });
  settings.codeLens = true;
  await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  await refreshed;
  expect(await lenses()).toEqual([['Jaeger', '1 proposal · 1 mentor']]);
});

test('budgets are shown near a limit, always or never, as the settings say', async () => {
  const { editor, opened } = await editorAt('Jaeger', { capabilities: refreshing, options: { inlayHints: 'always' } });
  const range = { start: { line: 0, character: 0 }, end: { line: 100, character: 0 } };
  const labels = async () =>
    (await editor.at<InlayHint[]>('textDocument/inlayHint', opened, { range })).map(({ label }) => label);
  expect(await labels()).toEqual(['43/100', expect.stringMatching(/^1\d\d\/3,000$/)]);
  const refreshed = new Promise<void>((resolve) => {
    editor.connection.onRequest('workspace/inlayHint/refresh', () => resolve());
  });
  await editor.connection.sendNotification('workspace/didChangeConfiguration', {
    settings: { mentorshipProposals: { inlayHints: 'near' } },
  });
  await refreshed;
  expect(await labels()).toEqual([]);
});
