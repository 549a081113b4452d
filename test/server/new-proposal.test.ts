/** A new proposal over the protocol: what is offered, what is said while somebody types, what is written. */
import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { noFiles } from '../../server/src/adapters/files/files-by-scheme';
import type { Files } from '../../server/src/host/ports';
import {
  insertTemplateRequest,
  type NewProposalParams,
  newProposalMentorsRequest,
  newProposalPlacesRequest,
  newProposalProjectsRequest,
  newProposalRemarkRequest,
  newProposalRequest,
  type WireNewProposal,
  type WireOption,
  type WireRemark,
  type WireSnippet,
  type WireTarget,
} from '../../server/src/protocol/new-proposal';
import { dedent } from '../unit/marks';
import { draftsUri, Editor, type Opened } from './client';
import { HandClock } from './hand-clock';
import { complete } from './texts';

const root = 'file:///workspace/programs/';
const olderUri = `${root}lfx-mentorship/2025/03-Sep-Nov/project_ideas.md`;
const readmeUri = `${root}lfx-mentorship/2026/01-Mar-May/README.md`;
const movedUri = `${root}lfx-mentorship/2026/02-Jun-Aug/project_ideas.md`;
const summerUri = `${root}summerofcode/2026.md`;
const termsUri = `${root}lfx-mentorship/automation/terms.yml`;
const text = dedent(complete).replace('$0', '');
const form = 'https://github.com/example/mentoring/issues/new?template=proposal.yml';
const moved = `# Elsewhere now\n\nUse the [form](${form}).\n`;
const readme = `# Term 01 - 2026 March - May\n\nStatus: Accepting Applications\n\n${text}`;

/** A workspace in memory, by the addresses of its files. */
function filesWith(files: Readonly<Record<string, string>>): Files {
  return {
    ...noFiles,
    list: async () => Object.keys(files).map((uri) => ({ uri, path: uri.replace('file:///workspace/', '') })),
    read: async (uri) =>
      uri in files ? { is: 'text', text: files[uri] ?? '' } : { is: 'unreadable', why: 'There is no such file.' },
    readSmall: async (uri) => (uri in files ? { is: 'text', text: files[uri] ?? '' } : { is: 'missing' }),
  };
}

const all = { [draftsUri]: text, [olderUri]: text, [readmeUri]: readme, [movedUri]: moved, [summerUri]: '## Ideas\n' };

function start(files: Readonly<Record<string, string>> = all): Promise<Editor> {
  // It is January 2026.
  return Editor.start({ files: filesWith(files), clock: new HandClock() });
}

function places(editor: Editor, here: string | null = null): Promise<readonly WireTarget[]> {
  return editor.connection.sendRequest(newProposalPlacesRequest, { here });
}

async function labels(editor: Editor, here: string | null = null): Promise<readonly string[]> {
  return (await places(editor, here)).map(({ is, label }) => `${is} ${label}`);
}

const drafts = ['draft New draft for LFX Mentorship', 'draft New draft for Summer of Code'];
const target = { is: 'file', uri: draftsUri, term: null, program: null } as const;
const wanted: NewProposalParams = { target, project: 'Harbor', title: 'Less to copy', mentors: [], upstream: '' };

function write(editor: Editor, more: Partial<NewProposalParams> = {}): Promise<WireNewProposal | null> {
  return editor.connection.sendRequest(newProposalRequest, { ...wanted, ...more });
}

function written({ document }: Opened, answer: WireNewProposal | null): string {
  if (answer?.is !== 'edit') throw new Error(`No edit: ${JSON.stringify(answer)}`);
  expect(answer.version).toBe(document.version);
  return TextDocument.applyEdits(document, [{ range: answer.range, newText: answer.text }]);
}

describe('offered are', () => {
  test('files of open terms, the newest first, and drafts', async () => {
    const editor = await start();
    expect(await labels(editor)).toEqual([
      'form 2026 Term 2 (Jun-Aug)',
      'file 2026 Term 1 (Mar-May)',
      'file 2026 Summer of Code',
      ...drafts,
    ]);
  });

  test('drafts alone where there is nothing else', async () => {
    expect(await labels(await start({}))).toEqual(drafts);
  });

  test('first the file that somebody is in, whatever its term', async () => {
    const editor = await start();
    expect((await labels(editor, olderUri))[0]).toBe('file 2025 Term 3 (Sep-Nov)');
  });

  test('the drafts of its term to who is in a README', async () => {
    const [first] = await places(await start(), readmeUri);
    expect(first).toMatchObject({ is: 'file', uri: draftsUri, isHere: true });
  });

  test('the page of the form as the file links it', async () => {
    const [first] = await places(await start());
    expect(first).toMatchObject({ is: 'form', uri: movedUri, form });
  });

  test('of LFX Mentorship the terms alone that the workspace lists, with or without a file', async () => {
    const editor = await start({
      ...all,
      [termsUri]: 'terms:\n  - "2026 Term 2 (Jun-Aug)"\n  - "2026 Term 3 (Sep-Nov)"\n',
    });
    expect(await labels(editor)).toEqual([
      'form 2026 Term 2 (Jun-Aug)',
      'file 2026 Summer of Code',
      'form 2026 Term 3 (Sep-Nov)',
      ...drafts,
    ]);
  });
});

describe('to choose from are', () => {
  test('the projects of the file, and all others', async () => {
    const editor = await start();
    const projects = await editor.connection.sendRequest<WireOption[]>(newProposalProjectsRequest, wanted);
    expect(projects[0]).toEqual({ label: 'Jaeger', detail: 'in this file, 1 proposal', text: 'Jaeger' });
    expect(projects.filter(({ label }) => label === 'Jaeger')).toHaveLength(1);
    expect(projects.map(({ label }) => label)).toContain('Harbor');
  });

  test('the mentors of the project before all others', async () => {
    const other = text.replace('Jaeger', 'Harbor').replaceAll('Ada Example', 'Zoe Sample').replaceAll('ada', 'zoe');
    const editor = await start({ ...all, [olderUri]: other });
    await places(editor);
    const mentors = await editor.connection.sendRequest<WireOption[]>(newProposalMentorsRequest, wanted);
    expect(mentors.map(({ text: entry }) => entry)).toEqual(
      [
        'Max Sample (@max-sample, max@example.org)',
        'Zoe Example (@zoe-example, zoe@example.org)',
        'Ada Example (@ada-example, ada@example.org)',
      ].map((entry) => entry.replace('Zoe Example', 'Zoe Sample')),
    );
    expect(mentors[1]?.detail).toBe('@zoe-example, Harbor, 2025 Term 3 (Sep-Nov)');
  });
});

describe('while somebody types', () => {
  function remark(editor: Editor, part: string, more: Partial<NewProposalParams>): Promise<WireRemark | null> {
    return editor.connection.sendRequest(newProposalRemarkRequest, { ...wanted, ...more, part });
  }

  test('the name of the program is counted', async () => {
    const answer = await remark(await start(), 'title', {});
    const name = 'CNCF - Harbor: Less to copy (2026 Term 1)';
    expect(answer).toEqual({
      budget: { used: name.length, most: 100, name },
      finding: null,
      issues: 'https://github.com/goharbor/harbor/issues/',
    });
  });

  test.each([
    ['lfx-mentorship', 'CNCF - Harbor: Less to copy (20xx Term x)'],
    ['summerofcode', undefined],
  ] as const)('of a draft for %s, too', async (program, name) => {
    const target = { is: 'draft', uri: null, term: null, program } as const;
    expect((await remark(await start({}), 'title', { target }))?.budget?.name).toBe(name);
  });

  test('a name that is too long is told', async () => {
    const { budget, finding } = (await remark(await start(), 'title', { title: 'Long '.repeat(30) })) ?? {};
    expect(budget?.used).toBeGreaterThan(100);
    expect(finding).toMatchObject({ severity: 'warning', message: expect.stringMatching(/\(178 of 100\)/) });
  });

  test.each([
    ['title', { title: '' }, /^Enter a title\.$/],
    ['title', { project: 'Jaeger', title: 'Faster queries' }, /./],
    ['upstream', { upstream: 'https://github.com/goharbor/harbor' }, /./],
    ['mentors', { mentors: ['Ada Example (@ada.example, ada@example.org)'] }, /^Correct "ada\.example"/],
  ])('the rules say what they will say of the %s %j', async (part, more, message) => {
    const answer = await remark(await start(), part, more);
    expect(answer?.finding?.message).toMatch(message);
  });

  test.each(['mentors', 'upstream'])('nothing is said of empty %s', async (part) => {
    expect((await remark(await start(), part, {}))?.finding).toBeNull();
  });
});

describe('written is', () => {
  test.each(['8441', ' #8441 '])(
    'an upstream issue %j as that of the project, and nothing is said of it',
    async (upstream) => {
      const editor = await start();
      const opened = await editor.open(complete);
      const params = { ...wanted, part: 'upstream', upstream };
      const remark = await editor.connection.sendRequest<WireRemark | null>(newProposalRemarkRequest, params);
      expect(remark?.finding).toBeNull();
      expect(written(opened, await write(editor, { upstream }))).toContain(
        '- Upstream Issue: https://github.com/goharbor/harbor/issues/8441\n',
      );
    },
  );

  test('an edit of the document as it is, with the caret in the first empty field', async () => {
    const editor = await start();
    const opened = await editor.open(complete);
    const answer = await write(editor);
    const heading = '### Harbor\n\n#### Less to copy\n\n- Description: \n';
    expect(written(opened, answer)).toBe(
      text.replace(
        '### Jaeger\n',
        `${heading}- Expected Outcome: \n- Recommended Skills: \n- Mentor(s):\n  - \n- Upstream Issue: \n\n### Jaeger\n`,
      ),
    );
    expect(answer).toMatchObject({ caret: { line: 6, character: '- Description: '.length } });
  });

  test('in the newest version after a change', async () => {
    const editor = await start();
    const opened = await editor.open(complete);
    await editor.change(opened, '## Proposed', '# More\n\n## Proposed');
    expect(written(opened, await write(editor))).toMatch(/^# More\n\n[\s\S]*#### Less to copy/);
  });

  test('a draft with the name of its program for a term that has moved', async () => {
    const target = { is: 'form', uri: movedUri, term: null, program: null } as const;
    const answer = await write(await start(), { target });
    expect(answer).toMatchObject({ is: 'draft', caret: { line: 6 } });
    expect(answer?.is === 'draft' && answer.text).toMatch(
      /^### Harbor\n\n#### Less to copy\n\nCNCF - Harbor: Less to copy \(2026 Term 2\)\n\n- Description: \n/,
    );
  });

  test.each([
    [{ is: 'form', uri: null, term: '2026-03', program: 'lfx-mentorship' }, /\(2026 Term 3\)\n\n- Description/],
    [{ is: 'draft', uri: null, term: null, program: 'lfx-mentorship' }, /^### Harbor\n\n#### Less to copy\n\n- Descr/],
    [
      { is: 'draft', uri: null, term: null, program: 'summerofcode' },
      /^#### Harbor\n\n##### [\s\S]*\n- Expected project size: \n/,
    ],
  ] as const)('a draft for %j', async (target, expected) => {
    const answer = await write(await start({}), { target });
    expect(answer?.is === 'draft' && answer.text).toMatch(expected);
  });

  test('nothing into a file that is none of ours', async () => {
    const target = { is: 'file', uri: 'file:///etc/passwd', term: null, program: null } as const;
    expect(await write(await start(), { target })).toBeNull();
  });

  test('nothing for what is no question', async () => {
    const editor = await start();
    for (const params of [undefined, 7, { target: 7 }, { target: { is: 'file' } }])
      expect(await editor.connection.sendRequest(newProposalRequest, params)).not.toMatchObject({ is: 'edit' });
  });
});

describe('the template', () => {
  function template(editor: Editor, { uri, caret: position }: Opened): Promise<WireSnippet | null> {
    return editor.connection.sendRequest(insertTemplateRequest, { uri, position });
  }

  test('begins an empty document', async () => {
    const editor = await start({});
    const opened = await editor.open('$0', 'untitled:Untitled-1');
    const answer = await template(editor, opened);
    expect(answer).toMatchObject({ version: 1, position: { line: 0, character: 0 }, lead: '' });
    expect(answer?.snippet).toMatch(
      /^### \$\{1:CNCF project name\}\n\n#### \$\{2:Mentorship project title\}\n\n- Description: \$3\n[\s\S]*\n- Mentor\(s\):\n {2}- \$6\n- Upstream Issue: \$7\n\$0$/,
    );
  });

  test('stands behind the proposal at the caret', async () => {
    const editor = await start({});
    const opened = await editor.open(complete);
    const answer = await template(editor, opened);
    expect(answer).toMatchObject({ position: opened.document.positionAt(text.length), lead: '' });
    expect(answer?.snippet).toMatch(/^\n#### \$\{1:Mentorship project title\}\n\n- Description: \$2\n/);
  });

  test('ends a line that nobody has ended', async () => {
    const editor = await start({});
    const opened = await editor.open(complete.trimEnd());
    const answer = await template(editor, opened);
    expect(answer?.lead).toBe('\n\n');
    expect(answer?.snippet).toMatch(/^#### /);
  });

  test('is not put where nobody would see it', async () => {
    const editor = await start({});
    const opened = await editor.open('```\n$0\n', 'untitled:Untitled-1');
    expect(await template(editor, opened)).toBeNull();
  });
});
