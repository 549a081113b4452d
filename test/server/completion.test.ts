/** Completion over the protocol: ranges, documentation on request, and clients with fewer capabilities. */
import { expect, test } from 'vitest';
import type {
  ClientCapabilities,
  CompletionItem,
  CompletionList,
  MarkupContent,
  TextEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Editor, type Opened } from './client';

const known = `
  ### Jaeger

  #### Older storage

  - Description: Store it.
  - Recommended Skills: Go
  - Mentor(s):
    - Grace Sample (@grace-sample, grace@example.org)
  - Upstream Issue: https://github.com/jaegertracing/jaeger/issues/17

  #### Faster queries

  - Description: Queries are slow.
`;

const able: ClientCapabilities = {
  textDocument: {
    completion: {
      completionItem: { snippetSupport: true, labelDetailsSupport: true, insertTextModeSupport: { valueSet: [1, 2] } },
    },
  },
};

async function itemsAt(source: string, capabilities?: ClientCapabilities) {
  const editor = await Editor.start(capabilities ? { capabilities } : {});
  const opened = await editor.open(source);
  const answer = await editor.at<CompletionItem[] | CompletionList>('textDocument/completion', opened);
  const items = Array.isArray(answer) ? answer : answer.items;
  return { editor, opened, items, whole: Array.isArray(answer) };
}

function after({ document }: Opened, item: CompletionItem | undefined): string {
  if (!item?.textEdit) throw new Error('There is no completion with an edit.');
  return TextDocument.applyEdits(document, [item.textEdit as TextEdit]);
}

test('an entry replaces the typed text, also in the middle of a word', async () => {
  const { opened, items } = await itemsAt(`${known}  - Mentor(s):\n    - @gra$0ce - primary\n`);
  expect(after(opened, items[0])).toMatch(/^ {2}- Grace Sample \(@grace-sample, grace@example\.org\) - primary$/m);
  expect(items[0]?.textEdit).toMatchObject({ range: { start: { character: 4 }, end: { character: 10 } } });
});

test('the documentation of a mentor comes on request', async () => {
  const { editor, items } = await itemsAt(`${known}  - Mentor(s):\n    - @$0\n`);
  expect(items.map(({ documentation }) => documentation)).toEqual([undefined]);
  const more = await editor.connection.sendRequest<CompletionItem>('completionItem/resolve', items[0]);
  const { kind, value } = more.documentation as MarkupContent;
  expect(kind).toBe('markdown');
  expect(value).toMatch(/Grace Sample[\s\S]*grace\\?@example\.org[\s\S]*2026 Term 1[\s\S]*Older storage/);
});

test.each([
  ['  ### $0', 'Jaeger', /Graduated.*jaegertracing[\s\S]*2 proposals/],
  ['  - Exp$0', 'Expected Outcome', /^The results of the mentorship/],
  ['  - Upstream Issue: $0', 'jaegertracing/jaeger#17', /Older storage/],
])('more is told about what is offered at "%s"', async (source, label, expected) => {
  const { editor, items } = await itemsAt(`${known}${source}`);
  const item = items.find((each) => each.label === label);
  const more = await editor.connection.sendRequest<CompletionItem>('completionItem/resolve', item);
  expect((more.documentation as MarkupContent).value).toMatch(expected);
});

test.each([undefined, null, 7, { uri: 'file:///x', topic: { is: 'mentor' } }, { uri: 1, topic: {} }])(
  'an item that is none of ours (%j) comes back as it was',
  async (data) => {
    const editor = await Editor.start();
    const item = { label: 'Elsewhere', data };
    expect(await editor.connection.sendRequest('completionItem/resolve', item)).toEqual(
      JSON.parse(JSON.stringify(item)),
    );
  },
);

test('a client that knows snippets is led through a new proposal', async () => {
  const { items } = await itemsAt(
    '\n  ## Template\n\n  ```\n  ### Project\n\n  #### Mentorship project title\n\n  - Description:\n  - Size: (small, medium or large)\n  - Mentor(s):\n  ```\n\n  ### Jaeger\n\n  $0\n',
    able,
  );
  expect(items).toMatchObject([
    {
      insertTextFormat: 2,
      insertTextMode: 1,
      textEdit: {
        newText: [
          '#### $',
          '{1:Mentorship project title}\n\n- Description: $2\n- Size: $',
          '{3|small,medium,large|}\n- Mentor(s):\n  - $4\n$0',
        ].join(''),
      },
    },
  ]);
});

test('any other gets the text', async () => {
  const { opened, items } = await itemsAt('\n  ## Proposals\n\n  ### Jaeger\n\n  $0\n');
  expect(items).toHaveLength(1);
  expect(items[0]).not.toHaveProperty('insertTextFormat');
  expect(items[0]).not.toHaveProperty('insertTextMode');
  expect(after(opened, items[0])).toMatch(
    /^#### Mentorship project title\n\n- Description: \n[\s\S]*- Mentor\(s\):\n {2}- \n/m,
  );
});

test('the detail of an entry goes where the client shows it', async () => {
  const source = `${known}  - Mentor(s):\n    - @$0\n`;
  const [rich] = (await itemsAt(source, able)).items;
  expect(rich).toMatchObject({ labelDetails: { description: 'Jaeger, 2026 Term 1 (Mar-May)' } });
  const [plain] = (await itemsAt(source)).items;
  expect(plain).toMatchObject({ detail: 'Jaeger, 2026 Term 1 (Mar-May)' });
});

test('of too many only the first are sent, and it is worth asking again', async () => {
  const { items, whole } = await itemsAt(`${known}\n  ### $0`);
  expect([items.length, whole]).toEqual([100, false]);
});
