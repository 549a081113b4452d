import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { indexing } from './indexing';
import { median, type Row, timed } from './measure';
import { Session } from './session';
import { realisticText } from './text';

/** The command line and the index over the corpus beside the checkout, else over invented files of its size. */
export async function corpus(dist: string, shared: string, copies: number): Promise<Row[]> {
  const temporary = mkdtempSync(join(tmpdir(), 'proposals-bench-'));
  try {
    const files = corpusFiles(shared) ?? inventedFiles();
    const root = join(temporary, 'one');
    write(root, files);
    const many = join(temporary, 'many');
    for (let copy = 0; copy < copies; copy++) write(join(many, `copy-${copy}`), files);
    const cli = join(dist, 'cli.js');
    const reading =
      'const fs=require("node:fs"),p=require("node:path");let n=0;for(const f of fs.readdirSync(process.argv[1],{recursive:true}))if(f.endsWith(".md"))n+=new TextDecoder().decode(fs.readFileSync(p.join(process.argv[1],f))).length;console.log(n)';
    const floor = await processTime(['-e', reading, root], 7);
    const list = await processTime([cli, 'list', '--json', root], 7);
    const big = await processTime([cli, 'list', '--json', many], 1);
    const megabytes = files.reduce((sum, [, text]) => sum + text.length, 0) / 1e6;
    const idle = await residentWith(dist, null);
    const one = await residentWith(dist, root);
    const ten = join(temporary, 'ten');
    for (let copy = 0; copy < 10; copy++) write(join(ten, `copy-${copy}`), files);
    const all = await residentWith(dist, ten);
    const growth = (all - one) / (9 * megabytes);
    const handle = handleIn(files);
    const indexes = await indexing(dist, { name: 'corpus 10 times', folder: ten, handle, bar: 2 });
    if (copies > 10)
      indexes.push(
        ...(await indexing(dist, { name: `corpus ${copies} times`, folder: many, handle, bar: copies / 5 })),
      );
    return [
      {
        what: 'corpus: start Node, read and decode',
        value: floor,
        unit: 'ms',
        note: `${files.length} files, ${megabytes.toFixed(1)} MB`,
      },
      { what: 'corpus: list --json', value: list / floor, unit: '×', bar: 4, note: `${list.toFixed(0)} ms` },
      { what: `corpus ${copies} times: list --json`, value: big / 1000, unit: 's', bar: 10 },
      { what: 'server: resident, nothing open', value: idle, unit: 'MB' },
      { what: 'server: resident, corpus indexed', value: one, unit: 'MB', bar: 120 },
      {
        what: 'server: resident, growth with the text',
        value: growth,
        unit: 'bytes per byte',
        bar: 3,
        note: `${all.toFixed(0)} MB with ten times the corpus`,
      },
      ...indexes,
    ];
  } finally {
    rmSync(temporary, { recursive: true, force: true, maxRetries: 5 });
  }
}

type Files = readonly (readonly [string, string])[];

/** The Markdown files of the corpus in the order of their names, or null without a corpus. */
export function corpusFiles(shared: string): Files | null {
  const root = join(shared, 'corpus');
  if (!existsSync(root)) return null;
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => [name, readFileSync(join(root, name), 'utf8')] as const);
}

/** As many files as the corpus has, of its size. */
export function inventedFiles(): Files {
  return Array.from(
    { length: 44 },
    (_, k) => [`programs/lfx-mentorship/${2000 + k}/01-Mar-May/project_ideas.md`, realisticText(45_000 + k)] as const,
  );
}

/** The account that the files name most often. */
function handleIn(files: Files): string {
  const counts = new Map<string, number>();
  for (const [, text] of files) {
    for (const [, handle = ''] of text.matchAll(/\(@([a-z\d-]+),/gi)) counts.set(handle, (counts.get(handle) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 'mentor-1';
}

function write(root: string, files: Files): void {
  for (const [name, text] of files) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
}

/** The median of the milliseconds that a run of Node takes. Throws if one fails. */
export async function processTime(command: readonly string[], runs: number): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    times.push(
      await timed(() => {
        const { status, stderr } = spawnSync(process.execPath, [...command], {
          stdio: ['ignore', 'ignore', 'pipe'],
          encoding: 'utf8',
        });
        if (status !== 0) throw new Error(stderr);
      }),
    );
  }
  return median(times);
}

/** Megabytes that the server holds, with a folder indexed where one is given. */
async function residentWith(dist: string, root: string | null): Promise<number> {
  const folder = root === null ? null : pathToFileURL(root).href;
  const session = await Session.start(
    [join(dist, 'server.js'), '--stdio'],
    `${folder ?? 'file:///none'}/programs/summerofcode/2030.md`,
    folder,
  );
  await session.open('# none\n');
  // The first request for the outline starts the index.
  const complete = folder === null ? null : session.logged(/^Read \d+ proposals files/);
  await session.request('mentorshipProposals/outline');
  await complete;
  // The thread that has read the files ends soon after.
  await new Promise((later) => setTimeout(later, 1_500));
  const { resident } = session;
  await session.stop();
  return resident;
}
