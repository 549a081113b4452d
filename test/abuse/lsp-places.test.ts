/** Positions and ranges that no text has, and addresses that no editor of ours sends. */
import { describe, expect, test } from 'vitest';
import { Editor } from '../server/client';
import { complete, incomplete } from '../server/texts';
import { aboutDocuments, atPlaces, codes, everyRequest, expectServes, inRanges, paramsAt, settle } from './lsp';

const numbers = [-1, -(2 ** 31), 2 ** 31, 2 ** 53, 1e300, 0.5, 3.99, Number.NaN, Number.POSITIVE_INFINITY, '7', null];
const positions = [
  ...numbers.map((line) => ({ line, character: 4 })),
  ...numbers.map((character) => ({ line: 6, character })),
  ...numbers.map((each) => ({ line: each, character: each })),
  {},
];

/** Every number in an answer that stands for a line or a character. */
function placesIn(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'line' in value && 'character' in value ? [value.line, value.character] : [];
  return [...own, ...Object.values(value).flatMap(placesIn)];
}

const isPlace = (each: unknown) => Number.isInteger(each) && Number(each) >= 0;

describe('a place that is nowhere', () => {
  test('is answered without an error, with places of the text', async () => {
    const editor = await Editor.start({
      capabilities: { textDocument: { diagnostic: {}, rename: { prepareSupport: true } } },
    });
    const { uri } = await editor.open(incomplete);
    for (const position of positions) {
      for (const method of [...atPlaces, ...inRanges]) {
        const answer = await settle(editor.connection, method, paramsAt(uri, position));
        const told = `${method} at ${JSON.stringify(position)}`;
        // A name may be refused there, in a sentence.
        if (answer instanceof Error)
          expect([told, answer.message]).toEqual([told, expect.stringMatching(/^[A-Z][^:]+\.$/)]);
        expect(
          placesIn(answer).filter((each) => !isPlace(each)),
          told,
        ).toEqual([]);
      }
    }
    await expectServes(editor);
  });

  test('is refused by our own requests, or taken for the nearest', async () => {
    const editor = await Editor.start();
    const { uri } = await editor.open(incomplete);
    for (const position of positions) {
      for (const method of everyRequest.filter((each) => each.startsWith('mentorshipProposals/'))) {
        const answer = await settle(editor.connection, method, paramsAt(uri, position));
        expect(answer instanceof Error ? answer.message : '', `${method} at ${JSON.stringify(position)}`).toBe('');
      }
    }
    await expectServes(editor);
  });

  test('in a range: reversed, and around everything', async () => {
    const editor = await Editor.start({ options: { inlayHints: 'always' } });
    const { uri } = await editor.open(incomplete);
    const [start, end] = [
      { line: 0, character: 0 },
      { line: 1e9, character: 1e9 },
    ];
    for (const method of inRanges) {
      const whole = await editor.connection.sendRequest<unknown[]>(method, paramsAt(uri, start, { start, end }));
      expect(whole.length, method).toBeGreaterThan(0);
      expect(await settle(editor.connection, method, paramsAt(uri, start, { start: end, end: start }))).toEqual(whole);
    }
    await expectServes(editor);
  });

  test('in a change: the next whole text is understood', async () => {
    const editor = await Editor.start();
    const { uri } = await editor.open(incomplete);
    let version = 1;
    const change = (contentChanges: unknown) =>
      editor.connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version: ++version },
        contentChanges,
      });
    for (const start of positions) {
      for (const end of [start, { line: 0, character: 0 }, { line: 1e9, character: 0 }]) {
        await change([{ range: { start, end }, text: '' }]);
        for (const method of aboutDocuments) await settle(editor.connection, method, paramsAt(uri));
      }
    }
    for (const odd of [[], null, [null], [{ text: 7 }], [{}]]) await change(odd);
    await change([{ text: complete.replace('$0', '').replace(/^ {2}/gm, '') }]);
    expect(await codes(editor, uri)).toEqual([]);
    await expectServes(editor);
  });
});

const long = 'a'.repeat(100_000);

describe('an address', () => {
  const served = [
    'file:///c%3A/work/project_ideas.md',
    'file:///C:/work/project_ideas.md',
    'file://server/share/programs/lfx-mentorship/2026/01-Mar-May/project_ideas.md',
    'file://wsl%24/Ubuntu/project_ideas.md',
    'file:///workspace/%E6%96%87/a%20b/project_ideas.md',
    'file:///workspace/100%/project_ideas.md',
    'file:///workspace/%/project_ideas.md',
    'file:///workspace/%ff%fe/project_ideas.md',
    'file:///workspace/../../project_ideas.md',
    'untitled:Untitled-1',
    'untitled:/c%3A/work/project_ideas.md',
    'vscode-notebook-cell:/a/project_ideas.ipynb#W0',
    'vscode-vfs://github/example/mentoring/project_ideas.md',
    `file:///workspace/${long}/project_ideas.md`,
  ];
  const odd = [
    '',
    ' ',
    'project_ideas.md',
    '/project_ideas.md',
    '//project_ideas.md',
    'file:',
    'file:////project_ideas.md',
  ];
  const odder = [
    'inmemory://model/1.md',
    'zipfile:///a.zip::b/project_ideas.md',
    'jdt://contents/project_ideas.md?=x/%5C/y',
    'untitled:////a',
    '://',
    'a b:c',
    'file:///a\0b.md',
    'C:\\work\\project_ideas.md',
    '\\\\server\\share\\a.md',
    '%',
    '?',
    '#',
  ];

  /** A long address would make a long title, of which those who run the tests see little else. */
  const titled = (uri: string) => ({ title: uri.length > 200 ? 'one of many characters' : JSON.stringify(uri), uri });

  test.each([...served, ...odd, ...odder].map(titled))(
    '$title is served or is nothing, and stops nobody',
    async ({ uri }) => {
      const editor = await Editor.start();
      await editor.open(
        `${incomplete}\n  See [a](a.md), [b](/b.md), [c](//c/d), [e](../../../../e%ff), [f](#f).\n`,
        uri,
      );
      for (const method of everyRequest) {
        const answer = await settle(editor.connection, method, paramsAt(uri));
        expect(answer instanceof Error ? answer.message : '', method).toMatch(/^(?:[A-Z][^:]+\.)?$/);
      }
      // While it is still open.
      await expectServes(editor);
      await editor.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
      await expectServes(editor);
    },
  );

  test.each(served.filter((uri) => !/^vscode-notebook/.test(uri)).map(titled))(
    '$title has findings',
    async ({ uri }) => {
      const editor = await Editor.start();
      await editor.open(incomplete, uri);
      expect(await codes(editor, uri)).toEqual(['missing-field']);
    },
  );

  test.each([...served, ...odd, ...odder].map(titled))('a workspace in $title is served', async ({ uri }) => {
    const editor = await Editor.start({ folder: uri });
    await expectServes(editor);
  });

  test('of a folder is written in two ways on Windows', async () => {
    const editor = await Editor.start({ folder: 'file:///c%3A/work' });
    const path = 'programs/lfx-mentorship/2026/01-Mar-May/project_ideas.md';
    for (const root of ['file:///c%3A/work', 'file:///C%3A/work', 'file:///c:/work', 'file:///C:/work']) {
      const { uri } = await editor.open(incomplete, `${root}/${path}`);
      expect(await codes(editor, uri), uri).toEqual(['missing-field']);
      await editor.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    }
  });
});
