import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { KnownFile } from '../../server/src/core/known/known';
import { ada, both, Desk, disk, isWithin, loose, max, remove, write } from './desk';
import './property-seed';

const folders = ['', '/a', '/a/deep', '/inner', '/inner/a', '/inner/node_modules', '/hidden', '/2026'];
const names = ['/project_ideas.md', '/notes.md', '/a.txt'];
const roots = [disk, `${disk}/inner`, `${disk}/a/deep`];

/** Something that happens, under a name that a failure can be understood by. */
class Step {
  constructor(
    private readonly name: string,
    readonly run: (desk: Desk) => void,
  ) {}

  [fc.toStringMethod](): string {
    return this.name;
  }
}

const folder = fc.constantFrom(...folders).map((path) => disk + path);
const file = fc.tuple(folder, fc.constantFrom(...names)).map(([at, name]) => at + name);
const text = fc.constantFrom(ada, max, loose, both, '# Notes\n');
const root = fc.constantFrom(...roots);
const hidden = fc.constantFrom({ '**/hidden': true }, { 'a/**': true, notes: false }, undefined);

const steps = fc.oneof(
  { weight: 4, arbitrary: step('write', fc.tuple(file, text), (desk, [uri, content]) => write(desk, uri, content)) },
  { weight: 2, arbitrary: step('remove', file, remove) },
  step('remove folder', folder, remove),
  step('rename folder', fc.tuple(folder, folder), (desk, [from, to]) => rename(desk, from, to)),
  step('rename', fc.tuple(file, file), (desk, [from, to]) => rename(desk, from, to)),
  step('open or close', fc.tuple(file, fc.option(text)), (desk, [uri, content]) => desk.show(uri, content)),
  step('add root', root, (desk, uri) => desk.workspace.changeFolders([uri], [])),
  step('remove root', root, (desk, uri) => desk.workspace.changeFolders([], [uri])),
  step('hide', hidden, (desk, setting) => {
    desk.hidden = setting;
    desk.workspace.excludesChanged();
  }),
  step('ask', fc.constant(null), (desk) => void desk.workspace.people()),
);

function step<T>(name: string, about: fc.Arbitrary<T>, run: (desk: Desk, about: T) => void): fc.Arbitrary<Step> {
  return about.map((each) => new Step(`${name} ${JSON.stringify(each)}`, (desk) => run(desk, each)));
}

function rename(desk: Desk, from: string, to: string): void {
  const { texts } = desk.files;
  const moved = [...texts].filter(([uri]) => isWithin(uri, from));
  if (isWithin(to, from) || isWithin(from, to) || moved.length === 0) return;
  // What stands in the way is removed first, as programs do.
  remove(desk, to);
  for (const [uri, content] of moved) {
    texts.delete(uri);
    texts.set(to + uri.slice(from.length), content);
  }
  desk.workspace.filesChanged({ made: [to], written: [], removed: [from] });
}

interface Seen {
  readonly except: string | null;
  readonly revision: object;
  readonly files: readonly KnownFile[];
}

const lastSeen = new WeakMap<Desk, readonly Seen[]>();

describe('the index', () => {
  test('after anything has happened it is that of a fresh workspace', async () => {
    const pause = fc.nat({ max: 40 });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(steps, pause), { maxLength: 25 }), async (happening) => {
        const desk = new Desk([disk]);
        void desk.workspace.load();
        for (const [{ run }, turns] of happening) {
          run(desk);
          for (let turn = 0; turn < turns; turn++) await Promise.resolve();
          expectSameIfUnchanged(desk);
        }
        await desk.settled();
        expect(desk.known()).toEqual((await desk.afresh()).known());
      }),
      { numRuns: 400 },
    );
  });

  /** The same revision has to mean the same files, also for whoever leaves one out. */
  function expectSameIfUnchanged(desk: Desk): void {
    const last = lastSeen.get(desk) ?? [];
    const now = [null, ...desk.opened.keys()].map((except) => ({
      except,
      revision: desk.workspace.revision(except),
      files: desk.workspace.ask(({ files }) => files, except),
    }));
    for (const { except, revision, files } of now) {
      const before = last.find((each) => each.except === except);
      if (before?.revision === revision) expect(files).toEqual(before.files);
    }
    lastSeen.set(desk, now);
  }

  test('a file of two folders, one in the other, is known once, by the inner one', async () => {
    const desk = new Desk([disk, `${disk}/inner`]);
    desk.files.texts.set(`${disk}/inner/a/project_ideas.md`, ada);
    await desk.settled();
    const paths = () => desk.workspace.ask(({ files }) => files).map(({ path }) => path);
    expect(paths()).toEqual(['a/project_ideas.md']);
    expect(desk.files.asked.filter((uri) => uri.endsWith('.md'))).toHaveLength(1);
    desk.workspace.changeFolders([], [`${disk}/inner`]);
    await desk.settled();
    expect(paths()).toEqual(['inner/a/project_ideas.md']);
  });

  test('a document that stays open when its folder goes is known until it is closed', async () => {
    const desk = new Desk([disk]);
    const uri = `${disk}/a/project_ideas.md`;
    desk.files.texts.set(uri, ada);
    desk.show(uri, max);
    await desk.settled();
    desk.workspace.changeFolders([], [disk]);
    await desk.settled();
    expect(desk.workspace.people()).toHaveLength(2);
    desk.show(uri, null);
    expect(desk.workspace.people()).toEqual([]);
  });

  test('thousands of files that are no Markdown are not listed one by one', async () => {
    const desk = new Desk([disk]);
    await desk.settled();
    const listed: string[] = [];
    const list = desk.files.list.bind(desk.files);
    desk.files.list = (at, exclude) => {
      listed.push(at);
      return list(at, exclude);
    };
    const made = ['new', 'new/a.js', 'new/b', 'new/b/c.md', 'node_modules/x', '.git/objects/ab'];
    desk.workspace.filesChanged({ made: made.map((path) => `${disk}/${path}`), written: [], removed: [] });
    await desk.settled();
    expect(listed).toEqual([`${disk}/new`]);
  });

  test('reading reports its progress, and stops when the person cancels it', async () => {
    const desk = new Desk([disk]);
    for (let k = 0; k < 20; k++) desk.files.texts.set(`${disk}/${k}/project_ideas.md`, ada);
    const report = desk.progress.push.bind(desk.progress);
    desk.progress.push = (line) => {
      desk.calledOff = desk.progress.length >= 2;
      return report(line);
    };
    await desk.settled();
    expect(desk.progress[0]).toBe('1/20');
    expect(desk.progress.at(-1)).toBe('end');
    expect(desk.workspace.people()[0]?.mentions.length).toBeLessThan(20);
    expect(desk.log.join('\n')).toMatch(/^Reading was canceled after \d+ of 20 files\.$/m);
    expect(desk.workspace.isPartial).toBe(true);
    const missing = Array.from({ length: 20 }, (_, k) => `${disk}/${k}/project_ideas.md`);
    desk.workspace.filesChanged({ made: [], written: missing.slice(1), removed: missing.slice(0, 1) });
    await desk.settled();
    expect(desk.workspace.isPartial).toBe(false);
  });

  test('files of newer terms are read first, and those of no term last', async () => {
    const desk = new Desk([disk]);
    const paths = ['README.md', '2025/03-Sep-Nov/a.md', '2026/01-Mar-May/a.md', '2026/03-Sep-Nov/a.md', 'gsoc/2026.md'];
    for (const path of paths) desk.files.texts.set(`${disk}/${path}`, ada);
    await desk.settled();
    const read = desk.files.asked.filter((uri) => uri.endsWith('.md')).map((uri) => uri.slice(disk.length + 1));
    expect(read).toEqual([...paths.slice(-1), ...paths.slice(0, -1).reverse()]);
  });

  test('a setting that changes while the workspace is about to be read has nothing read twice', async () => {
    const desk = new Desk([disk]);
    desk.files.texts.set(`${disk}/a/project_ideas.md`, ada);
    void desk.workspace.load();
    desk.hidden = { '**/hidden': true };
    desk.workspace.excludesChanged();
    await desk.settled();
    expect(desk.known().files).toHaveLength(1);
    expect(desk.files.asked).toEqual([...new Set(desk.files.asked)]);
  });

  test('the workspace has been read when a file that changed meanwhile has been, too', async () => {
    const desk = new Desk([disk]);
    const uri = `${disk}/a/project_ideas.md`;
    desk.files.texts.set(uri, ada);
    const answers: (() => void)[] = [];
    const read = desk.files.read.bind(desk.files);
    desk.files.read = async (file) => {
      if (file === uri) await new Promise<void>((resolve) => answers.push(resolve));
      return read(file);
    };
    const known: string[][] = [];
    const loaded = desk.workspace.load().then(() => known.push(desk.known().files));
    await turns(() => answers.length === 1);
    desk.workspace.filesChanged({ made: [], written: [uri], removed: [] });
    await turns(() => answers.length === 2);
    answers[0]?.();
    await turns(() => false);
    expect(known).toEqual([]);
    answers[1]?.();
    await loaded;
    expect(known[0]).toHaveLength(1);
  });
});

/** Waits until `is` holds, or until everything that can happen has happened. */
async function turns(is: () => boolean): Promise<void> {
  for (let turn = 0; turn < 1_000 && !is(); turn++) await Promise.resolve();
}
