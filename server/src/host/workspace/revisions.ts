import { isSameList } from '../../core/text/same-list';

/** Turns what answers depend on into one object, which stays the same as long as all of that does. */
export class Revisions {
  private readonly last = new Map<string | null, { readonly parts: readonly unknown[] }>();

  /** `parts` are compared one by one, with the last ones of the same document. */
  of(uri: string | null, parts: readonly unknown[]): object {
    const last = this.last.get(uri);
    if (last && isSameList(last.parts, parts)) return last;
    const revision = { parts };
    this.last.set(uri, revision);
    return revision;
  }

  /** Forgets all other documents. */
  keep(uris: readonly string[]): void {
    const kept = new Set<string | null>([...uris, null]);
    for (const uri of this.last.keys()) if (!kept.has(uri)) this.last.delete(uri);
  }
}
