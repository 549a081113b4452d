import type { Storage } from '../../host/ports';
import {
  type ReadStorageParams,
  readStorageRequest,
  type WriteStorageParams,
  writeStorageRequest,
} from '../../protocol/storage';
import type { Ask } from '../ask';

/** The editor's own place for what an extension keeps, which a Worker and a remote machine have as well. */
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
