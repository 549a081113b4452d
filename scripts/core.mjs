/** The core as the scripts use it: bundled from its sources, so that no build has to go before. */
import { build } from 'esbuild';
import { root } from './stages.mjs';

const source = `
  export { rules } from './server/src/core/rules/index';
  export { findingsOf } from './server/src/core/rules/run';
  export { actionsAt } from './server/src/core/features/actions';
  export { readDocument } from './server/src/core/model/document';
  export { lineAt, lineStartsOf } from './server/src/core/text/lines';
  export { directoryOf, joinedDirectory, knownFromDirectory } from './server/src/host/directory';
`;

/** Rejects when the sources cannot be bundled. */
export async function loadCore() {
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: root, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    target: 'node20',
    absWorkingDir: root,
    logLevel: 'warning',
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}
