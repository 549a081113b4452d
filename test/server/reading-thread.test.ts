/** Many files are read in a thread: what comes of it is the same, and a thread that ends costs nothing but time. */
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { readingThread } from '../../server/src/adapters/threads/reading-thread';
import { cncfProjects, ProjectList } from '../../server/src/core/facts/projects';
import { readDocument } from '../../server/src/core/model/document';
import { templateOfFile } from '../../server/src/core/model/given-template';
import { type ClosedFile, summaryOf } from '../../server/src/host/workspace/summary';
import { folderWith } from '../folder';
import { goodDrafts, goodProposal } from '../good';

const root = resolve(import.meta.dirname, '../..');
const built = mkdtempSync(join(tmpdir(), 'mentorship-proposals-thread-'));
const server = join(built, 'server.js');

beforeAll(() => {
  execFileSync(process.execPath, ['esbuild.mjs', '--only', 'server.js', '--outdir', built], { cwd: root });
});
afterAll(() => rmSync(built, { recursive: true }));

const uri = 'file:///a/programs/lfx-mentorship/2026/01-Mar-May/project_ideas.md';
const path = 'programs/lfx-mentorship/2026/01-Mar-May/project_ideas.md';
const draft = goodDrafts(goodProposal('Faster queries'));
const ideas = '# Ideas\n\n## Faster\n\n**Abstract:** Make them fast.\n\n**Mentors:** Ada Example (@ada-example)\n';
const program = { name: 'Example', isConfigured: true, template: templateOfFile(ideas, 'template.md') };
const own = [{ name: 'Faster', slug: 'faster', maturity: '', repository: '', homepage: '' }];

const files: [string, ClosedFile][] = [
  ['drafts', { uri, path, text: draft, program: null, projects: cncfProjects.projects }],
  ['ideas', { uri, path: 'ideas.md', text: ideas, program, projects: cncfProjects.projects }],
  ['a list of its own', { uri, path, text: draft, program: null, projects: own }],
  ['no proposals', { uri, path: 'a.md', text: '# Something else\n', program: null, projects: own }],
];

test.each(files)('%s: the thread says the same', async (_, file) => {
  const thread = readingThread(server, () => {});
  const projects = new ProjectList(file.projects);
  const here = summaryOf(uri, readDocument(file.text, file.path, { program: file.program, projects }));
  expect(await thread.summaryOf(file)).toEqual(here);
});

test('many questions at once have their own answers', async () => {
  const thread = readingThread(server, () => {});
  const answers = await Promise.all(files.map(([, file]) => thread.summaryOf(file)));
  const names = answers.map((answer) => answer !== 'failed' && answer?.file.proposals.map(({ title }) => title));
  expect(names).toEqual([['Faster queries'], ['Faster'], ['Faster queries'], undefined]);
});

test('a thread that ends lets nobody wait, and is told of', async () => {
  const broken = join(built, 'broken.js');
  writeFileSync(broken, 'throw new Error("no memory");');
  const told: string[] = [];
  const thread = readingThread(broken, (line) => told.push(line));
  expect(await Promise.all(files.map(([, file]) => thread.summaryOf(file)))).toEqual(files.map(() => 'failed'));
  expect(told).toEqual(['The thread that reads files has ended: Error: no memory']);
});

test('a thread that cannot start is told of', async () => {
  const told: string[] = [];
  const thread = readingThread('', (line) => told.push(line));
  expect(await thread.summaryOf(files[0]?.[1] as ClosedFile)).toBe('failed');
  expect(told).toEqual([expect.stringMatching(/^The thread that reads files did not start: /)]);
});

test('what cannot be sent to a thread is read by those who asked', async () => {
  const thread = readingThread(server, () => {});
  const file = { ...(files[0]?.[1] as ClosedFile), projects: [() => {}] as never };
  expect(await thread.summaryOf(file)).toBe('failed');
});

test('a folder of many files is known as a whole', async () => {
  const terms = Array.from({ length: 120 }, (_, k) => [
    `programs/lfx-mentorship/${1990 + k}/01-Mar-May/project_ideas.md`,
    goodDrafts(goodProposal(`Number ${k}`)),
  ]);
  const child = spawn(process.execPath, [server, '--stdio']);
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const isRead = new Promise<string>((resolve) => {
    connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
      if (/^Read |thread/.test(message)) resolve(message);
    });
  });
  connection.listen();
  const rootUri = pathToFileURL(folderWith(Object.fromEntries(terms))).href;
  await connection.sendRequest('initialize', { processId: process.pid, rootUri, capabilities: {} });
  await connection.sendNotification('initialized', {});
  void connection.sendRequest('workspace/symbol', { query: '' });
  expect(await isRead).toMatch(/^Read 120 proposals files/);
  const found = await connection.sendRequest<{ name: string }[]>('workspace/symbol', { query: 'Number 57' });
  expect(found.map(({ name }) => name)).toContain('Number 57');
  connection.dispose();
  child.kill();
});
