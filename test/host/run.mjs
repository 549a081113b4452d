/**
 * Runs a suite inside the extension host of a real VS Code: the hosted one where it has been set up, a downloaded
 * desktop VS Code elsewhere. Both get a copy of the sample workspace and a GitHub of their own on loopback, so that
 * tests may edit and ask as they like. `node test/host/run.mjs [SUITE] [NAME]` runs `dist/test/SUITE.js`, by default
 * `index`, and of its tests those whose names contain `NAME`. `restricted` runs the tests of a workspace that nobody has
 * come to trust, which only the hosted VS Code can open.
 */
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import { runTests } from '@vscode/test-electron';
import { startGitHub, token } from './github.mjs';
import { copyOfSample, isHosted, root } from './host.mjs';

/** Resolves when the suite has passed; rejects when a test failed or VS Code did not come up. */
export async function runSuite(name = 'index', grep = '') {
  const github = await startGitHub();
  const restricted = name === 'restricted';
  if (restricted && !isHosted()) throw new Error('A desktop VS Code trusts every workspace while it is tested.');
  try {
    await runTests({
      ...(isHosted() ? { vscodeExecutablePath: path.join(root, 'test/host/code.mjs') } : { version: 'stable' }),
      extensionDevelopmentPath: root,
      extensionTestsPath: path.join(root, 'dist/test', `${restricted ? 'index' : name}.js`),
      extensionTestsEnv: {
        MENTORSHIP_PROPOSALS_GITHUB_API: github.address,
        MENTORSHIP_PROPOSALS_GITHUB_TOKEN: token,
        MENTORSHIP_PROPOSALS_GREP: grep,
        ...(restricted ? { MENTORSHIP_PROPOSALS_RESTRICTED: '1' } : {}),
      },
      launchArgs: [copyOfSample(), '--disable-extensions'],
    });
  } finally {
    await github.stop();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await runSuite(process.argv[2], process.argv[3]).catch((error) => {
    console.error(String(error));
    process.exitCode = 1;
  });
}
