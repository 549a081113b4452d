/** What the client reads for the server out of a workspace that lies on no disk. */
import { expect, test, vi } from 'vitest';
import { FileMemory } from '../../client/src/connection/file-cache';
import { readFile } from '../../client/src/connection/files';

const { stat, fetched, FileSystemError } = vi.hoisted(() => {
  class FileSystemError extends Error {
    constructor(readonly code: string) {
      super(code);
    }
  }
  return { stat: vi.fn(), fetched: vi.fn(), FileSystemError };
});

vi.mock('vscode', () => ({
  FileType: { Unknown: 0, File: 1, Directory: 2, SymbolicLink: 64 },
  FileSystemError,
  Uri: { parse: (uri: string) => uri },
  workspace: { fs: { stat, readFile: fetched } },
}));

const uri = 'vscode-vfs://github/example/mentoring/a.md';
const MB = 1024 * 1024;

function read(type: number, size: number, bytes: Uint8Array, small: boolean) {
  stat.mockReset().mockResolvedValue({ type, size, ctime: 0, mtime: 0 });
  fetched.mockReset().mockResolvedValue(bytes);
  return readFile({ uri, small }, new FileMemory({ read: async () => null, write: async () => {} }));
}

const text = new TextEncoder().encode('# A\n');

test.each([
  [1, 4, false],
  [1, 4, true],
  [65, 4, false],
  [1, 64 * MB, false],
  [1, MB, true],
])('a file of type %i and %i bytes is read', async (type, size, small) => {
  expect(await read(type, size, text, small)).toEqual({ is: 'text', text: '# A\n' });
});

test.each([
  [2, 4, false, { is: 'unreadable', why: 'it is not a regular file' }],
  [2, 4, true, { is: 'no-file', why: 'it is not a regular file' }],
  [0, 4, true, { is: 'no-file', why: 'it is not a regular file' }],
  [65, 4, true, { is: 'unreadable', why: 'it is a link' }],
  [1, 64 * MB + 1, false, { is: 'unreadable', why: 'it is larger than 64 MB' }],
  [1, MB + 1, true, { is: 'unreadable', why: 'it is larger than 1 MB' }],
])('one of type %i and %i bytes is not even fetched', async (type, size, small, answer) => {
  expect(await read(type, size, text, small)).toEqual(answer);
  expect(fetched).not.toHaveBeenCalled();
});

test('a file that is larger than its file system says is not used', async () => {
  expect(await read(1, 0, new Uint8Array(MB + 1), true)).toEqual({ is: 'unreadable', why: 'it is larger than 1 MB' });
});

test('a small file is written in UTF-8, or does not exist', async () => {
  expect(await read(1, 2, new Uint8Array([0xff, 0xfe]), true)).toEqual({
    is: 'unreadable',
    why: 'it is not UTF-8 text',
  });
  stat.mockRejectedValue(new FileSystemError('FileNotFound'));
  const memory = new FileMemory({ read: async () => null, write: async () => {} });
  expect(await readFile({ uri, small: true }, memory)).toEqual({ is: 'missing' });
  expect(await readFile({ uri }, memory)).toEqual({ is: 'unreadable', why: 'FileNotFound' });
});

test('a file that is asked for by several at once is fetched once, and each version of it', async () => {
  const memory = new FileMemory({ read: async () => null, write: async () => {} });
  const version = (mtime: number) => stat.mockReset().mockResolvedValue({ type: 1, size: 4, ctime: 0, mtime });
  fetched.mockReset().mockResolvedValue(text);
  version(1);
  await Promise.all([readFile({ uri }, memory), readFile({ uri }, memory)]);
  expect(fetched).toHaveBeenCalledTimes(1);
  version(2);
  await readFile({ uri }, memory);
  expect(fetched).toHaveBeenCalledTimes(2);
});
