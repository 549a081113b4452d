import { cncfProjects } from '../../core/facts/projects';
import { type ReadOptions, readDocument, readInParts } from '../../core/model/document';
import { isProposalsPath, looksLikeProposals } from '../../recognize';
import type { Clock, Files, Log, Progress, ReadingThread } from '../ports';
import { isWithin, sameUri } from '../uri';
import type { FileCache } from './file-cache';
import type { Roots } from './roots';
import { type Summary, summaryOf } from './summary';
import { runYielding } from './yielding';

/** The number of concurrent reads: enough for a slow disk, few enough to keep typing responsive. */
const MAX_CONCURRENT_READS = 8;

/** A text of this length, in UTF-16 code units, is read in parts, because it takes as long as a keystroke may. */
const LONG = 16_000;

/** From this number of files on, they are read in a thread where there is one: it takes longer to start than a few files. */
const MANY = 100;

/** How often listeners hear that more has been read, in milliseconds. */
const REPORT_INTERVAL = 1_000;

export interface ReaderOptions {
  readonly files: Files;
  readonly clock: Clock;
  readonly log: Log;
  /** Null where there is none. */
  readonly thread: ReadingThread | null;
  /** Resolves when the configuration of a file is loaded. Never rejects. */
  programReady(uri: string): Promise<void>;
  /** Everything but the text that determines how a file is read. */
  readOptions(uri: string): ReadOptions;
  /** Shows the progress of a long read. */
  progress(): Progress;
  /** Called from time to time while files are being read. */
  onMore(): void;
}

/** Lists and reads the files of the workspace into the cache. */
export class Reader {
  /** The latest read of each file. Results of older reads, or of deleted files, are ignored. */
  private readonly underWay = new Map<string, Promise<boolean>>();
  /** Normalized URIs of files that were skipped because the person canceled. */
  private readonly leftOut = new Set<string>();
  private lastPause: Promise<void> = Promise.resolve();

  constructor(
    private readonly options: ReaderOptions,
    private readonly roots: Roots,
    private readonly cache: FileCache,
  ) {}

  /** Whether the person has canceled and files are still missing. */
  get isPartial(): boolean {
    return this.leftOut.size > 0;
  }

  /**
   * Lists these folders, reads their files, and forgets files that no longer exist. Returns whether anything has
   * changed. Reads less if the person cancels.
   */
  async readFolders(folders: readonly string[]): Promise<boolean> {
    const { clock, files } = this.options;
    const before = this.cache.within(new Set(folders.map(sameUri))).map((key) => ({ key, was: this.cache.get(key) }));
    const lists = folders.map((folder) => files.list(folder, this.roots.excludeIn(folder)));
    const found = new Map((await Promise.all(lists)).flat().map(({ uri }) => [sameUri(uri), uri]));
    // A file that was read since the listing began is newer than the list.
    let changed = this.drop(
      before.filter(({ key, was }) => !found.has(key) && this.cache.get(key) === was).map(({ key }) => key),
    );
    const uris = [...found.values()].sort(newestFirst);
    const thread = uris.length < MANY ? null : this.options.thread;
    const progress = this.options.progress();
    let next = 0;
    let done = 0;
    let lastReport = clock.now();
    const worker = async () => {
      while (next < uris.length && !progress.isCalledOff()) {
        if (await this.read(uris[next++] ?? '', thread)) changed = true;
        progress.report(++done, uris.length);
        if (clock.now() - lastReport < REPORT_INTERVAL) continue;
        lastReport = clock.now();
        this.options.onMore();
      }
    };
    await Promise.all(Array.from({ length: MAX_CONCURRENT_READS }, worker));
    progress.end();
    for (const uri of uris.slice(next)) this.leftOut.add(sameUri(uri));
    if (done < uris.length) this.options.log(`Reading was canceled after ${done} of ${uris.length} files.`);
    return changed;
  }

  /** Reads a file, also if it is being read already. Returns whether its summary has changed, once the last read is done. */
  read(uri: string, thread: ReadingThread | null = null): Promise<boolean> {
    const key = sameUri(uri);
    const reading = this.readNow(uri, key, thread, () => {
      const last = this.underWay.get(key);
      return last === reading ? null : (last ?? Promise.resolve(false));
    });
    this.underWay.set(key, reading);
    return reading;
  }

  /** `newer` is the answer of a read that has begun since, or of one that is not wanted any more; otherwise null. */
  private async readNow(
    uri: string,
    key: string,
    thread: ReadingThread | null,
    newer: () => Promise<boolean> | null,
  ): Promise<boolean> {
    this.leftOut.delete(key);
    const folder = this.roots.holds(uri) ? this.roots.around(uri) : null;
    const content = await (folder === null ? null : this.options.files.read(uri, folder));
    let mayHold = false;
    if (content?.is === 'text') {
      await this.yieldToRequests();
      mayHold = isProposalsPath(this.roots.pathOf(uri)) || looksLikeProposals(content.text);
      if (mayHold) await this.options.programReady(uri);
    }
    const newerThanText = newer();
    if (newerThanText) return newerThanText;
    const path = this.roots.pathOf(uri);
    if (content?.is === 'unreadable') this.options.log(`${path} could not be read: ${content.why}`);
    const text = content?.is === 'text' ? content.text : null;
    const isNamed = this.options.readOptions(uri).program?.isConfigured === true;
    const summary = text !== null && (isNamed || mayHold) ? await this.summaryOf(uri, text, path, thread) : null;
    const newerThanSummary = newer();
    if (newerThanSummary) return newerThanSummary;
    this.underWay.delete(key);
    const before = this.cache.get(key);
    if (summary && this.roots.holds(uri)) this.cache.put(key, summary);
    else this.cache.delete(key);
    return summary !== null || before !== null;
  }

  private async summaryOf(
    uri: string,
    text: string,
    path: string,
    thread: ReadingThread | null,
  ): Promise<Summary | null> {
    const options = this.options.readOptions(uri);
    const { program, projects = cncfProjects } = options;
    const summary = await thread?.summaryOf({ uri, path, text, program, projects: projects.projects });
    if (summary !== undefined && summary !== 'failed') return summary;
    if (text.length < LONG) return summaryOf(uri, readDocument(text, path, options));
    const clock = { now: () => this.options.clock.now(), pause: () => this.yieldToRequests() };
    const document = await runYielding(readInParts(text, path, options), clock);
    await this.yieldToRequests();
    return summaryOf(uri, document);
  }

  /** Forgets files and everything in folders. Returns whether anything was known about them. */
  drop(uris: readonly string[]): boolean {
    const keys = new Set(uris.map(sameUri));
    for (const key of [...this.underWay.keys()]) if (isWithin(key, keys)) this.underWay.delete(key);
    for (const key of [...this.leftOut]) if (isWithin(key, keys)) this.leftOut.delete(key);
    const known = this.cache.within(keys);
    for (const key of known) this.cache.delete(key);
    return known.length > 0;
  }

  /** Lets pending requests run between two files. */
  private yieldToRequests(): Promise<void> {
    this.lastPause = this.lastPause.then(() => this.options.clock.pause());
    return this.lastPause;
  }
}

/** Files of newer terms come first, and those of no year last: of many files, what people work on is known soon. */
function newestFirst(a: string, b: string): number {
  return yearOf(b) - yearOf(a) || (a < b ? 1 : -1);
}

function yearOf(uri: string): number {
  return Number(/\/(20\d\d)\b/.exec(uri)?.[1] ?? 0);
}
