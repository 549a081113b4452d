import { symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith } from '../folder';
import { drafts, run } from './program';

const file = 'programs/lfx-mentorship/2026/01-Mar-May/project_ideas.md';

test('every proposals file of a folder is listed, others are not', async () => {
  const folder = folderWith({
    [file]: drafts('First', 'Second'),
    'README.md': '# Something else\n',
    'node_modules/x/project_ideas.md': drafts('Foreign'),
    '.git/project_ideas.md': drafts('Internal'),
    'image.md': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]),
  });
  const { code, out, err } = await run(folder, 'list', '--json', '.');
  const { version, files } = JSON.parse(out);
  expect({ code, err, version }).toEqual({ code: 0, err: '', version: 1 });
  expect(files).toHaveLength(1);
  expect(files[0]).toMatchObject({
    path: file,
    kind: 'proposed',
    term: { program: 'lfx-mentorship', year: 2026, number: 1, name: '01-Mar-May' },
    proposals: [
      {
        project: 'Jaeger',
        title: 'First',
        mentors: [{ name: 'Ada Example', handle: 'ada-example', email: 'ada@example.org' }, { handle: 'max-sample' }],
      },
      { title: 'Second' },
    ],
  });
});

test('a file is listed under its name, and knows its term', async () => {
  const { out } = await run(folderWith({ [file]: drafts('One') }), 'list', '--json', file);
  expect(JSON.parse(out).files).toMatchObject([{ path: 'project_ideas.md', file, term: { year: 2026 } }]);
});

test('a folder without proposals is an empty list', async () => {
  const { code, out } = await run(folderWith({ 'README.md': '# Nothing\n' }), 'list', '--json', '.');
  expect(JSON.parse(out)).toEqual({ version: 1, files: [] });
  expect(code).toBe(0);
});

test('a table has one row for each proposal, and no cell is a formula', async () => {
  const folder = folderWith({ 'project_ideas.md': drafts('Plain', '=HYPERLINK("x"), quoted') });
  const { out } = await run(folder, 'list', '--csv', '.');
  const [header, first, second] = out.split('\r\n');
  // Excel takes a table without a byte order mark for another encoding, and garbles accents.
  expect(header).toBe('\ufeffpath,line,kind,program,year,term,project,subproject,title,mentors,upstream,lfxUrl');
  expect(first).toContain(
    ',Jaeger,,Plain,"Ada Example (@ada-example, ada@example.org); Max Sample (@max-sample, max@example.org)",',
  );
  expect(second).toContain(`,"'=HYPERLINK(""x""), quoted",`);
});

test('a link that leads out of the folder is not followed', async () => {
  const outside = folderWith({ 'project_ideas.md': drafts('Outside') });
  const folder = folderWith({ 'real/project_ideas.md': drafts('Inside') });
  symlinkSync(join(outside, 'project_ideas.md'), join(folder, 'project_ideas.md'));
  symlinkSync(outside, join(folder, 'elsewhere'));
  symlinkSync(folder, join(folder, 'circle'));
  const { out } = await run(folder, 'list', '--json', '.');
  expect(JSON.parse(out).files).toMatchObject([{ path: 'real/project_ideas.md' }]);
});

test('a file that cannot be read is named and counted, and the rest still runs', async () => {
  const folder = folderWith({ 'a/project_ideas.md': '', 'b/project_ideas.md': drafts('Seen') });
  // More than Node reads at once; the file is one hole, and takes no room on the disk.
  truncateSync(join(folder, 'a/project_ideas.md'), 2 ** 31);
  const { code, out, err } = await run(folder, 'list', '--json', '.');
  expect(JSON.parse(out).files).toMatchObject([{ path: 'b/project_ideas.md' }]);
  expect(err).toMatch(
    /^mentorship-proposals: a\/project_ideas\.md could not be read: .+\nmentorship-proposals: 1 file failed\.\n$/,
  );
  expect(code).toBe(2);
});
