import { join } from 'node:path';
import { expect, test } from 'vitest';
import { URI } from 'vscode-uri';
import { nodeFiles } from '../../server/src/adapters/files/node-files';
import { issueEditRequest, submissionRequest, type WireSubmission } from '../../server/src/protocol/submission';
import { folderWith } from '../folder';
import { Editor } from './client';

const draft = `### Jaeger

#### Faster queries

- Description: They are slow.
- Expected Outcome: They are fast.
- Recommended Skills: Go
- Technologies: Go, Kubernetes
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)
- Upstream Issue: https://github.com/jaegertracing/jaeger/issues/1
`;
const path = 'programs/lfx-mentorship/2026/03-Sep-Nov/drafts.md';

async function submissionIn(
  files: Readonly<Record<string, string>>,
  line: number,
  text = draft,
): Promise<WireSubmission | null> {
  const folder = folderWith(files);
  const editor = await Editor.start({ files: nodeFiles(expect.fail), folder: URI.file(folder).toString() });
  const { uri } = await editor.open(text, URI.file(join(folder, path)).toString());
  return editor.connection.sendRequest(submissionRequest, { uri, position: { line, character: 0 } });
}

test('what the draft at a place becomes, and what is wrong with it where', async () => {
  const submission = await submissionIn({}, 4);
  expect(submission?.issue.title).toBe('[CNCF LFX Proposal] Jaeger Faster queries');
  expect(submission?.issue.body).toContain('### CNCF Project\n\nJaeger\n\n### Term\n\n2026 Term 3 (Sep-Nov)\n');
  expect(submission?.programName).toEqual({
    text: 'CNCF - Jaeger: Faster queries (2026 Term 3)',
    length: 43,
    limit: 100,
  });
  expect(submission?.form).toEqual({
    repository: 'cncf/mentoring',
    template: 'lfx-program-proposal.yml',
    asOf: '2026-08-05',
    isLfx: true,
  });
  expect(submission?.fields.map(({ id }) => id).slice(0, 3)).toEqual(['cncf_project', 'term', 'program_name']);
  expect(submission?.problems.map(({ kind, range }) => [kind, range.start.line])).toEqual([['mentor-lfid-missing', 9]]);
});

test('the form of the workspace counts', async () => {
  const form = '.github/ISSUE_TEMPLATE/lfx-program-proposal.yml';
  const field = (id: string) =>
    `- {type: input, id: ${id}, attributes: {label: ${id}}, validations: {required: true}}\n`;
  const ids = ['cncf_project', 'term', 'program_name', 'program_description', 'mentors', 'budget'];
  const submission = await submissionIn({ [form]: `title: Hi\nbody:\n${ids.map(field).join('')}` }, 4);
  expect(submission?.form.asOf).toBeNull();
  expect(submission?.fields.map(({ label }) => label)).toEqual(ids);
  expect(submission?.problems.map(({ field }) => field)).toContain('budget');
});

test('in a heading above, the next proposal is meant', async () => {
  expect((await submissionIn({}, 0))?.name).toBe('Faster queries');
});

test('where proposals are no issues, there is nothing', async () => {
  expect(await submissionIn({}, 4, '# Hello\n')).toBeNull();
});

test('whether the form offers an answer', async () => {
  const offered = async (text: string) => {
    const fields = (await submissionIn({}, 4, text))?.fields ?? [];
    return fields.filter((field) => !field.offered).map(({ id }) => id);
  };
  expect(await offered(draft)).toEqual([]);
  expect(await offered(draft.replace('### Jaeger', '### Nobody knows it'))).toEqual(['cncf_project']);
});

test('what the draft would change in an issue, with what others have added to it', async () => {
  const editor = await Editor.start({ files: nodeFiles(expect.fail) });
  const { uri } = await editor.open(draft, URI.file(join(folderWith({}), path)).toString());
  const place = { uri, position: { line: 4, character: 0 } };
  const edit = (present: unknown) => editor.connection.sendRequest(issueEditRequest, { ...place, present });
  const { issue } = (await editor.connection.sendRequest<WireSubmission | null>(submissionRequest, place)) ?? {};
  const present = issue?.body.replace('Kubernetes', 'Helm').replaceAll('\n', '\r\n');
  expect(await edit(present)).toEqual({ ...issue, differing: ['Technologies'] });
  expect(await edit(`${present}\r\nLFX URL: https://mentorship.lfx.linuxfoundation.org/project/1`)).toMatchObject({
    body: `${issue?.body}\nLFX URL: https://mentorship.lfx.linuxfoundation.org/project/1\n`,
    differing: ['Technologies'],
  });
  for (const wrong of [undefined, 7, 'x'.repeat(65_537)]) expect(await edit(wrong)).toBeNull();
});
