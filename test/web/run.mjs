/**
 * Runs the suites inside the extension host of a browser, each in a window of its own and all in one browser, on the
 * sample workspace in memory. Ends with code 1 if a test failed or a window did not come up.
 * `node test/web/run.mjs [SUITE] [NAME]` runs one suite, and of its tests those whose names contain `NAME`.
 */
import { format } from 'node:util';
import { startGitHub, token } from '../host/github.mjs';
import { openBrowser } from '../host/host.mjs';
import { buildWebTests } from './build.mjs';
import { startWebHost } from './host.mjs';

/** The longest time that a suite may take, in milliseconds. */
const LONGEST = 420_000;

/** The windows, in order: the second one is the first one after a reload. */
const windows = [{ tests: 'suite' }, { tests: 'reload' }, { tests: 'read-only', name: 'read-only' }];

const [wanted, grep = ''] = process.argv.slice(2);
const github = await startGitHub();
await buildWebTests({
  MENTORSHIP_PROPOSALS_GITHUB_API: github.address,
  MENTORSHIP_PROPOSALS_GITHUB_TOKEN: token,
  MENTORSHIP_PROPOSALS_GREP: grep,
});
const host = await startWebHost({ github: github.address });
const { page, close } = await openBrowser();
/** What is done with a line of the window, and with the code that it ends its suite with. */
let heard = { log() {}, end() {}, fail() {} };
const sum = { passed: 0, failed: 0 };
try {
  await page.exposeFunction('codeAutomationLog', (_, values) => heard.log(format(...values)));
  await page.exposeFunction('codeAutomationExit', (code) => heard.end(code));
  page.on('crash', () => heard.fail('The page crashed.'));
  for (const window of windows) {
    if (wanted && window.tests !== wanted) continue;
    const { passed, failed } = await outcome(host.address(window));
    sum.passed += passed;
    sum.failed += failed;
    if (failed > 0) await page.screenshot({ path: `shots/web-failed-${window.tests}.png` }).catch(() => {});
  }
} finally {
  await close();
  await host.stop();
  await github.stop();
}
console.log(`${sum.passed} passed, ${sum.failed} failed`);
process.exitCode = sum.failed > 0 || sum.passed === 0 ? 1 : 0;

/** How many tests have passed and failed. A window that does not say that its suite has ended is a failure. */
function outcome(address) {
  return new Promise((resolve) => {
    const counted = { passed: 0, failed: 0 };
    let hasEnded = false;
    const fail = (why) => {
      console.error(why);
      resolve({ ...counted, failed: counted.failed + 1 });
    };
    const late = setTimeout(() => fail('The suite did not end in time.'), LONGEST);
    heard = {
      fail,
      log(line) {
        const [, passed, failed] = /^(\d+) passed, (\d+) failed/.exec(line) ?? [];
        if (passed) Object.assign(counted, { passed: Number(passed), failed: Number(failed) });
        if (line === '# suite ended') hasEnded = true;
        else if (/^ *[✔✘] /.test(line) || process.env.VERBOSE) console.log(line);
      },
      end(code) {
        clearTimeout(late);
        if (hasEnded && (code === 0 || counted.failed > 0)) resolve(counted);
        else fail(`The window ended with code ${code}.`);
      },
    };
    page.goto(address, { waitUntil: 'commit' }).catch(fail);
  });
}
