/** What the commands of the palette ask the server: over the protocol, on a folder of the disk. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { URI } from 'vscode-uri';
import { nodeFiles } from '../../server/src/adapters/files/node-files';
import {
  arrangeRequest,
  checkFileRequest,
  type ExportFormat,
  exportFileRequest,
  exportRequest,
  filesToCheckRequest,
  findPeopleRequest,
  findProposalsRequest,
  mentoredRequest,
  neighborRequest,
  termsRequest,
  type WireArranged,
  type WireBest,
  type WireDiagnostic,
  type WireExport,
  type WireFilesToCheck,
  type WireFound,
  type WirePerson,
  type WireTerm,
} from '../../server/src/protocol/commands';
import type { WirePlace } from '../../server/src/protocol/place';
import { run } from '../cli/program';
import { folderWith } from '../folder';
import { dedent } from '../unit/marks';
import { Editor, namedRules } from './client';
import { complete, incomplete } from './texts';

const term = 'programs/lfx-mentorship/2026/01-Mar-May';
const drafts = `${term}/project_ideas.md`;
const accepted = `${term}/README.md`;
const older = 'programs/lfx-mentorship/2025/03-Sep-Nov/project_ideas.md';
const text = dedent(incomplete).replace('$0', '');
const whole = dedent(complete).replace('$0', '');

async function editorOn(files: Readonly<Record<string, string>>) {
  const root = folderWith(files);
  const editor = await Editor.start({ files: nodeFiles(() => {}), folder: URI.file(root).toString() });
  const ask = <T>(method: string, params: object = {}) => editor.connection.sendRequest<T>(method, params);
  // The request for terms is answered once the folder has been read.
  const terms = await ask<WireTerm[]>(termsRequest);
  return { editor, ask, root, terms, uri: (path: string) => URI.file(join(root, path)).toString() };
}

const beginning = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

const check = (published = false, open: readonly string[] = []) => [filesToCheckRequest, { published, open }] as const;

test('the first search waits until the folder has been read', async () => {
  const folder = URI.file(folderWith({ [drafts]: whole })).toString();
  for (const method of [findProposalsRequest, findPeopleRequest]) {
    const editor = await Editor.start({ files: nodeFiles(() => {}), folder });
    const found = await editor.connection.sendRequest<WireBest<object>>(method, { query: '' });
    expect(found.items).not.toEqual([]);
  }
});

test('proposals of closed and open files are found with their places', async () => {
  const { editor, ask, uri } = await editorOn({ [drafts]: text, [older]: whole });
  const { document } = await editor.open(`\n\n${text}`, uri(drafts));
  const { items: found, all } = await ask<WireBest<WireFound>>(findProposalsRequest, { query: '' });
  expect(all).toBe(2);
  expect(found.map(({ around, place }) => [around, place.uri])).toEqual([
    ['Jaeger · 2026 Term 1 (Mar-May) drafts', uri(drafts)],
    ['Jaeger · 2025 Term 3 (Sep-Nov) drafts', uri(older)],
  ]);
  const { start, end } = found[0]?.place.range ?? beginning;
  expect(document.getText({ start, end })).toBe('Faster queries');
});

test.each([null, 7, {}, { query: 7 }, { id: [] }, { uri: 'file:///nowhere.md' }, { uri: {}, position: 3 }])(
  'what a stranger asks with %j is answered with nothing',
  async (params) => {
    const { ask } = await editorOn({ 'notes.md': '# Notes\n' });
    const sent = params as object;
    expect(await ask(findProposalsRequest, sent)).toEqual({ items: [], all: 0 });
    expect(await ask(findPeopleRequest, sent)).toEqual({ items: [], all: 0 });
    expect(await ask(mentoredRequest, sent)).toEqual([]);
    expect(await ask(neighborRequest, sent)).toBeNull();
    expect(await ask(arrangeRequest, sent)).toMatchObject({ is: 'nothing' });
    expect(await ask(filesToCheckRequest, sent)).toEqual({ files: [], passedOver: 0 });
    expect(await ask(checkFileRequest, sent)).toBeNull();
    expect(await ask<WireExport>(exportRequest, sent)).toMatchObject({ files: [] });
    expect(await ask(exportFileRequest, sent)).toBeNull();
  },
);

test('a mentor leads to where they mentored', async () => {
  const { ask, uri } = await editorOn({ [drafts]: whole, [older]: whole });
  const { items: people } = await ask<WireBest<WirePerson>>(findPeopleRequest, { query: 'ada' });
  expect(people).toMatchObject([{ label: 'Ada Example (@ada-example)', proposals: 2 }]);
  const found = await ask<WireFound[]>(mentoredRequest, { id: people[0]?.id });
  expect(found.map(({ place }) => place.uri)).toEqual([uri(drafts), uri(older)]);
  const { line } = found[0]?.place.range.start ?? { line: 0 };
  expect(whole.split('\n')[line]).toContain('@ada-example');
});

test('the next proposal is found by its heading', async () => {
  const { editor, ask, uri } = await editorOn({});
  const { document } = await editor.open(text, uri(drafts));
  const position = { line: 0, character: 0 };
  const place = await ask<WirePlace>(neighborRequest, { uri: uri(drafts), position, way: 'next' });
  expect(document.getText().split('\n')[place.range.start.line]).toMatch(/^#+ Faster queries/);
});

test('a file is put in order as it is now', async () => {
  const { editor, ask, uri } = await editorOn({});
  const jaeger = text.slice(text.search(/^#+ Jaeger$/m));
  const harbor = jaeger.replaceAll('Jaeger', 'Harbor').replaceAll('Faster', 'Safer');
  await editor.open(`${jaeger}\n${harbor}`, uri(drafts));
  const answer = await ask<WireArranged>(arrangeRequest, { uri: uri(drafts), what: 'projects' });
  expect(answer).toMatchObject({ is: 'edits', version: 1 });
  expect(await ask(arrangeRequest, { uri: uri(drafts), what: 'contents' })).toMatchObject({
    is: 'nothing',
    why: expect.stringMatching(/no table of contents/),
  });
});

test('files of accepted proposals are skipped unless they are open or requested', async () => {
  const { ask, uri } = await editorOn({ [drafts]: text, [accepted]: whole, [older]: whole });
  const all = [uri(older), uri(accepted), uri(drafts)];
  const some = [uri(older), uri(drafts)];
  expect(await ask(...check())).toEqual({ files: some, passedOver: 1 });
  expect(await ask(...check(true))).toEqual({ files: all, passedOver: 0 });
  expect(await ask(...check(false, [uri(accepted)]))).toEqual({ files: all, passedOver: 0 });
});

test('findings are those of the command line, by settings and the configuration of the repository', async () => {
  const config = JSON.stringify({
    rules: { ...namedRules, 'missing-field': 'error' },
    files: { exclude: ['**/2025/**'] },
  });
  const { ask, root, uri } = await editorOn({
    [drafts]: text,
    [older]: text,
    '.mentorship-proposals.json': config,
  });
  const { files } = await ask<WireFilesToCheck>(...check());
  expect(files).toEqual([uri(drafts)]);
  const found = await ask<WireDiagnostic[]>(checkFileRequest, { uri: uri(drafts) });
  const { out } = await run(root, 'check', '--format', 'json', '.');
  const printed = JSON.parse(out) as { findings: { line: number; rule: string; message: string }[] };
  expect(found.map(({ range, code, message }) => ({ line: range.start.line + 1, rule: code, message }))).toEqual(
    printed.findings.map(({ line, rule, message }) => ({ line, rule, message })),
  );
  expect(found.find(({ code }) => code === 'missing-field')?.severity).toBe(1);
});

test('a closed file is checked as it is on the disk', async () => {
  const { ask, root, uri } = await editorOn({ [drafts]: text });
  const rules = async () => {
    const found = await ask<WireDiagnostic[]>(checkFileRequest, { uri: uri(drafts) });
    return found.map(({ code }) => code);
  };
  expect(await rules()).toContain('missing-field');
  writeFileSync(join(root, drafts), whole);
  expect(await rules()).not.toContain('missing-field');
});

test.each<ExportFormat>(['json', 'csv'])('an export as %s is what the command line lists', async (format) => {
  const { ask, root } = await editorOn({ [drafts]: text, [accepted]: whole, [older]: whole });
  expect(await exported(ask, null, format)).toBe((await run(root, 'list', `--${format}`, '.')).out);
});

test('one term is exported alone', async () => {
  const { ask, terms, uri } = await editorOn({ [drafts]: text, [accepted]: whole, [older]: whole });
  expect(terms).toMatchObject([
    { label: '2026 Term 1 (Mar-May)', proposals: 2 },
    { label: '2025 Term 3 (Sep-Nov)', proposals: 1 },
  ]);
  const { files } = await ask<WireExport>(exportRequest, { term: terms[1]?.id, format: 'json' });
  expect(files).toEqual([uri(older)]);
  expect(JSON.parse(await exported(ask, terms[0]?.id ?? '', 'json')).files).toHaveLength(2);
});

async function exported(
  ask: <T>(method: string, params?: object) => Promise<T>,
  term: string | null,
  format: ExportFormat,
): Promise<string> {
  const { files, head, between, tail } = await ask<WireExport>(exportRequest, { term, format });
  const parts: string[] = [];
  for (const uri of files) parts.push(await ask<string>(exportFileRequest, { uri, format }));
  return head + parts.join(between) + tail;
}
