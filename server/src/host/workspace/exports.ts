import type { KnownAccount, KnownFile } from '../../core/known/known';
import type { Files, Log } from '../ports';
import { accountsIn, type ExportPlace, exportName } from './export-file';

/** What exports need of their surroundings. */
export interface ExportsOptions {
  readonly files: Files;
  readonly log: Log;
  /** All proposals files, when they have been read. Never rejects. */
  known(): Promise<readonly KnownFile[]>;
  /** The workspace folder around a file; null for a file that is in none. */
  around(uri: string): string | null;
  /** Called when other accounts are known. */
  onChange(): void;
}

/** As many exports are read, of the newest terms: four years. */
const MOST_EXPORTS = 12;
const MOST_ACCOUNTS = 3_000;

/** The accounts of mentors in the exports that lie in the folders of terms. Read when somebody asks. */
export class Exports {
  private list: readonly KnownAccount[] = [];
  private reading: Promise<void> | null = null;
  private turn: symbol | null = null;

  constructor(private readonly options: ExportsOptions) {}

  /** What is known at this moment, newest term first. */
  accounts(): readonly KnownAccount[] {
    void this.load();
    return this.list;
  }

  /** Reads the exports once. Never rejects. */
  load(): Promise<void> {
    this.reading ??= this.read();
    return this.reading;
  }

  /** Other files may be there. */
  changed(): void {
    if (this.reading) this.reading = this.read();
  }

  private async read(): Promise<void> {
    const turn = Symbol('reading');
    this.turn = turn;
    const { files, log, around, known, onChange } = this.options;
    const lists = await Promise.all(
      exportsOf(await known()).map(async (place): Promise<readonly KnownAccount[]> => {
        const folder = around(place.uri);
        if (folder === null) return [];
        const content = await files.readSmall(place.uri, folder);
        if (content.is === 'missing') return [];
        const read = content.is === 'text' ? accountsIn(content.text, place) : content;
        if ('accounts' in read) return read.accounts;
        log(`Cannot use ${exportName} of ${place.termKey}: ${read.why}.`);
        return [];
      }),
    );
    const accounts = lists.flat().slice(0, MOST_ACCOUNTS);
    // A later reading knows more.
    if (this.turn !== turn || JSON.stringify(accounts) === JSON.stringify(this.list)) return;
    this.list = accounts;
    onChange();
  }
}

/** Where exports may lie: in the folders of terms that have proposals files, newest first. */
function exportsOf(files: readonly KnownFile[]): readonly ExportPlace[] {
  const places = new Map<string, ExportPlace>();
  for (const { uri, term, termKey } of files) {
    const folder = /^.*\/20\d\d\/\d\d-[^/]+\/(?=[^/]+$)/.exec(uri)?.[0];
    if (folder !== undefined && term?.program === 'lfx-mentorship' && termKey !== '')
      places.set(folder, { uri: folder + exportName, termKey });
  }
  return [...places.values()].sort((a, b) => (a.termKey < b.termKey ? 1 : -1)).slice(0, MOST_EXPORTS);
}
