import type { KnownFile, KnownMentor, Person } from '../../server/src/core/known/known';
import { readDocument } from '../../server/src/core/model/document';
import type { Files } from '../../server/src/host/ports';
import { ProjectLists } from '../../server/src/host/workspace/project-list';
import { Roots } from '../../server/src/host/workspace/roots';
import { type OpenDocuments, Workspace } from '../../server/src/host/workspace/workspace';
import { HandClock } from '../server/hand-clock';

export const disk = 'file:///disk';

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

  async listForms() {
    return [];
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
export class Desk {
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
      thread: null,
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

export const ada = proposalsWith('Ada Example (@ada-example, ada@example.org)');
export const max = proposalsWith('Max Sample (@max-sample, max@example.org)', 'Ada Example (ada@example.org)');
export const loose = proposalsWith('Ada Example', 'Max Sample (max@example.org)');
export const both = proposalsWith('Ada Example (@ada-example, max@example.org)');

export function write({ files, workspace }: Desk, uri: string, content: string): void {
  const isNew = !files.texts.has(uri);
  files.texts.set(uri, content);
  workspace.filesChanged({ made: isNew ? [uri] : [], written: isNew ? [] : [uri], removed: [] });
}

/** A folder that goes is told as one event, however much was in it. */
export function remove({ files, workspace }: Desk, uri: string): void {
  for (const each of [...files.texts.keys()]) if (isWithin(each, uri)) files.texts.delete(each);
  workspace.filesChanged({ made: [], written: [], removed: [uri] });
}

export function isWithin(uri: string, around: string): boolean {
  return uri === around || uri.startsWith(`${around}/`);
}
