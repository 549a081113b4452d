/** A proposal beside its upstream issue: filled in from it, compared with it, and what it leaves out. */
import { expect, test } from 'vitest';
import type { CodeAction, CodeLens } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { githubOverHttp } from '../../server/src/adapters/github/http';
import {
  addPartRequest,
  fillFromIssueRequest,
  issueChoicesRequest,
  issueSideRequest,
  leftOutRequest,
  type WireAdded,
  type WireFilled,
  type WireIssueChoice,
  type WireIssueSide,
  type WireLeftOut,
} from '../../server/src/protocol/drafts';
import { token } from '../host/github.mjs';
import { Editor, type Opened, type Setting } from './client';
import { startedGitHub } from './loopback';

const body = '### Description\n\nThey are slow.\n\n### Mentors\n\n@ada-example\n\n### Budget\n\nOurs.\n';
const umbrella = ['Faster queries', 'Smaller index']
  .map((title) => `## ${title}\n\n### Description\n\n${title} it is.\n\n### Mentors\n\n@ada-example\n\n`)
  .join('');
const issues = {
  'jaegertracing/jaeger#7': { title: '[LFX] Faster queries', body, labels: ['LFX Mentorship'] },
  'jaegertracing/jaeger#8': { title: 'Ideas', body: umbrella, labels: ['mentorship'] },
  'jaegertracing/jaeger#9': { title: 'A bug', body: 'It breaks.', labels: ['bug'] },
  'jaegertracing/jaeger#10': { title: 'Done', labels: ['mentorship'], state: 'closed' as const },
};
const begun = `### Jaeger

#### Faster queries

- Description:
- Expected Outcome: Mine.
- Mentor(s): @bo-sample
- Upstream Issue: https://github.com/jaegertracing/jaeger/issues/$07

#### Other

- Description: Other.
- Upstream Issue: none
`;

async function started(setting: Setting = {}, account = false) {
  const github = await startedGitHub({ issues });
  const environment = { GITHUB_API_URL: github.address, ...(account ? { GITHUB_TOKEN: token } : {}) };
  return { github, editor: await Editor.start({ github: githubOverHttp(environment), ...setting }) };
}

function ask<T>(editor: Editor, method: string, { uri, caret }: Opened, more: object = {}): Promise<T> {
  return editor.connection.sendRequest<T>(method, { uri, position: caret, ...more });
}

function textAfter({ document }: Opened, answer: WireFilled): string {
  if (answer.is !== 'edits') throw new Error(JSON.stringify(answer));
  return TextDocument.applyEdits(
    document,
    answer.edits.map(({ range, text }) => ({ range, newText: text })),
  );
}

test('a proposal is filled in from its issue, and nothing that it says changes', async () => {
  const { editor } = await started();
  const opened = await editor.open(begun);
  const answer = await ask<WireFilled>(editor, fillFromIssueRequest, opened);
  expect(answer).toMatchObject({
    is: 'edits',
    name: 'jaegertracing/jaeger#7',
    version: 1,
    labels: ['Description'],
    kept: ['Mentor(s)'],
    rest: [{ label: 'Budget', text: 'Ours.' }],
    remarks: [],
  });
  expect(textAfter(opened, answer)).toBe(
    opened.document.getText().replace('- Description:\n', '- Description: They are slow.\n'),
  );
});

test('the document may change while GitHub is asked', async () => {
  const { editor } = await started();
  const opened = await editor.open(begun);
  const asked = ask<WireFilled>(editor, fillFromIssueRequest, opened);
  await editor.change(opened, '### Jaeger', '### Jaeger\n\nWords.');
  const answer = await asked;
  expect(answer.is === 'edits' && textAfter(opened, answer)).toContain('- Description: They are slow.\n- Expected');
});

test('of an umbrella issue the project with the proposal’s title counts, otherwise a person chooses', async () => {
  const { editor } = await started();
  const opened = await editor.open(begun.replace('$07', '$08'));
  expect(textAfter(opened, await ask<WireFilled>(editor, fillFromIssueRequest, opened))).toContain(
    '- Description: Faster queries it is.\n',
  );
  const other = await editor.open(begun.replace('$07', '$08').replace('Faster', 'Other'), `${opened.uri}.md`);
  const issue = 'https://github.com/jaegertracing/jaeger/issues/8';
  expect(await ask(editor, fillFromIssueRequest, other)).toMatchObject({
    is: 'projects',
    projects: [{ title: 'Faster queries' }, { title: 'Smaller index', next: { issue, project: 1 } }],
  });
  const chosen = await ask<WireFilled>(editor, fillFromIssueRequest, other, { issue, project: 1 });
  expect(textAfter(other, chosen)).toContain('- Description: Smaller index it is.\n');
});

test('the side of the issue is the document with what the issue says, and the day of its last change', async () => {
  const { editor } = await started();
  const opened = await editor.open(begun);
  const text = opened.document
    .getText()
    .replace('- Description:\n', '- Description: They are slow.\n')
    .replace('@bo-sample', '@ada-example');
  const heading = { start: { line: 2, character: 5 }, end: { line: 2, character: 19 } };
  const side = { is: 'side', name: 'jaegertracing/jaeger#7', updated: '2026-01-12', text, differs: true, heading };
  expect(await ask<WireIssueSide>(editor, issueSideRequest, opened)).toEqual({ ...side, remarks: [] });
});

test('without an answer from GitHub, what is known of the issue counts, and a sentence says so', async () => {
  const { editor, github } = await started({}, true);
  const opened = await editor.open(begun);
  await editor.at('textDocument/hover', opened);
  await github.stop();
  expect(await ask(editor, issueSideRequest, opened)).toMatchObject({
    is: 'side',
    updated: '2026-01-12',
    text: expect.stringContaining('- Description: They are slow.\n'),
    remarks: [expect.stringMatching(/^GitHub cannot be reached\. This is the beginning of the issue's text as it was/)],
  });
  const other = await editor.open(begun.replace('$07', '$09'), `${opened.uri}.md`);
  expect(await ask(editor, issueSideRequest, other)).toEqual({ is: 'refused', why: 'GitHub cannot be reached.' });
});

test('what a proposal leaves out is told as long as nobody has taken it over', async () => {
  const { editor } = await started();
  const opened = await editor.open(begun);
  const left = () => ask<WireLeftOut>(editor, leftOutRequest, opened);
  expect(await left()).toEqual({ is: 'rest', rest: [{ label: 'Budget', text: 'Ours.' }], remarks: [] });
  await editor.change(opened, 'Mine.', 'Mine.\n\n  Budget: ours');
  expect(await left()).toEqual({ is: 'rest', rest: [], remarks: [] });
});

test('a part is added to the end of its proposal, and to nothing else', async () => {
  const { editor } = await started();
  const opened = await editor.open(begun);
  const part = { label: 'Budget', text: 'Ours.' };
  const answer = await ask<WireAdded>(editor, addPartRequest, opened, part);
  const at = { line: 7, character: 66 };
  expect(answer).toEqual({
    is: 'edits',
    version: 1,
    edits: [{ range: { start: at, end: at }, text: '\n- Budget: Ours.' }],
  });
  expect(await ask(editor, addPartRequest, { ...opened, uri: 'file:///elsewhere.md' }, part)).toMatchObject({
    is: 'refused',
  });
});

test.each([
  ['a proposal without an issue', '#### A\n\n- Description: x\n- Upstream Issue: none$0\n', /names no upstream issue/],
  ['a document without proposals', 'Words.$0\n', /Place the cursor in a proposal/],
  ['an issue that is not there', begun.replace('$07', '$099'), /^GitHub has no such issue/],
  [
    'a merge conflict',
    begun.replace('- Expected Outcome: Mine.', '<<<<<<< a\n- Expected Outcome: Mine.\n=======\n>>>>>>> b'),
    /merge conflicts/,
  ],
])('of %s nothing is made but a sentence', async (_, source, why) => {
  const { editor } = await started();
  const opened = await editor.open(source, source.startsWith('Words') ? 'file:///workspace/notes.md' : undefined);
  for (const method of [fillFromIssueRequest, issueSideRequest, leftOutRequest])
    expect(await ask(editor, method, opened)).toEqual({ is: 'refused', why: expect.stringMatching(why) });
});

test('a client that can is offered to fill in a proposal that is hardly begun, at its issue', async () => {
  const options = { fillFromIssueCommand: 'a.fill', codeLens: true };
  const { editor } = await started({ options });
  const offered = async (opened: Opened, of = editor) => {
    const range = { start: opened.caret, end: opened.caret };
    const params = { textDocument: { uri: opened.uri }, range, context: { diagnostics: [] } };
    const actions = await of.connection.sendRequest<CodeAction[]>('textDocument/codeAction', params);
    return actions.filter(({ command }) => command).map(({ title, kind, command }) => ({ title, kind, command }));
  };
  const opened = await editor.open(begun);
  const title = 'Fill in from jaegertracing/jaeger#7';
  const place = { uri: opened.uri, position: opened.caret };
  const command = { title, command: 'a.fill', arguments: [place] };
  expect(await offered(opened)).toEqual([{ title, kind: 'quickfix', command }]);
  const lenses = await editor.connection.sendRequest<CodeLens[]>('textDocument/codeLens', {
    textDocument: { uri: opened.uri },
  });
  expect(lenses.map(({ command }) => command?.title)).toContain(title);
  const written = await editor.open(begun.replace('Description:\n', 'Description: Mine.\n'), `${opened.uri}.md`);
  expect(await offered(written)).toEqual([]);
  const { editor: other } = await started();
  expect(await offered(await other.open(begun), other)).toEqual([]);
});

test('a hover makes a draft of the issue with the command that the client has', async () => {
  const { editor } = await started({ options: { importIssueCommand: 'a.import' } });
  const opened = await editor.open(begun);
  expect(JSON.stringify(await editor.at('textDocument/hover', opened))).toContain(
    '[Import Proposal from This Issue](<command:a.import?%5B%22jaegertracing%2Fjaeger%237%22%5D>)',
  );
});

test('issues with a label of a program are offered: what is known, and with an account what GitHub has', async () => {
  const choices = async (editor: Editor, opened: Opened, ask: boolean) => {
    const listed = await editor.connection.sendRequest<WireIssueChoice[]>(issueChoicesRequest, {
      uri: opened.uri,
      position: opened.caret,
      ask,
    });
    return listed.map(({ name, title }) => `${name} ${title}`);
  };
  const { editor, github } = await started({}, true);
  const opened = await editor.open(begun);
  const both = ['jaegertracing/jaeger#7 [LFX] Faster queries', 'jaegertracing/jaeger#8 Ideas'];
  expect(await choices(editor, opened, true)).toEqual(both);
  const before = github.asked.length;
  expect(await choices(editor, opened, true)).toEqual(both);
  expect(await choices(editor, opened, false)).toEqual([]);
  expect(github.asked.length).toBe(before);
  await editor.at('textDocument/hover', opened);
  expect(await choices(editor, opened, false)).toEqual(both.slice(0, 1));
  const nobody = await started();
  const again = await nobody.editor.open(begun);
  expect(await choices(nobody.editor, again, true)).toEqual([]);
  expect(nobody.github.asked).toEqual([]);
});
