/**
 * Drives the extension in a browser without any server as a person would, with the same parts as `test/ui`, and leaves
 * pictures in `shots/`. The last line is `N passed, N failed`.
 */
import { startGitHub } from '../host/github.mjs';
import { openBrowser } from '../host/host.mjs';
import { atWork } from '../ui/at-work.mjs';
import { Steps } from '../ui/steps.mjs';
import { submission } from '../ui/submission.mjs';
import { wizard } from '../ui/wizard.mjs';
import { buildWebTests } from './build.mjs';
import { startWebHost } from './host.mjs';

const parts = { 'at-work': atWork, submission, wizard };
const wanted = process.argv.slice(2);

const settings = {
  'editor.minimap.enabled': false,
  // The looks of the pictures: see `takePictures`.
  'window.autoDetectColorScheme': true,
};

await buildWebTests();
const github = await startGitHub();
const host = await startWebHost({ github: github.address, settings });
const count = { passed: 0, failed: 0 };
try {
  for (const [name, part] of Object.entries(parts)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const { page, close } = await openBrowser();
    const steps = new Steps(page, `web-${name}`);
    await part(steps, host, { github, forReadme: false }).finally(close);
    count.passed += steps.passed;
    count.failed += steps.failed;
  }
} finally {
  await host.stop();
  await github.stop();
}
console.log(`${count.passed} passed, ${count.failed} failed`);
process.exitCode = count.failed ? 1 : 0;
