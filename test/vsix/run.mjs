/**
 * Packages the extension, installs it into a fresh VS Code and looks for its findings: proves that what is shipped is
 * complete and that nothing else is in it. `node test/vsix/run.mjs FILE` tries a file that was packaged before. The last
 * line is `N passed, N failed`.
 */
import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import vsce from '@vscode/vsce';
import { packageExtension } from '../../scripts/package.mjs';
import { check, reportChecks } from '../checks.mjs';
import { copyOfSample, openBrowser, root, startServer, temporaryFolder } from '../host/host.mjs';
import * as workbench from '../host/workbench.mjs';

const drafts = 'programs/lfx-mentorship/2026/01-Mar-May/project_ideas.md';
const needed = [
  'package.json',
  'README.md',
  'LICENSE',
  'THIRD_PARTY_NOTICES.md',
  'CHANGELOG.md',
  'dist/client.js',
  'dist/client.web.js',
  'dist/server.js',
  'dist/submission.css',
  'dist/submission.js',
  'dist/worker.js',
];
const shippable =
  /^(package(\.nls.*)?\.json|README\.md|CHANGELOG\.md|LICENSE|THIRD_PARTY_NOTICES\.md|dist\/((client(\.web)?|server|submission|worker)\.js|submission\.css)|(docs\/rules|l10n|media|schemas|snippets|syntaxes|walkthrough)\/.+)$/;

await check('holds what it needs and nothing else', holdsWhatItNeeds);
await check('finds in a fresh VS Code what it finds in development', findsInFreshHost);
reportChecks();

async function holdsWhatItNeeds() {
  const files = await vsce.listFiles({ cwd: root, packageManager: vsce.PackageManager.None });
  assert.deepEqual(
    needed.filter((each) => !files.includes(each)),
    [],
  );
  assert.deepEqual(
    files.filter((each) => !shippable.test(each)),
    [],
  );
  assert.deepEqual(
    files.filter((each) => each.endsWith('.map')),
    [],
  );
}

async function findsInFreshHost() {
  const workspace = copyOfSample();
  const given = process.argv[2];
  const vsix = given ? path.resolve(given) : await packageExtension(path.join(temporaryFolder(), 'extension.vsix'));
  const server = await startServer({ vsix });
  const { page, close } = await openBrowser();
  try {
    const file = path.join(workspace, drafts);
    await workbench.openWindow(page, server.address({ folder: workspace, file }));
    await (await workbench.problems(page, 'missing-field')).first().waitFor();
    await workbench.goTo(
      page,
      fs.readFileSync(file, 'utf8').split('\n').indexOf('#### Sample traces for workshops') + 1,
    );
    await page.locator('.editor-instance .squiggly-error').first().waitFor();
    await workbench.takePicture(page, 'vsix');
    assert.deepEqual(await workbench.errorPopUps(page), []);
  } catch (error) {
    await workbench.takePicture(page, 'vsix-failed').catch(() => {});
    throw error;
  } finally {
    await close();
    await server.stop();
  }
}
