/**
 * Drives the extension in a real window as a person would, and leaves pictures in `shots/`. It exists because a suite in
 * the extension host sees what providers answer, but not what a person sees of it. The last line is `N passed, N failed`.
 * `npm run ui` takes all parts, `npm run ui -- newcomer` one of them. With `--update-picture`, it records
 * the pictures and the animation in the README, too.
 */
import { startGitHub, token } from '../host/github.mjs';
import { openBrowser, startServer } from '../host/host.mjs';
import { atWork } from './at-work.mjs';
import { chinese } from './chinese.mjs';
import { fromIssue } from './from-issue.mjs';
import { ideaLists } from './idea-lists.mjs';
import { inReview } from './in-review.mjs';
import { keyboard } from './keyboard.mjs';
import { newcomer } from './newcomer.mjs';
import { sending } from './sending.mjs';
import { Steps } from './steps.mjs';
import { strangers } from './strangers.mjs';
import { submission } from './submission.mjs';
import { surfaces } from './surfaces.mjs';
import { wizard } from './wizard.mjs';

const parts = {
  'at-work': atWork,
  strangers,
  'idea-lists': ideaLists,
  submission,
  sending,
  'in-review': inReview,
  'from-issue': fromIssue,
  wizard,
  surfaces,
  keyboard,
  chinese,
  newcomer,
};
const wanted = process.argv.slice(2).filter((each) => !each.startsWith('-'));
const forReadme = process.argv.includes('--update-picture');

const settings = {
  'editor.minimap.enabled': false,
  // The looks of the pictures: see `takePictures`.
  'window.autoDetectColorScheme': true,
  // Pictures tell of the extension, and not of how it is tested.
  'window.commandCenter': false,
  'window.customTitleBarVisibility': 'never',
  'workbench.layoutControl.enabled': false,
};

const github = await startGitHub();
// The server hands its environment on to the extension host, whose test mode alone makes use of this address.
process.env.MENTORSHIP_PROPOSALS_GITHUB_API = github.address;
process.env.MENTORSHIP_PROPOSALS_GITHUB_TOKEN = token;
const server = await startServer({ settings });
const count = { passed: 0, failed: 0 };
try {
  for (const [name, part] of Object.entries(parts)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const { page, close } = await openBrowser();
    const steps = new Steps(page, name);
    await part(steps, server, { github, forReadme }).finally(close);
    count.passed += steps.passed;
    count.failed += steps.failed;
  }
} finally {
  await server.stop();
  await github.stop();
}
console.log(`${count.passed} passed, ${count.failed} failed`);
process.exitCode = count.failed ? 1 : 0;
