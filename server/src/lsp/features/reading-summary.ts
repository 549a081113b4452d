import { readingRequest, type WireReading } from '../../protocol/changes';
import type { Context } from '../server/context';

/** Answers how much has been read, for whoever wants to know whether we are at work at all. */
export function serveReading({ connection, guard, known }: Context): void {
  connection.onRequest<WireReading, never>(
    readingRequest,
    guard('how much has been read', { files: 0, proposals: 0 }, () => {
      const files = known.files();
      return { files: files.length, proposals: files.reduce((sum, { proposals }) => sum + proposals.length, 0) };
    }),
  );
}
