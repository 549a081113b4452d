import type { Files } from '../../host/ports';

/** Sends each address to the reader for its scheme, or to `others` if there is none. */
export function filesByScheme(byScheme: Readonly<Record<string, Files>>, others: Files): Files {
  const filesOf = (uri: string) => byScheme[uri.slice(0, uri.indexOf(':'))] ?? others;
  return {
    list: (folder, exclude) => filesOf(folder).list(folder, exclude),
    listForms: (folder) => filesOf(folder).listForms(folder),
    read: (uri, inside) => filesOf(uri).read(uri, inside),
    readSmall: (uri, inside) => filesOf(uri).readSmall(uri, inside),
  };
}

/** For editors without file access: finds nothing. */
export const noFiles: Files = {
  list: async () => [],
  listForms: async () => [],
  read: async () => ({ is: 'unreadable', why: 'The editor does not give access to its files.' }),
  readSmall: async () => ({ is: 'missing' }),
};
