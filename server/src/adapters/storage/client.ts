import type { Storage } from '../../host/ports';
import {
  type ReadStorageParams,
  readStorageRequest,
  type WriteStorageParams,
  writeStorageRequest,
} from '../../protocol/storage';
import type { Ask } from '../ask';

/** The editor's storage for extensions, which also exists in a Worker and on remote machines. */
export function clientStorage(ask: Ask): Storage {
  return {
    async read(name) {
      const params: ReadStorageParams = { name };
      const text = await ask(readStorageRequest, params).catch(() => null);
      return typeof text === 'string' ? text : null;
    },
    async write(name, text) {
      const params: WriteStorageParams = { name, text };
      await ask(writeStorageRequest, params).catch(() => null);
    },
  };
}
