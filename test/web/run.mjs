/**
 * Runs `web.test.ts` inside the extension host of a browser, on the sample workspace in memory. Ends with code 1 if a
 * test failed or the window did not come up.
 */

import { openBrowser } from '../host/host.mjs';
import { buildWebTests } from './build.mjs';
import { startWebHost } from './host.mjs';

/** The longest time that the whole suite may take, in milliseconds. */
const LONGEST = 240_000;

await buildWebTests();
const host = await startWebHost({ tests: '/dist/web-test/index.js' });
const { page, close } = await openBrowser();
try {
  const code = await outcome(page, host.address);
  if (code !== 0) await page.screenshot({ path: 'shots/web-failed.png' }).catch(() => {});
  process.exitCode = code === 0 ? 0 : 1;
} finally {
  await close();
  await host.stop();
}

/** The code with which the window ends the suite, once it has said that the suite has ended. */
function outcome(page, address) {
  return new Promise((resolve) => {
    let hasEnded = false;
    const fail = (why) => {
      console.error(why);
      resolve(1);
    };
    const late = setTimeout(() => fail('The suite did not end in time.'), LONGEST);
    const end = (code) => {
      clearTimeout(late);
      resolve(hasEnded ? Number(code) : 1);
    };
    const log = (_, [line]) => {
      if (line === '# suite ended') hasEnded = true;
      else if (/^ {4}[✔✘]|^\d+ passed/.test(String(line))) console.log(line);
    };
    page
      .exposeFunction('codeAutomationLog', log)
      .then(() => page.exposeFunction('codeAutomationExit', end))
      .then(() => page.goto(address, { waitUntil: 'commit' }))
      .catch(fail);
    page.on('crash', () => fail('The page crashed.'));
  });
}
