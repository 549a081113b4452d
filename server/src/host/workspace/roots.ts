import { isWithin, relativePath, sameUri } from '../uri';
import { type ExcludePredicate, excludeFrom } from './exclude';

interface Hidden {
  /** The setting, kept to detect changes. */
  readonly said: string;
  readonly exclude: ExcludePredicate;
}

/** The folders of a workspace and their exclusions. A file belongs to the innermost folder that contains it. */
export class Roots {
  private uris: readonly string[];
  private hidden: ReadonlyMap<string, Hidden> = new Map();

  constructor(
    folders: readonly string[],
    /** The editor's setting `files.exclude` for a folder; undefined if unknown. Never rejects. */
    private readonly excludes: (folder: string) => Promise<unknown>,
  ) {
    this.uris = distinct(folders);
  }

  /** Normalized addresses. */
  get folders(): readonly string[] {
    return this.uris;
  }

  change(added: readonly string[], removed: readonly string[]): void {
    const gone = new Set(removed.map(sameUri));
    this.uris = distinct([...this.uris.filter((folder) => !gone.has(folder)), ...added]);
  }

  /** Reloads the exclusions and returns the folders whose exclusions changed. To be called once at a time. */
  async reload(): Promise<readonly string[]> {
    const asked = this.uris.map(async (folder) => ({ folder, setting: await this.excludes(folder) }));
    const answers = await Promise.all(asked);
    const hidden = answers.map(({ folder, setting }): [string, Hidden] => {
      return [folder, { said: JSON.stringify(setting) ?? '', exclude: excludeFrom(setting) }];
    });
    const others = hidden.filter(([folder, { said }]) => this.hidden.get(folder)?.said !== said);
    this.hidden = new Map(hidden);
    return others.map(([folder]) => folder);
  }

  /** The displayed path of a document: relative to its folder, else the whole path of its address. */
  pathOf(uri: string): string {
    return relativePath(this.uris, uri);
  }

  /** The innermost folder that contains an address; null if none does. */
  around(uri: string): string | null {
    const own = `${sameUri(uri)}/`;
    const [innermost] = this.uris.filter((folder) => own.startsWith(`${folder}/`)).sort((a, b) => b.length - a.length);
    return innermost ?? null;
  }

  /** Whether a file, or anything in a folder, can belong to the workspace. */
  holds(uri: string): boolean {
    const folder = this.around(uri);
    if (folder === null) return false;
    if (sameUri(uri) === folder) return true;
    return !(this.hidden.get(folder)?.exclude ?? onlyForeign)(relativePath([folder], uri));
  }

  /**
   * What of these files and folders, and in them, belongs to the workspace: none of the answer lies in another, but for
   * workspace folders, whose way there may be hidden.
   */
  parts(uris: readonly string[]): readonly string[] {
    const keys = new Set(uris.map(sameUri));
    const folders = this.uris.filter((folder) => isWithin(folder, keys));
    const held = [...keys].filter((key) => this.holds(key) && !isWithin(key.slice(0, key.lastIndexOf('/')), keys));
    return [...new Set([...folders, ...held])];
  }

  /** The exclusions for listing `uri`, a folder of the workspace or one inside it. */
  excludeIn(uri: string): ExcludePredicate {
    return (path) => !this.holds(`${sameUri(uri)}/${path.split('/').map(encodeURIComponent).join('/')}`);
  }
}

const onlyForeign = excludeFrom(undefined);

function distinct(uris: readonly string[]): readonly string[] {
  return [...new Set(uris.map(sameUri))];
}
