import { readingRequest, type WireReading } from '../../protocol/changes';
import type { Context } from '../server/context';

/** Answers how many files were read, so that people can see whether the extension works. */
export function serveReading({ connection, guard, known }: Context): void {
  connection.onRequest<WireReading, never>(
    readingRequest,
    guard('how much has been read', { files: 0, proposals: 0 }, () => {
      const files = known.files();
      return { files: files.length, proposals: files.reduce((sum, { proposals }) => sum + proposals.length, 0) };
    }),
  );
}
