import { ProgramFailed } from './child-process';

/** Larger than any document that a person writes, in bytes. */
const MOST = 64 * 1024 * 1024;
const MOST_HEADER = 64 * 1024;
const LF = 0x0a;

/** Reads the output of `git cat-file --batch` and keeps only one answer in memory. */
export class BatchAnswers {
  private rest: Buffer = Buffer.alloc(0);

  constructor(private readonly output: AsyncGenerator<Buffer, void, undefined>) {}

  /** The text of the object `name`; null if it does not exist or is not a file. */
  async next(name: string): Promise<string | null> {
    const header = /^[0-9a-f]{40,64} (\w+) (\d+)$/.exec(await this.line());
    if (!header) {
      // "… missing" repeats the name, including its line breaks.
      for (const _ of name.matchAll(/\n/g)) await this.line();
      return null;
    }
    const size = Number(header[2]);
    const isText = header[1] === 'blob' && size <= MOST;
    const bytes = await this.bytes(size, isText);
    await this.bytes(1, false);
    // We remove a byte order mark and replace invalid UTF-8, as for files on the disk.
    return isText ? new TextDecoder().decode(bytes) : null;
  }

  /** Call this after the last answer: throws if the program reports an error only at its end. */
  async finish(): Promise<void> {
    while (!(await this.output.next()).done);
  }

  /** Ends the program if it is still running. */
  async end(): Promise<void> {
    await this.output.return();
  }

  private async line(): Promise<string> {
    const parts: Buffer[] = [];
    for (let length = 0; length <= MOST_HEADER; ) {
      const chunk = await this.chunk();
      const end = chunk.indexOf(LF);
      parts.push(end < 0 ? chunk : chunk.subarray(0, end));
      this.rest = end < 0 ? Buffer.alloc(0) : chunk.subarray(end + 1);
      if (end >= 0) return Buffer.concat(parts).toString('utf8');
      length += chunk.length;
    }
    throw new ProgramFailed('its answer is no answer', null);
  }

  /** Reads this many bytes; returns none if they are skipped. */
  private async bytes(size: number, isKept: boolean): Promise<Buffer> {
    const parts: Buffer[] = [];
    for (let left = size; left > 0; ) {
      const chunk = await this.chunk();
      const own = chunk.subarray(0, left);
      if (isKept) parts.push(own);
      this.rest = chunk.subarray(own.length);
      left -= own.length;
    }
    return Buffer.concat(parts);
  }

  private async chunk(): Promise<Buffer> {
    if (this.rest.length > 0) return this.rest;
    const { done, value } = await this.output.next();
    if (done) throw new ProgramFailed('it ended before it had answered', null);
    return value;
  }
}
