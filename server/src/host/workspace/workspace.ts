import type { ProjectList } from '../../core/facts/projects';
import type { ProposalForm } from '../../core/facts/proposal-form';
import { knownFileOf, mentorsIn } from '../../core/known/file';
import type { KnownTerm, Person } from '../../core/known/known';
import { peopleOf } from '../../core/known/people';
import type { ProposalsDocument, ReadOptions } from '../../core/model/document';
import type { GivenProgram } from '../../core/model/given-template';
import { isMarkdown } from '../../recognize';
import type { Clock, Files, Log, Progress, ReadingThread } from '../ports';
import { sameUri } from '../uri';
import { FileCache } from './file-cache';
import { Directory } from './file-index';
import { NextRead } from './next-read';
import type { ProjectLists } from './project-list';
import { Reader } from './reader';
import { Revisions } from './revisions';
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
  readonly thread: ReadingThread | null;
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

/** Addresses of files and folders on the disk. A folder may be reported without its files. */
type FileChanges = Readonly<Record<'made' | 'written' | 'removed', readonly string[]>>;

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
  /** Whether people are being joined in advance. `again` if something has changed since that started. */
  private preparing: 'no' | 'yes' | 'again' = 'no';
  /** All people, cached until something changes. */
  private joined: {
    readonly revision: number;
    readonly documents: readonly OpenProposals[];
    readonly all: readonly Person[];
  } | null = null;
  private readonly revisions = new Revisions();
  private openDocuments: { readonly revision: number; readonly documents: readonly OpenProposals[] } | null = null;
  private readonly next = new NextRead(
    (withLists) => this.prepareRead(withLists),
    (folders) => this.readFolders(folders),
  );
  /** Resolves when all folders have been read. Null until somebody needs the index. */
  private reading: Promise<void> | null = null;
  /** Resolves when the lists have been read. Null before that starts. */
  private lists: Promise<boolean> | null = null;

  constructor(
    private readonly roots: Roots,
    private readonly projectLists: ProjectLists,
    private readonly options: WorkspaceOptions,
  ) {
    const readOptions = (uri: string) => this.readOptions(uri);
    this.reader = new Reader({ ...options, readOptions, onMore: () => options.onChange() }, roots, this.cache);
  }

  /** The projects that headings are compared with: those of the workspace, otherwise the bundled ones. */
  projects(): ProjectList {
    return this.projectLists.projects;
  }

  /** Everything but the text that determines how a file is read. */
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

  /** Starts to read the folders in the background, once. */
  load(): Promise<void> {
    this.reading ??= this.read(this.roots.folders);
    return this.reading;
  }

  /** Whether files are missing because the person has canceled reading. */
  get isPartial(): boolean {
    return this.reader.isPartial;
  }

  /** The normalized URIs of the folders. */
  folders(): readonly string[] {
    return this.roots.folders;
  }

  /** The normalized URI of the innermost folder that contains a file. Null if there is none. */
  around(uri: string): string | null {
    return this.roots.around(uri);
  }

  /** The path of a document, relative to its folder if there is one. */
  pathOf(uri: string): string {
    return this.roots.pathOf(uri);
  }

  changeFolders(added: readonly string[], removed: readonly string[]): void {
    this.roots.change(added, removed);
    this.openDocuments = null;
    // Folders can be nested, so files of a removed folder may now belong to another one.
    this.reader.drop([...added, ...removed]);
    this.notify();
    if (this.reading) void this.read([...added, ...removed]);
  }

  /** Reads the exclusions again after the editor's setting has changed. */
  excludesChanged(): void {
    if (this.reading) void this.read([]);
  }

  /** Handles changes on disk. */
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

  /** Asks the directories of all files but one. Fast enough for thousands of calls between two keystrokes. */
  ask<T>(question: (directory: Directory) => readonly T[], except: string | null = null): readonly T[] {
    void this.load();
    // The caller knows the document that is being edited.
    const opened = this.now().flatMap((each) => (each.uri === except ? [] : question(this.directoryOf(each))));
    const closed = question(this.cache.directory);
    return opened.length === 0 ? closed : [...closed, ...opened];
  }

  /** The same object as long as the answers about all files but one, and `others`, stay the same. */
  revision(except: string | null = null, others: readonly unknown[] = []): object {
    void this.load();
    const documents = this.now().flatMap(({ uri, document }) => (uri === except ? [] : document));
    return this.revisions.of(except, [this.cache.revision, ...others, ...documents]);
  }

  /** Whether any file is known but one. */
  hasOthers(except: string | null): boolean {
    void this.load();
    return this.now().some(({ uri }) => uri !== except) || !this.cache.directory.isEmpty;
  }

  /** All people in all files but one. */
  people(except: string | null = null): readonly Person[] {
    void this.load();
    const documents = this.now();
    const { directory, revision } = this.cache;
    if (except === null && this.joined?.revision === revision && this.joined.documents === documents)
      return this.joined.all;
    const openDocuments = documents.filter(({ uri }) => uri !== except);
    const mentors = openDocuments.flatMap((each) => this.directoryOf(each).files.flatMap(mentorsIn));
    const all = directory.people().and(peopleOf(mentors));
    if (except === null) this.joined = { revision, documents, all };
    return all;
  }

  /** The line starts of a closed file. Null if the file is unknown. */
  lineStarts(uri: string): ArrayLike<number> | null {
    return this.cache.get(sameUri(uri))?.lineStarts ?? null;
  }

  /** The open documents. Cached until one of them changes. */
  private now(): readonly OpenProposals[] {
    const { revision } = this.options.open;
    if (this.openDocuments?.revision === revision) return this.openDocuments.documents;
    const uris = this.options.open.uris();
    // An open document hides its file on disk.
    if (this.cache.hide(uris)) this.prepare();
    const documents = uris.flatMap((uri) => {
      const document = this.options.open.read(uri);
      return document?.kind ? [{ uri, document }] : [];
    });
    this.openDocuments = { revision, documents };
    this.revisions.keep(uris);
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

  /** Reads these folders and all folders whose exclusions have changed. */
  private read(folders: readonly string[]): Promise<void> {
    return this.options.background('reading the workspace', () => this.next.add(folders));
  }

  /** All folders whose files have to be read again. */
  private async prepareRead(withLists: boolean): Promise<readonly string[]> {
    const [hidden, otherProjects] = await Promise.all([this.roots.reload(), withLists && this.reloadLists()]);
    if (otherProjects) this.openDocuments = null;
    return otherProjects ? this.roots.folders : hidden;
  }

  private async readFolders(folders: readonly string[]): Promise<void> {
    const started = this.options.clock.now();
    const wanted = this.roots.parts(folders);
    if (wanted.length === 0) return;
    await this.reader.readFolders(wanted);
    this.options.log(`Read ${this.cache.size} proposals files in ${this.options.clock.now() - started} ms.`);
    this.notify();
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

  /** Runs in the background, so that no keystroke waits for it. */
  private prepare(): void {
    if (!this.reading) return;
    const isUnderWay = this.preparing !== 'no';
    this.preparing = isUnderWay ? 'again' : 'yes';
    if (isUnderWay) return;
    void this.options.background('preparing answers', async () => {
      await this.reading;
      while (this.preparing !== 'no') {
        this.preparing = 'yes';
        await runYielding(this.cache.directory.people().join(), this.options.clock);
        if (this.preparing === 'yes') this.preparing = 'no';
      }
    });
  }
}
