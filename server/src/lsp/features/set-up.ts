import type { Files } from '../../host/ports';
import { relativePath } from '../../host/uri';
import { configName } from '../../host/workspace/config';
import { type NewProgram, withProgram } from '../../host/workspace/config-text';
import {
  configTextRequest,
  foldersRequest,
  type ProgramParams,
  type WireConfigText,
  type WireFolder,
} from '../../protocol/set-up';
import type { Context } from '../server/context';

/** Answers for *Set Up This Repository…*: the folders with their files, and the new text of the configuration. */
export function serveSetUp({ connection, guard, known, workspace }: Context, files: Files): void {
  connection.onRequest<readonly WireFolder[], never>(
    foldersRequest,
    guard('the folders to set up', [], async () => {
      await workspace.load();
      return workspace.folders().map((uri) => ({ uri, files: filesIn(uri) }));
    }),
  );
  connection.onRequest<WireConfigText | null, never>(
    configTextRequest,
    guard('the text of a configuration', null, async (params: unknown) => {
      const program = programIn(params);
      const folder = program && workspace.folders().find((each) => each === program.folder);
      if (!program || !folder) return null;
      const uri = `${folder}/${configName}`;
      const content = await files.readSmall(uri, folder);
      const isUsable = content.is === 'text' || content.is === 'missing';
      return { uri, text: isUsable ? withProgram(content.is === 'text' ? content.text : null, program) : null };
    }),
  );

  function filesIn(folder: string): WireFolder['files'] {
    return known
      .files()
      .filter((file) => workspace.around(file.uri) === folder)
      .map((file) => ({ path: relativePath([folder], file.uri), proposals: file.proposals.length }));
  }
}

/** Null for invalid parameters. */
function programIn(params: unknown): (NewProgram & { readonly folder: string }) | null {
  const { folder, name, files, template } = (params ?? {}) as Partial<ProgramParams>;
  const isRight =
    typeof folder === 'string' &&
    typeof name === 'string' &&
    Array.isArray(files) &&
    files.every((file) => typeof file === 'string') &&
    (template === null || typeof template === 'string');
  return isRight ? { folder, name, files, template } : null;
}
