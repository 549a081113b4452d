import type { ProjectList } from '../../core/facts/projects';
import type { ProposalForm } from '../../core/facts/proposal-form';
import { knownFileOf } from '../../core/known/file';
import type { KnownTerm, Person } from '../../core/known/known';
import type { People } from '../../core/known/people';
import type { ProposalsDocument, ReadOptions } from '../../core/model/document';
import type { GivenProgram } from '../../core/model/given-template';
import type { Clock, Files, Log, Progress } from '../ports';
import { sameUri } from '../uri';
import { FileCache } from './file-cache';
import { Directory } from './file-index';
import type { ProjectLists } from './project-list';
import { Reader } from './reader';
import type { Roots } from './roots';
import { runYielding } from './yielding';

/** The documents open in the editor, parsed on demand. */
export interface OpenDocuments {
  /** A number that changes with every edit of any document. */
  readonly revision: number;
  uris(): readonly string[];
  read(uri: string): ProposalsDocument | null;
}

/** What the workspace needs from its surroundings. */
export interface WorkspaceOptions {
  readonly files: Files;
  readonly open: OpenDocuments;
  readonly clock: Clock;
  readonly log: Log;
  /** Resolves when the repository's configuration for a file is loaded. Never rejects. */
  programReady(uri: string): Promise<void>;
  /** The repository's configuration for a file, if loaded. */
  programFor(uri: string): GivenProgram | null;
  /** Shows progress if reading takes long. */
  progress(): Progress;
  /** Runs background work and logs its failures. */
  background(name: string, work: () => Promise<void>): Promise<void>;
  /** Called when answers may have changed for any reason except an edit of an open document. */
  onChange(): void;
  /** Called when the content of closed files has changed and no more of them are being read. */
  onKnown(): void;
}

/** Changes of files and folders on the disk, by address. */
export interface FileChanges {
  /** These may be files or folders. */
  readonly made: readonly string[];
  readonly written: readonly string[];
  /** A removed folder may be reported without its files. */
  readonly removed: readonly string[];
}

interface OpenProposals {
  readonly uri: string;
  readonly document: ProposalsDocument;
}

/**
 * The proposals of all workspace folders. Open documents take precedence over the disk; for all other files we keep
 * only a summary. Nothing is read before it is needed, because an editor may open any Markdown file and most
 * workspaces contain no proposals.
 */
export class Workspace {
  private readonly cache = new FileCache();
  private readonly reader: Reader;
  private readonly directories = new WeakMap<ProposalsDocument, Directory>();
  /** Whether what is asked first is being made beforehand; `again` where something has changed since that began. */
  private preparing: 'no' | 'yes' | 'again' = 'no';
  /** Everyone, for as long as nothing changes. */
  private joined: {
    readonly of: People;
    readonly documents: readonly OpenProposals[];
    readonly all: readonly Person[];
  } | null = null;
  private openDocuments: { readonly revision: number; readonly documents: readonly OpenProposals[] } | null = null;
  /** Null while the index is not wanted; otherwise done when all folders have been read. */
  private reading: Promise<void> | null = null;
  /** Done when the lists have been read. Null before. */
  private lists: Promise<boolean> | null = null;

  constructor(
    private readonly roots: Roots,
    private readonly projectLists: ProjectLists,
    private readonly options: WorkspaceOptions,
  ) {
    this.reader = new Reader(
      { ...options, readOptions: (uri) => this.readOptions(uri), onMore: () => options.onChange() },
      roots,
      this.cache,
    );
  }

  /** The projects that headings are compared with: those that the workspace lists, else those that travel with us. */
  projects(): ProjectList {
    return this.projectLists.projects;
  }

  /** What decides, beside its text, how a file is read. */
  readOptions(uri: string): Pick<ReadOptions, 'projects' | 'program'> {
    return { projects: this.projects(), program: this.options.programFor(uri) };
  }

  /** The terms that the workspace lists as open. */
  terms(): readonly KnownTerm[] {
    void this.load();
    return this.projectLists.terms;
  }

  /** CNCF's proposal form, as the workspace keeps it or the bundled copy. */
  form(): ProposalForm {
    void this.load();
    return this.projectLists.form;
  }

  /** Resolves when the form has been read, which does not wait for the files. */
  async formReady(): Promise<void> {
    void this.load();
    this.lists ??= this.projectLists.reload();
    await this.lists;
  }

  /** Begins to read the folders in the background, once. */
  load(): Promise<void> {
    this.reading ??= this.read(this.roots.folders);
    return this.reading;
  }

  /** Whether files are missing because a person has called off that they are read. */
  get isPartial(): boolean {
    return this.reader.isPartial;
  }

  /** The addresses of the folders, in the one spelling. */
  folders(): readonly string[] {
    return this.roots.folders;
  }

  /** The innermost folder around an address, in the one spelling; null where there is none. */
  around(uri: string): string | null {
    return this.roots.around(uri);
  }

  /** The path that a document is known by: below its folder, else the whole path of its address. */
  pathOf(uri: string): string {
    return this.roots.pathOf(uri);
  }

  changeFolders(added: readonly string[], removed: readonly string[]): void {
    this.roots.change(added, removed);
    this.openDocuments = null;
    // Folders may lie in each other: what one of them loses may be another's now, under another path.
    this.reader.drop([...added, ...removed]);
    this.notify();
    if (this.reading) void this.read([...added, ...removed]);
  }

  /** What the editor hides may be something else from now on. */
  excludesChanged(): void {
    if (this.reading) void this.read([]);
  }

  /** Follows what happens on the disk. */
  filesChanged({ made, written, removed }: FileChanges): void {
    if (!this.reading) return;
    if (this.reader.drop(removed)) this.notify();
    const all = [...made, ...written, ...removed];
    if (all.some((uri) => this.projectLists.isList(uri)))
      void this.options.background('reading a list', () => this.readLists());
    const files = [...written, ...made].filter((uri) => isMarkdown(uri) && this.roots.holds(uri));
    const folders = this.roots.parts(made.filter((uri) => !isMarkdown(uri)));
    if (files.length + folders.length === 0) return;
    void this.options.background('reading what has changed', async () => {
      const changes = await Promise.all(files.map((uri) => this.reader.read(uri)));
      const more = folders.length > 0 && (await this.reader.readFolders(folders));
      if (more || changes.includes(true)) this.notify();
    });
  }

  /** What the directories of all files but one answer. Made to be asked thousands of times between two keystrokes. */
  ask<T>(question: (directory: Directory) => readonly T[], except: string | null = null): readonly T[] {
    void this.load();
    const answers: (readonly T[])[] = [];
    const add = (directory: Directory) => {
      const answer = question(directory);
      if (answer.length > 0) answers.push(answer);
    };
    // Whoever asks for a document that is being typed in knows that one itself: it is not looked through again.
    const openDocuments = this.now().filter(({ uri }) => uri !== except);
    for (const directory of this.cache.directories()) add(directory);
    for (const each of openDocuments) add(this.directoryOf(each));
    return answers.length < 2 ? (answers[0] ?? []) : answers.flat();
  }

  /** Whether any file is known but one. */
  hasOthers(except: string | null): boolean {
    void this.load();
    const others = this.now().some(({ uri }) => uri !== except);
    return others || this.cache.directories().some(({ files }) => files.length > 0);
  }

  /** Everyone who is named in any file but one, once. */
  people(except: string | null = null): readonly Person[] {
    void this.load();
    const documents = this.now();
    const of = this.cache.people();
    if (except === null && this.joined?.of === of && this.joined.documents === documents) return this.joined.all;
    const openDocuments = documents.filter(({ uri }) => uri !== except);
    const files = openDocuments.flatMap((each) => this.directoryOf(each).files);
    const all = of.and(new Directory(files).people());
    if (except === null) this.joined = { of, documents, all };
    return all;
  }

  /** Where the lines of a file begin that is not open; null for a file that is not known. */
  lineStarts(uri: string): ArrayLike<number> | null {
    return this.cache.get(sameUri(uri))?.lineStarts ?? null;
  }

  /** The open documents as they are at this moment. Nothing is done where nothing has changed since the last question. */
  private now(): readonly OpenProposals[] {
    const { revision } = this.options.open;
    if (this.openDocuments?.revision === revision) return this.openDocuments.documents;
    const uris = this.options.open.uris();
    // A document that is open is not looked for on the disk, whatever it says now.
    if (this.cache.hide(uris)) this.prepare();
    const documents = uris.flatMap((uri) => {
      const document = this.options.open.read(uri);
      return document?.kind ? [{ uri, document }] : [];
    });
    this.openDocuments = { revision, documents };
    return documents;
  }

  private directoryOf({ uri, document }: OpenProposals): Directory {
    const known = this.directories.get(document);
    if (known) return known;
    const file = knownFileOf(uri, document);
    const directory = new Directory(file ? [file] : []);
    this.directories.set(document, directory);
    return directory;
  }

  /** Reads what belongs to the workspace in these folders, and wherever something else is hidden than before. */
  private read(folders: readonly string[]): Promise<void> {
    return this.options.background('reading the workspace', async () => {
      const started = this.options.clock.now();
      const [hidden, otherProjects] = await Promise.all([this.roots.reload(), this.reloadLists()]);
      if (otherProjects) this.openDocuments = null;
      const wanted = this.roots.parts(otherProjects ? this.roots.folders : [...folders, ...hidden]);
      if (wanted.length === 0) return;
      await this.reader.readFolders(wanted);
      this.options.log(`Read ${this.cache.size} proposals files in ${this.options.clock.now() - started} ms.`);
      this.notify();
    });
  }

  private reloadLists(): Promise<boolean> {
    this.lists = this.projectLists.reload();
    return this.lists;
  }

  private async readLists(): Promise<void> {
    const otherProjects = await this.reloadLists();
    if (otherProjects) this.openDocuments = null;
    this.notify();
    if (otherProjects) await this.read(this.roots.folders);
  }

  private notify(): void {
    this.options.onChange();
    this.options.onKnown();
    this.prepare();
  }

  /** In the background, so that no keystroke waits for it. */
  private prepare(): void {
    if (!this.reading) return;
    const isUnderWay = this.preparing !== 'no';
    this.preparing = isUnderWay ? 'again' : 'yes';
    if (isUnderWay) return;
    void this.options.background('preparing answers', async () => {
      await this.reading;
      while (this.preparing !== 'no') {
        this.preparing = 'yes';
        await runYielding(this.cache.prepare(), this.options.clock);
        if (this.preparing === 'yes') this.preparing = 'no';
      }
    });
  }
}

function isMarkdown(uri: string): boolean {
  return /\.md$/i.test(uri);
}
