import type { FileContent, Files, Log, SmallFile } from '../../host/ports';
import { relativePath, sameUri } from '../../host/uri';
import { type ListFilesParams, listFilesRequest, type ReadFileParams, readFileRequest } from '../../protocol/files';
import type { Ask } from '../ask';

/** The longest small file, in characters: a file of 1 MB has no more. */
const LONGEST_SMALL = 1024 * 1024;

/** Reads files through the editor's file system, for workspaces that are not on a local disk. */
export function clientFiles(ask: Ask, log: Log): Files {
  const listed = async (params: ListFilesParams) => {
    const uris = await ask(listFilesRequest, params).catch((error: unknown) => {
      log(`The files of ${params.folder} could not be listed: ${error}`);
      return [];
    });
    if (!Array.isArray(uris)) return [];
    const root = [sameUri(params.folder)];
    return uris.filter((uri) => typeof uri === 'string').map((uri) => ({ uri, path: relativePath(root, uri) }));
  };
  return {
    list: async (folder, exclude) => (await listed({ folder })).filter(({ path }) => !exclude(path)),
    listForms: (folder) => listed({ folder, forms: true }),
    async read(uri): Promise<FileContent> {
      const params: ReadFileParams = { uri };
      try {
        return contentOf(await ask(readFileRequest, params));
      } catch (error) {
        return { is: 'unreadable', why: String(error) };
      }
    },
    async readSmall(uri): Promise<SmallFile> {
      const params: ReadFileParams = { uri, small: true };
      try {
        return smallIn(await ask(readFileRequest, params));
      } catch (error) {
        return { is: 'unreadable', why: String(error) };
      }
    },
  };
}

function smallIn(answer: unknown): SmallFile {
  const { is, why } = (answer ?? {}) as Record<string, unknown>;
  if (is === 'missing') return { is };
  if (is === 'no-file' && typeof why === 'string') return { is, why };
  const content = contentOf(answer);
  if (content.is === 'binary') return { is: 'unreadable', why: 'it is not UTF-8 text' };
  if (content.is === 'text' && content.text.length > LONGEST_SMALL)
    return { is: 'unreadable', why: 'it is larger than 1 MB' };
  return content;
}

function contentOf(answer: unknown): FileContent {
  const { is, text, why } = (answer ?? {}) as Record<string, unknown>;
  if (is === 'text' && typeof text === 'string') return { is, text };
  if (is === 'binary') return { is };
  return { is: 'unreadable', why: typeof why === 'string' ? why : 'The editor gave no answer.' };
}
