import { relativePath, sameUri } from '../host/address';
import type { FileContent, Files, Log } from '../host/ports';
import { type ListFilesParams, listFilesRequest, type ReadFileParams, readFileRequest } from '../protocol/files';
import type { Ask } from './ask';

/** The host's files through the editor's own file system: for workspaces that lie on no disk of this machine. */
export function clientFiles(ask: Ask, log: Log): Files {
  return {
    async list(folder, passOver) {
      const params: ListFilesParams = { folder };
      const uris = await ask(listFilesRequest, params).catch((error: unknown) => {
        log(`The files of ${folder} could not be listed: ${error}`);
        return [];
      });
      if (!Array.isArray(uris)) return [];
      const root = [sameUri(folder)];
      return uris
        .filter((uri) => typeof uri === 'string')
        .map((uri) => ({ uri, path: relativePath(root, uri) }))
        .filter(({ path }) => !passOver(path));
    },
    async read(uri): Promise<FileContent> {
      const params: ReadFileParams = { uri };
      try {
        return contentOf(await ask(readFileRequest, params));
      } catch (error) {
        return { is: 'unreadable', why: String(error) };
      }
    },
  };
}

function contentOf(answer: unknown): FileContent {
  const { is, text, why } = (answer ?? {}) as Record<string, unknown>;
  if (is === 'text' && typeof text === 'string') return { is, text };
  if (is === 'binary') return { is };
  return { is: 'unreadable', why: typeof why === 'string' ? why : 'The editor gave no answer.' };
}
