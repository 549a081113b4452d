import { type OutlineTerm, outlineOf } from '../core/features/outline';
import { knownFileOf } from '../core/known/file';
import type { Person } from '../core/known/people';
import { type ProposalsDocument, readDocument } from '../core/model/document';
import { isProposalsPath, looksLikeProposals } from '../recognize';
import { relativePath, sameUri } from './address';
import { Directory } from './directory';
import type { Clock, FileEntry, Files, Log } from './ports';
import { type Summary, summaryOf } from './summary';

/** The documents that an editor has open, read when they are asked for. */
export interface OpenDocuments {
  /** Another number after every change of any of them. */
  readonly revision: number;
  uris(): readonly string[];
  read(uri: string): ProposalsDocument | null;
}

/** What a workspace stands in. */
export interface WorkspaceWorld {
  readonly files: Files;
  readonly open: OpenDocuments;
  readonly clock: Clock;
  readonly log: Log;
  /** Runs work that nobody waits for, and says so in the log where it fails. */
  background(name: string, work: () => Promise<void>): Promise<void>;
  /** Called whenever the answers may have changed for another reason than an open document's edit. */
  onChange(): void;
  /** Called where the files that are not open have come to say something else, and no more of them is being read. */
  onKnown(): void;
}

/** Who and what is named: in the files that are not open, and in each document that is. */
interface Present {
  readonly openRevision: number;
  readonly revision: number;
  /** The open documents by their addresses: what is open is not looked for on the disk. */
  readonly paths: string;
  readonly closed: Directory;
  readonly opened: readonly { readonly uri: string; readonly document: ProposalsDocument }[];
}

/** How many files are read at a time: enough to hide a slow disk, few enough to let a keystroke through. */
const AT_ONCE = 8;

/**
 * The proposals of all workspace folders. Open documents are taken from the editor and win over the disk; of all
 * other files only a summary is kept. Nothing is read before it is asked for: an editor may open any Markdown file,
 * and a workspace without proposals is none of our business.
 */
export class Workspace {
  private readonly summaries = new Map<string, Summary>();
  /** The read that counts for each file: an older one that comes back late, or after the file has gone, is ignored. */
  private readonly underWay = new Map<string, symbol>();
  private readonly directories = new WeakMap<ProposalsDocument, Directory>();
  /** Another number after every change of the summaries. */
  private revision = 0;
  private present: Present | null = null;
  private folders: readonly string[];
  /** Null while the index is not wanted; otherwise done when all folders have been read. */
  private reading: Promise<void> | null = null;

  constructor(
    folders: readonly string[],
    private readonly world: WorkspaceWorld,
  ) {
    this.folders = folders.map(sameUri);
  }

  /** Begins to read the folders in the background, once. */
  wake(): Promise<void> {
    this.reading ??= this.world.background('reading the workspace', () => this.readAll(this.folders));
    return this.reading;
  }

  /** The addresses of the folders, in the one spelling. */
  roots(): readonly string[] {
    return this.folders;
  }

  /** The path that a document is known by: below its folder, else the whole path of its address. */
  pathOf(uri: string): string {
    return relativePath(this.folders, uri);
  }

  changeFolders(added: readonly string[], removed: readonly string[]): void {
    const gone = removed.map(sameUri);
    const come = added.map(sameUri);
    this.folders = [...this.folders.filter((folder) => !gone.includes(folder)), ...come];
    for (const folder of gone) this.drop(folder);
    this.tell();
    if (this.reading) void this.world.background('reading a folder', () => this.readAll(come));
  }

  /** A file has been made or written. */
  fileChanged(uri: string): void {
    if (!this.reading) return;
    void this.world.background('reading a file', async () => {
      if (await this.read({ uri, path: this.pathOf(uri) })) this.tell();
    });
  }

  /** A file or a folder is no longer there. */
  fileRemoved(uri: string): void {
    this.drop(sameUri(uri));
    this.tell();
  }

  /** What the directories of all files but one answer. Made to be asked thousands of times between two keystrokes. */
  ask<T>(question: (directory: Directory) => readonly T[], except: string | null = null): readonly T[] {
    void this.wake();
    const { closed, opened } = this.now();
    let answer = question(closed);
    for (const { uri, document } of opened) {
      // Whoever asks for a document that is being typed in knows that one itself: it is not looked through again.
      if (uri === except) continue;
      const more = question(this.directoryOf(uri, document));
      if (more.length > 0) answer = answer.length > 0 ? [...answer, ...more] : more;
    }
    return answer;
  }

  /** Whether any file is known but one. */
  hasOthers(except: string | null): boolean {
    void this.wake();
    const { closed, opened } = this.now();
    return closed.files.length > 0 || opened.some(({ uri }) => uri !== except);
  }

  /** Everyone who is named in any file but one, once. */
  people(except: string | null = null): readonly Person[] {
    void this.wake();
    const { closed, opened } = this.now();
    const open = opened.filter(({ uri }) => uri !== except);
    const files = open.flatMap(({ uri, document }) => this.directoryOf(uri, document).files);
    return closed.people().and(new Directory(files).people());
  }

  outline(): readonly OutlineTerm[] {
    return outlineOf(this.ask(({ files }) => files));
  }

  /** Where the lines of a file begin that is not open; null for a file that is not known. */
  lineStarts(uri: string): ArrayLike<number> | null {
    return this.summaries.get(sameUri(uri))?.lineStarts ?? null;
  }

  private all() {
    const uris = this.world.open.uris();
    const documents = uris.flatMap((uri) => {
      const document = this.world.open.read(uri);
      return document?.kind ? [{ uri, document }] : [];
    });
    const opened = new Set(uris.map(sameUri));
    const closed = [...this.summaries].filter(([uri]) => !opened.has(uri));
    return { documents, closed };
  }

  /** The directories as they are at this moment. Nothing is done where nothing has changed since the last question. */
  private now(): Present {
    const { revision } = this.world.open;
    const last = this.present;
    if (last?.openRevision === revision && last.revision === this.revision) return last;
    const { documents, closed } = this.all();
    const paths = documents.map(({ uri }) => uri).join('\n');
    const sameClosed = last?.revision === this.revision && last.paths === paths;
    this.present = {
      openRevision: revision,
      revision: this.revision,
      paths,
      closed: sameClosed ? last.closed : new Directory(closed.map(([, { file }]) => file)),
      opened: documents,
    };
    return this.present;
  }

  private directoryOf(uri: string, document: ProposalsDocument): Directory {
    const known = this.directories.get(document);
    if (known) return known;
    const file = knownFileOf(uri, document);
    const directory = new Directory(file ? [file] : []);
    this.directories.set(document, directory);
    return directory;
  }

  private async readAll(folders: readonly string[]): Promise<void> {
    const started = this.world.clock.now();
    for (const folder of folders) {
      const entries = await this.world.files.list(folder);
      for (let at = 0; at < entries.length && this.folders.includes(folder); at += AT_ONCE) {
        await Promise.all(entries.slice(at, at + AT_ONCE).map((entry) => this.read(entry)));
        this.world.onChange();
      }
    }
    this.world.log(`Read ${this.summaries.size} proposals files in ${this.world.clock.now() - started} ms.`);
    this.tell();
  }

  private tell(): void {
    this.world.onChange();
    this.world.onKnown();
  }

  /** Whether what is known of the file has changed. */
  private async read({ uri, path }: FileEntry): Promise<boolean> {
    const key = sameUri(uri);
    const turn = Symbol(key);
    this.underWay.set(key, turn);
    const content = await this.world.files.read(uri);
    if (this.underWay.get(key) !== turn) return false;
    this.underWay.delete(key);
    if (content.is === 'unreadable') this.world.log(`${path} could not be read: ${content.why}`);
    const worthIt = content.is === 'text' && (isProposalsPath(path) || looksLikeProposals(content.text));
    const summary = worthIt ? summaryOf(uri, readDocument(content.text, path)) : null;
    const before = this.summaries.get(key);
    if (!summary && !before) return false;
    this.revision++;
    if (summary) this.summaries.set(key, summary);
    else this.summaries.delete(key);
    return true;
  }

  private drop(uri: string): void {
    this.revision++;
    for (const each of [...this.summaries.keys(), ...this.underWay.keys()]) {
      if (each !== uri && !each.startsWith(`${uri}/`)) continue;
      this.summaries.delete(each);
      this.underWay.delete(each);
    }
  }
}
