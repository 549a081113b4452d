import { type ReadOptions, readDocument } from '../../core/model/document';
import { isProposalsPath, looksLikeProposals } from '../../recognize';
import type { Clock, Files, Log, Progress } from '../ports';
import { isWithin, sameUri } from '../uri';
import type { FileCache } from './file-cache';
import type { Roots } from './roots';
import { summaryOf } from './summary';

/** How many files are read at a time: enough to hide a slow disk, few enough to let a keystroke through. */
const MAX_CONCURRENT_READS = 8;

/** How often those who look on hear that more has been read, in milliseconds. */
const REPORT_INTERVAL = 1_000;

export interface ReaderOptions {
  readonly files: Files;
  readonly clock: Clock;
  readonly log: Log;
  /** Done when it is known what the repository says about a file. Never rejects. */
  programReady(uri: string): Promise<void>;
  /** What decides, beside its text, how a file is read. */
  readOptions(uri: string): ReadOptions;
  /** Tells a person of reading that takes its time. */
  progress(): Progress;
  /** Called while files are being read, now and then. */
  onMore(): void;
}

/** Lists and reads files of the workspace and puts what they say into the cache, never more than one at a time. */
export class Reader {
  /** The read that counts for each file: an older one that comes back late, or after the file has gone, is ignored. */
  private readonly underWay = new Map<string, symbol>();
  /** Files that a person did not want to be read, by their addresses in the one spelling. */
  private readonly leftOut = new Set<string>();
  private lastPause: Promise<void> = Promise.resolve();

  constructor(
    private readonly options: ReaderOptions,
    private readonly roots: Roots,
    private readonly cache: FileCache,
  ) {}

  /** Whether reading has been called off, and what was left out then has not been read since. */
  get isPartial(): boolean {
    return this.leftOut.size > 0;
  }

  /**
   * Lists what lies in these folders of the workspace now and reads it; what is known of other files in them is
   * forgotten. Whether anything that is known has changed. Reads less where the person calls it off.
   */
  async readFolders(folders: readonly string[]): Promise<boolean> {
    const { clock, files } = this.options;
    const before = this.cache.within(new Set(folders.map(sameUri))).map((key) => ({ key, was: this.cache.get(key) }));
    const lists = folders.map((folder) => files.list(folder, this.roots.excludeIn(folder)));
    const found = new Map((await Promise.all(lists)).flat().map(({ uri }) => [sameUri(uri), uri]));
    // What has been read again since the listing began is newer than the list.
    let changed = this.drop(
      before.filter(({ key, was }) => !found.has(key) && this.cache.get(key) === was).map(({ key }) => key),
    );
    const uris = [...found.values()];
    const progress = this.options.progress();
    let next = 0;
    let done = 0;
    let lastReport = clock.now();
    const worker = async () => {
      while (next < uris.length && !progress.isCalledOff()) {
        if (await this.read(uris[next++] ?? '')) changed = true;
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

  /** Whether what is known of the file has changed. */
  async read(uri: string): Promise<boolean> {
    const key = sameUri(uri);
    const turn = Symbol(key);
    this.underWay.set(key, turn);
    this.leftOut.delete(key);
    const folder = this.roots.holds(uri) ? this.roots.around(uri) : null;
    const content = folder === null ? null : await this.options.files.read(uri, folder);
    let mayHold = false;
    if (content?.is === 'text') {
      await this.yieldToRequests();
      mayHold = isProposalsPath(this.roots.pathOf(uri)) || looksLikeProposals(content.text);
      if (mayHold) await this.options.programReady(uri);
    }
    if (this.underWay.get(key) !== turn) return false;
    this.underWay.delete(key);
    const path = this.roots.pathOf(uri);
    if (content?.is === 'unreadable') this.options.log(`${path} could not be read: ${content.why}`);
    const text = content?.is === 'text' && this.roots.holds(uri) ? content.text : null;
    const options = this.options.readOptions(uri);
    const isNamed = options.program?.isConfigured === true;
    const worthIt = text !== null && (isNamed || mayHold);
    const summary = worthIt ? summaryOf(uri, readDocument(text, path, options)) : null;
    const before = this.cache.get(key);
    if (summary) this.cache.put(key, summary);
    else this.cache.delete(key);
    return summary !== null || before !== null;
  }

  /** Forgets files, and all files below folders. Whether anything was known of them. */
  drop(uris: readonly string[]): boolean {
    const keys = new Set(uris.map(sameUri));
    for (const key of [...this.underWay.keys()]) if (isWithin(key, keys)) this.underWay.delete(key);
    for (const key of [...this.leftOut]) if (isWithin(key, keys)) this.leftOut.delete(key);
    const known = this.cache.within(keys);
    for (const key of known) this.cache.delete(key);
    return known.length > 0;
  }

  /** Whoever waits for an answer comes first, between each file and the next. */
  private yieldToRequests(): Promise<void> {
    this.lastPause = this.lastPause.then(() => this.options.clock.pause());
    return this.lastPause;
  }
}
