import { statSync } from 'node:fs';
import * as path from 'node:path';
import { ConfigFiles } from '../../adapters/files/config-files';
import { IgnoreFiles } from '../../adapters/files/ignore-files';
import { type DiskFile, readFileNow, readStdin, walk } from '../../adapters/files/node-files';
import { pathBelow, realPathOf } from '../../adapters/files/real-path';
import { slashes } from '../../adapters/files/regular-file';
import type { ProjectList } from '../../core/facts/projects';
import { counted } from '../../core/facts/words';
import { type ProposalsDocument, readDocument } from '../../core/model/document';
import type { GivenProgram } from '../../core/model/given-template';
import type { Log } from '../../host/ports';
import { isProposalsPath } from '../../recognize';
import { type KeptDocument, KeptDocuments } from './kept-documents';
import { type Place, placesOf, STDIN } from './places';

/** A proposals document that was found on the disk. */
export interface InputFile {
  readonly disk: string;
  /** The path of the command line by which it was found. */
  readonly given: string;
  /** As a person would write it from where they are, with `/` between its parts. */
  readonly shown: string;
  /** Below the folder that was given; the file's name for a file. */
  readonly below: string;
  /** From the root of its repository; outside of a repository it is `shown`. */
  readonly fromRoot: string;
  /** Whether the file itself was given, or a glob that matches it. */
  readonly named: boolean;
  /** The folder that it was read in and may be written in; undefined where a person has named it outside of a repository. */
  readonly inside: string | undefined;
  readonly content: Extract<DiskFile, { is: 'text' }>;
  readonly kind: ProposalsDocument['kind'];
  /** Whether it holds no proposal. */
  readonly isEmpty: boolean;
  /** May read the text again, see `KeptDocuments`. */
  readonly document: KeptDocument['document'];
  /** How its text is read. The same file has the same objects. */
  readonly reading: Reading;
  /** Reads another text as this document. */
  readAs(text: string): ProposalsDocument;
}

/** What decides how a text is read besides the text. */
export interface Reading {
  /** The whole path, with `/` between its parts. */
  readonly path: string;
  readonly program: GivenProgram | null;
  /** The repository's own list of projects; null for the one that comes with us. */
  readonly projects: ProjectList | null;
}

export interface DocumentsOptions {
  /** Headings are compared with the repository's projects: reading its list would be a good part of the time of `list`. */
  readonly withProjects?: boolean;
  /** Whether files count that `.gitignore` names. */
  readonly ignored?: boolean;
  /** The name of the file that standard input is. */
  readonly stdinFilename?: string | null;
}

/** What came of a path of the command line. */
export interface Outcome {
  /** The path as people read it. */
  readonly shown: string;
  readonly isFolder: boolean;
  /** Whether something in it could not be read, and the person knows. */
  failed: boolean;
  documents: number;
  /** How many files were passed over because another path has covered them. */
  repeated: number;
  /** How many files and folders were passed over because of a `.gitignore`. */
  ignored: number;
}

/** Finds and reads the documents that the paths of a command line mean, and counts what went wrong with files. */
export class Input {
  private failures = 0;
  private looked = 0;
  /** By path of the command line, those that were looked at: nothing that leads out of its repository is. */
  readonly outcomes = new Map<string, Outcome>();

  constructor(
    readonly log: Log,
    /** The configurations that hold for the files, read when they are needed. */
    readonly configs = new ConfigFiles(),
    /** Told of what is being done, for whoever waits. */
    readonly progress: (text: string) => void = () => {},
    private readonly kept = new KeptDocuments(),
  ) {}

  /** Yields all proposals documents, each once. Throws a WrongUse at once if no path exists. */
  async *documents(paths: readonly string[], options: DocumentsOptions = {}): AsyncGenerator<InputFile> {
    const places = placesOf([...new Set(paths)], (shown, what) => this.failed(shown, what));
    // What a person has named counts as named, even if a folder that holds it was given, too.
    const seen = new Set(places.flatMap(({ given, isFolder }) => (isFolder ? [] : [realPathOf(given)])));
    const named = new Set<string>();
    for (const place of places) {
      const { given, shown, isFolder, repository } = place;
      const outcome: Outcome = { shown, isFolder, failed: false, documents: 0, repeated: 0, ignored: 0 };
      this.outcomes.set(given, outcome);
      const files = isFolder ? await this.filesIn(place, outcome, options, seen) : [given];
      for (const disk of files) {
        if (!isFolder && named.has(realPathOf(disk))) {
          outcome.repeated++;
          continue;
        }
        if (!isFolder) named.add(realPathOf(disk));
        this.progress(`Reading: ${counted(++this.looked, 'file')}`);
        const before = this.failures;
        const inside = isFolder ? given : (repository ?? undefined);
        const content = given === STDIN ? await readStdin() : readFileNow(disk, inside);
        const read = this.read(disk, content, place, inside, options);
        if (read) outcome.documents++;
        if (this.failures > before) outcome.failed = true;
        if (!read) continue;
        yield read.file;
        read.letGo();
      }
    }
  }

  /** Of the paths of the command line, those that were looked at. */
  followed(): readonly string[] {
    return [...this.outcomes.keys()];
  }

  /** Names a file that something went wrong with. */
  failed(shown: string, what: string): void {
    this.failures++;
    this.log(`${shown} ${what}`);
  }

  /** Reports how many files failed; false if none did. */
  reportFailures(): boolean {
    if (this.failures > 0) this.log(`${counted(this.failures, 'file')} failed.`);
    return this.failures > 0;
  }

  /** The Markdown files in a folder that were not seen yet. A file with several names counts by its own. */
  private async filesIn(
    { given, repository, globs }: Place,
    outcome: Outcome,
    { ignored = false }: DocumentsOptions,
    seen: Set<string>,
  ): Promise<readonly string[]> {
    const found: string[] = [];
    const top = repository === null ? null : realPathOf(repository);
    const lists = top === null || ignored ? null : new IgnoreFiles(top);
    const from = top === null ? '' : (pathBelow(top, realPathOf(given)) ?? '');
    await walk(given, {
      file: (relative) => {
        if (!globs || globs.matches(relative)) found.push(path.join(given, relative));
      },
      unreadable: (relative, why) => {
        outcome.failed = true;
        this.failed(slashes(path.join(given, relative)), `could not be read: ${why}.`);
      },
      ignores: (relative, isFolder) => {
        const isIgnored = lists?.ignores(`${from}/${relative}`, isFolder) ?? false;
        if (isIgnored) outcome.ignored++;
        return isIgnored;
      },
    });
    const folder = realPathOf(given);
    const own = (file: string) => path.join(folder, path.relative(given, file));
    const names = new Set(found.map(own));
    return found.filter((file) => {
      const real = realPathOf(file);
      const isRepeated = seen.has(real) || (real !== own(file) && names.has(real));
      if (isRepeated) outcome.repeated++;
      else seen.add(real);
      return !isRepeated;
    });
  }

  /** Null if it is not a proposals document or is unreadable. */
  private read(
    disk: string,
    content: DiskFile,
    { given, isFolder, repository, named: globs }: Place,
    inside: string | undefined,
    { withProjects = false, stdinFilename }: DocumentsOptions,
  ): { readonly file: InputFile; letGo(): void } | null {
    const isStdin = given === STDIN;
    const name = isStdin ? (stdinFilename ?? 'stdin.md') : disk;
    const shown = slashes(path.normalize(name));
    if (content.is !== 'text') {
      // A picture that lies in a folder is nothing to tell of; who waits for a check of this file has to know.
      const isAwaited = !isFolder || isProposalsPath(slashes(path.resolve(disk)));
      if (content.is === 'unreadable' || isAwaited) this.failed(shown, `could not be read: ${content.why}.`);
      return null;
    }
    const around = isStdin ? name : given;
    // The whole path shows the term even if the given folder is the term's own.
    const program = this.configs.programFor(path.resolve(name), path.resolve(around));
    const projects = withProjects ? this.configs.projectsFor(around) : null;
    const reading = { path: slashes(path.resolve(name)), program, projects };
    const read = () => readAgain(content.text, reading);
    const first = read();
    const { kind, proposals } = first;
    if (kind === null) return null;
    const isEmpty = proposals.length === 0;
    const { document, letGo } = this.kept.keep(first, read);
    const readAs = (text: string) => readAgain(text, reading, document());
    const fromRoot = repository === null ? shown : slashes(path.relative(repository, path.resolve(name)));
    const below = isFolder ? slashes(path.relative(given, disk)) : path.basename(name);
    const named = !isFolder || (globs?.matches(below) ?? false);
    return {
      file: {
        disk: name,
        given,
        shown,
        below,
        fromRoot,
        named,
        inside,
        content,
        kind,
        isEmpty,
        document,
        reading,
        readAs,
      },
      letGo,
    };
  }
}

/** Reads a text like the file. `previous` is an earlier version. */
export function readAgain(
  text: string,
  { path, program, projects }: Reading,
  previous?: ProposalsDocument,
): ProposalsDocument {
  return readDocument(text, path, { program, ...(projects && { projects }), ...(previous && { previous }) });
}

/** The folder that a path of the command line is, or lies in. Absolute. */
export function folderOf(given: string): string {
  const full = path.resolve(given);
  return statSync(full, { throwIfNoEntry: false })?.isDirectory() ? full : path.dirname(full);
}
