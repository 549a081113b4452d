import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { KnownFile, KnownMentor, Person } from '../../server/src/core/known/known';
import { readDocument } from '../../server/src/core/model/document';
import type { Files } from '../../server/src/host/ports';
import { ProjectLists } from '../../server/src/host/workspace/project-list';
import { Roots } from '../../server/src/host/workspace/roots';
import { type OpenDocuments, Workspace } from '../../server/src/host/workspace/workspace';
import { HandClock } from '../server/hand-clock';
import './property-seed';

const disk = 'file:///disk';

/** Files by their addresses. An answer says what was there when it was asked for, and may be late. */
class MemoryFiles implements Files {
  readonly texts = new Map<string, string>();
  readonly asked: string[] = [];
  private lateness = 0;

  async list(folder: string, exclude: (path: string) => boolean) {
    const found = [...this.texts.keys()]
      .filter((uri) => uri.startsWith(`${folder}/`) && uri.endsWith('.md'))
      .map((uri) => ({ uri, path: uri.slice(folder.length + 1) }))
      .filter(({ path }) => path.split('/').every((_, at, parts) => !exclude(parts.slice(0, at + 1).join('/'))));
    await this.late();
    return found;
  }

  async read(uri: string) {
    this.asked.push(uri);
    const text = this.texts.get(uri);
    await this.late();
    return text === undefined ? ({ is: 'unreadable', why: 'no such file' } as const) : ({ is: 'text', text } as const);
  }

  async readSmall(uri: string) {
    const content = await this.read(uri);
    return content.is === 'text' ? content : ({ is: 'missing' } as const);
  }

  /** Waits for some turns, another number each time. */
  private async late(): Promise<void> {
    this.lateness = (this.lateness * 7 + 3) % 11;
    for (let turn = 0; turn < this.lateness; turn++) await Promise.resolve();
  }
}

/** A workspace over files in memory, and the editor around it. */
class Desk {
  readonly files = new MemoryFiles();
  readonly log: string[] = [];
  readonly opened = new Map<string, string>();
  readonly progress: string[] = [];
  calledOff = false;
  hidden: unknown;
  private revision = 0;
  private readonly running = new Set<Promise<void>>();
  readonly workspace: Workspace;

  constructor(readonly roots: string[]) {
    const desk = this;
    const open: OpenDocuments = {
      get revision() {
        return desk.revision;
      },
      uris: () => [...this.opened.keys()],
      read: (uri) => readDocument(this.opened.get(uri) ?? '', this.workspace.pathOf(uri)),
    };
    const log = (line: string) => this.log.push(line);
    const folders = new Roots(roots, async () => this.hidden);
    this.workspace = new Workspace(folders, new ProjectLists(folders, this.files, log), {
      files: this.files,
      open,
      clock: new HandClock(),
      programReady: async () => {},
      programFor: () => null,
      log,
      progress: () => ({
        report: (done, all) => this.progress.push(`${done}/${all}`),
        isCalledOff: () => this.calledOff,
        end: () => this.progress.push('end'),
      }),
      background: (_, work) => {
        const running = work().finally(() => this.running.delete(running));
        this.running.add(running);
        return running;
      },
      onChange: () => {},
      onKnown: () => {},
    });
  }

  show(uri: string, text: string | null): void {
    this.revision++;
    if (text === null) this.opened.delete(uri);
    else this.opened.set(uri, text);
  }

  /** Done when nothing is being read any more. */
  async settled(): Promise<void> {
    void this.workspace.load();
    while (this.running.size > 0) await Promise.all(this.running);
  }

  /** Another one that has seen nothing of what happened. */
  async afresh(): Promise<Desk> {
    const other = new Desk([...this.workspace.folders()]);
    for (const [uri, text] of this.files.texts) other.files.texts.set(uri, text);
    for (const [uri, text] of this.opened) other.show(uri, text);
    other.hidden = this.hidden;
    await other.settled();
    return other;
  }

  known() {
    return {
      files: this.workspace
        .ask(({ files }) => files)
        .map(resultOf)
        .sort(),
      people: this.workspace.people().map(whoIs).sort(),
    };
  }
}

function resultOf({ uri, path, proposals }: KnownFile): string {
  return JSON.stringify({ uri, path, mentors: proposals.flatMap(({ mentors }) => mentors.map(mentorOf)) });
}

/** Without the order of what is equally old. */
function whoIs({ handle, names, emails, mentions }: Person): string {
  const parts = [names, emails, mentions.map((each) => `${each.proposal.file.uri} ${mentorOf(each)}`)];
  return JSON.stringify([handle, ...parts.map((part) => [...part].sort())]);
}

function mentorOf({ name, handle, email }: KnownMentor): string {
  return [name, handle, email].join(' ');
}

function proposalsWith(...mentors: string[]): string {
  return `## Proposed Project ideas\n\n### Jaeger\n\n#### Faster queries\n\n- Description: Slow.\n- Mentor(s):\n${mentors
    .map((mentor) => `  - ${mentor}\n`)
    .join('')}- Upstream Issue: https://github.com/jaegertracing/jaeger/issues/1\n`;
}

const ada = proposalsWith('Ada Example (@ada-example, ada@example.org)');
const max = proposalsWith('Max Sample (@max-sample, max@example.org)', 'Ada Example (ada@example.org)');
const loose = proposalsWith('Ada Example', 'Max Sample (max@example.org)');
const both = proposalsWith('Ada Example (@ada-example, max@example.org)');

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

function write({ files, workspace }: Desk, uri: string, content: string): void {
  const isNew = !files.texts.has(uri);
  files.texts.set(uri, content);
  workspace.filesChanged({ made: isNew ? [uri] : [], written: isNew ? [] : [uri], removed: [] });
}

/** A folder that goes is told as one event, however much was in it. */
function remove({ files, workspace }: Desk, uri: string): void {
  for (const each of [...files.texts.keys()]) if (isWithin(each, uri)) files.texts.delete(each);
  workspace.filesChanged({ made: [], written: [], removed: [uri] });
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

function isWithin(uri: string, around: string): boolean {
  return uri === around || uri.startsWith(`${around}/`);
}

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
        }
        await desk.settled();
        expect(desk.known()).toEqual((await desk.afresh()).known());
      }),
      { numRuns: 400 },
    );
  });

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

  test('reading tells how far it is, and stops where the person calls it off', async () => {
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
});

describe('the lists of a workspace', () => {
  const projects = `${disk}/programs/lfx-mentorship/automation/projects.yml`;
  const terms = `${disk}/programs/lfx-mentorship/automation/terms.yml`;

  async function deskWith(list: string): Promise<Desk> {
    const desk = new Desk([disk]);
    desk.files.texts.set(projects, list);
    await desk.settled();
    return desk;
  }

  test('projects are those of the workspace, and headings are read with them', async () => {
    const desk = await deskWith(
      '- name: Quux\n  slug: quux\n  repo_url: https://github.com/quux/quux\n- 7\n- {slug: x}\n',
    );
    expect(desk.workspace.projects().find('quux')).toEqual({
      name: 'Quux',
      slug: 'quux',
      maturity: '',
      repository: 'quux/quux',
      homepage: '',
    });
    expect(desk.workspace.projects().find('Jaeger')).toBeNull();
    remove(desk, projects);
    await desk.settled();
    expect(desk.workspace.projects().find('Jaeger')).not.toBeNull();
  });

  test.each([
    'a: [',
    '7',
    '[]',
    '- &a [*a, *a]\n- !!js/function x',
    '- !<s3cret> x',
    '- *s3cret',
    `${'- '.repeat(100_000)}x`,
    'x'.repeat(1_000_001),
  ])('of a list like %j nothing is used, and one line says so', async (list) => {
    const desk = await deskWith(list);
    expect(desk.workspace.projects().find('Jaeger')).not.toBeNull();
    expect(desk.log.filter((line) => /Cannot use \S*projects\.yml: /.test(line))).toHaveLength(1);
    expect(desk.log.join()).not.toContain('s3cret');
  });

  test('open terms are known with the file that lists them', async () => {
    const desk = await deskWith('');
    write(desk, terms, 'terms:\n  - "2026 Term 3 (Sep-Nov)"\n  - Some day\n');
    await desk.settled();
    expect(desk.workspace.terms()).toEqual([
      { label: '2026 Term 3 (Sep-Nov)', termKey: '2026-3', uri: terms },
      { label: 'Some day', termKey: '', uri: terms },
    ]);
  });
});
