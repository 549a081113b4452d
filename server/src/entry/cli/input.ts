import { promises as fs, statSync } from 'node:fs';
import * as path from 'node:path';
import { ConfigFiles } from '../../adapters/files/config-files';
import { isIn, repositoryAround } from '../../adapters/files/given-path';
import { type DiskFile, readFileNow, walk } from '../../adapters/files/node-files';
import { slashes } from '../../adapters/files/regular-file';
import { counted } from '../../core/facts/words';
import { type ProposalsDocument, readDocument } from '../../core/model/document';
import type { Log } from '../../host/ports';
import { isProposalsPath } from '../../recognize';
import { WrongUse } from './arguments';

/** A proposals document that was found on the disk. */
export interface InputFile {
  readonly disk: string;
  /** The path of the command line by which it was found. */
  readonly given: string;
  /** As a person would write it from where they are, with `/` between its parts. */
  readonly shown: string;
  /** Below the folder that was given; the file's name for a file. */
  readonly below: string;
  /** Whether the file itself was given. */
  readonly named: boolean;
  /** The folder that it was read in and may be written in; undefined where a person has named it outside of a repository. */
  readonly inside: string | undefined;
  readonly content: Extract<DiskFile, { is: 'text' }>;
  readonly document: ProposalsDocument;
}

/** Finds and reads the documents that the paths of a command line mean, and counts what went wrong with files. */
export class Input {
  private failures = 0;
  /** Paths of the command line that lead out of the repository that they are written in: nothing there is looked at. */
  private readonly refused = new Set<string>();

  constructor(
    readonly log: Log,
    /** The configurations that hold for the files, read when they are needed. */
    readonly configs = new ConfigFiles(),
  ) {}

  /**
   * Yields all proposals documents. Throws a WrongUse at once if a path does not exist. Headings are compared with the
   * repository's projects only for `withProjects`: reading its list would be a good part of the time of `list`.
   */
  async *documents(paths: readonly string[], { withProjects = false } = {}): AsyncGenerator<InputFile> {
    const isFolder = await Promise.all(paths.map(isFolderAt));
    for (const [order, given] of paths.entries()) {
      const named = !isFolder[order];
      const repository = repositoryAround(given);
      if (repository !== null && !isIn(repository, given)) {
        this.refused.add(given);
        this.failed(slashes(path.normalize(given)), 'is not followed: it leads out of the repository.');
        continue;
      }
      const inside = named ? (repository ?? undefined) : given;
      const found = named ? [path.basename(given)] : await this.walk(given);
      for (const below of found) {
        const disk = named ? given : path.join(given, below);
        const file = this.read(disk, given, { named, inside, withProjects });
        if (file) yield { ...file, given, disk, below, named, inside, shown: slashes(path.normalize(disk)) };
      }
    }
  }

  /** Of the paths of the command line, those that were looked at. */
  followed(paths: readonly string[]): readonly string[] {
    return paths.filter((path) => !this.refused.has(path));
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

  private async walk(folder: string): Promise<string[]> {
    const found: string[] = [];
    await walk(folder, {
      file: (relative) => found.push(relative),
      unreadable: (relative, why) => this.failed(slashes(path.join(folder, relative)), `could not be read: ${why}.`),
    });
    return found;
  }

  /** Null if it is not a proposals document or is unreadable. */
  private read(
    disk: string,
    given: string,
    { named, inside, withProjects }: { named: boolean; inside: string | undefined; withProjects: boolean },
  ): Pick<InputFile, 'content' | 'document'> | null {
    const content = readFileNow(disk, inside);
    if (content.is !== 'text') {
      // A picture that lies in a folder is nothing to tell of; who waits for a check of this file has to know.
      const isAwaited = named || isProposalsPath(slashes(path.resolve(disk)));
      if (content.is === 'unreadable' || isAwaited)
        this.failed(slashes(path.normalize(disk)), `could not be read: ${content.why}.`);
      return null;
    }
    // The whole path shows the term even if the given folder is the term's own.
    const program = this.configs.programFor(path.resolve(disk), path.resolve(given));
    const projects = withProjects ? this.configs.projectsFor(given) : null;
    const options = projects ? { program, projects } : { program };
    const document = readDocument(content.text, slashes(path.resolve(disk)), options);
    return document.kind === null ? null : { content, document };
  }
}

async function isFolderAt(given: string): Promise<boolean> {
  try {
    return (await fs.stat(given)).isDirectory();
  } catch {
    throw new WrongUse(`"${given}" does not exist.`);
  }
}

/** The folder that a path of the command line is, or lies in. Absolute. */
export function folderOf(given: string): string {
  const full = path.resolve(given);
  return statSync(full).isDirectory() ? full : path.dirname(full);
}
