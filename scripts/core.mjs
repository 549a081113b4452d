/** The core as the scripts use it: bundled from its sources, so that no build has to go before. */
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { root } from './stages.mjs';

const source = `
  export { nothingKnown } from './server/src/core/known/known';
  export { optionsOf, severities } from './server/src/core/linter/options';
  export { rules } from './server/src/core/linter/rules';
  export { findingsOf } from './server/src/core/linter/run';
  export { draftLabels } from './server/src/core/facts/draft-fields';
  export { fieldFacts } from './server/src/core/facts/fields';
  export { programName } from './server/src/core/facts/lfx';
  export { placeholderWords, sampleHandles } from './server/src/core/facts/placeholders';
  export { projectSizes, summerOfCodeLabels } from './server/src/core/facts/summer-of-code';
  export { lfxTerms, timelineActivities, usualStatuses } from './server/src/core/facts/terms';
  export { actionsAt } from './server/src/core/features/actions/code-actions';
  export { readDocument } from './server/src/core/model/document';
  export { lineAt, lineStartsOf } from './server/src/core/text/lines';
  export { knownFileOf } from './server/src/core/known/file';
  export { section, settings } from './server/src/protocol/settings';
  export { Directory, knownFromDirectory } from './server/src/host/workspace/file-index';
`;

/** Rejects when the sources cannot be bundled. */
export async function loadCore() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mentorship-proposals-'));
  const outfile = path.join(folder, 'core.mjs');
  try {
    await build({
      stdin: { contents: source, resolveDir: root, loader: 'ts' },
      outfile,
      bundle: true,
      format: 'esm',
      platform: 'neutral',
      mainFields: ['module', 'main'],
      target: 'node20',
      absWorkingDir: root,
      logLevel: 'warning',
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
