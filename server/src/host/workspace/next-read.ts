/**
 * What is to be read next. Before it is read, something has to be asked for, and whatever is wanted until that is known
 * is read together with it, so that nothing is read twice.
 */
export class NextRead {
  private folders: string[] = [];
  private hasLists = true;
  private isPrepared = false;
  private reading: Promise<void> | null = null;

  constructor(
    /** Asks what goes with the folders, and returns more of them. Never rejects. */
    private readonly prepare: (withLists: boolean) => Promise<readonly string[]>,
    private readonly read: (folders: readonly string[]) => Promise<void>,
  ) {}

  /** Resolves when these folders have been read. */
  add(folders: readonly string[]): Promise<void> {
    this.folders.push(...folders);
    this.isPrepared = false;
    if (folders.length > 0) this.hasLists = false;
    this.reading ??= this.readAll();
    return this.reading;
  }

  private async readAll(): Promise<void> {
    while (!this.isPrepared) {
      const withLists = !this.hasLists;
      this.isPrepared = true;
      this.hasLists = true;
      this.folders.push(...(await this.prepare(withLists)));
    }
    const { folders } = this;
    this.folders = [];
    this.reading = null;
    await this.read(folders);
  }
}
