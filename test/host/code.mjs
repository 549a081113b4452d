#!/usr/bin/env node
/**
 * Stands in for the VS Code executable: it takes the arguments that `@vscode/test-electron` gives to a desktop VS
 * Code and ends with the same exit code, but shows the workbench of `host.mjs` in a headless browser. So one suite
 * and one way to run it serve both kinds of VS Code.
 */
import { format } from 'node:util';
import { openBrowser, startServer } from './host.mjs';

const START_UP_MS = 90_000;
const SUITE_MS = 480_000;
/** An extension host that dies, or a test that calls `process.exit`, ends with code 0: only this line proves the end. */
const ENDED = '# suite ended';
const STARTED = '# suite started';
/** What the workbench itself logs meanwhile; nothing of it is about us. */
const NOISE = /^(\[[\w-]+\] |Ignoring fetching|Updating additional builtin|Timed out waiting for authentication)/;
const FAILED_TO_START = 70;
const TIMED_OUT = 71;
const ENDED_EARLY = 72;

const value = (name) => process.argv.find((each) => each.startsWith(`--${name}=`))?.slice(name.length + 3);
const window = {
  folder: process.argv.slice(2).find((each) => !each.startsWith('-')) ?? '.',
  extension: value('extensionDevelopmentPath'),
  tests: value('extensionTestsPath'),
};

let result = await run();
// A loaded machine may lose the browser or the server before the suite has begun; nothing of ours has run then.
if (!result.started && result.code !== 0) {
  console.error(`${result.why}\nOne more attempt.`);
  result = await run();
}
if (result.why) console.error(result.why);
process.exit(result.code);

async function run() {
  const seen = { started: false, ended: false };
  let server;
  let browser;
  try {
    server = await startServer();
    browser = await openBrowser();
    const outcome = await exitOf(server, browser.page, seen);
    if (outcome.code === 0 && !seen.ended) return { ...seen, code: ENDED_EARLY, why: 'The suite ended early.' };
    return { ...seen, ...outcome };
  } catch (error) {
    return { ...seen, code: FAILED_TO_START, why: `${error?.stack}\n${server?.output() ?? ''}` };
  } finally {
    await browser?.close();
    await server?.stop();
  }
}

/** Opens the window and resolves with the suite's exit code, or with ours and the reason where it never comes. */
function exitOf(server, page, seen) {
  return new Promise((resolve, reject) => {
    const end = (code, why) => resolve({ code, why });
    page.on('crash', () => end(FAILED_TO_START, 'The page crashed.'));
    server.exited.then((code) => end(FAILED_TO_START, `The server ended with code ${code}.\n${server.output()}`));
    setTimeout(() => seen.started || end(TIMED_OUT, `No suite started.\n${server.output()}`), START_UP_MS).unref();
    setTimeout(() => end(TIMED_OUT, 'The suite did not end in time.'), SUITE_MS).unref();
    open(server, page, seen, end).catch(reject);
  });
}

/** The workbench calls both functions by these names; they exist before it loads, so that no early line is lost. */
async function open(server, page, seen, end) {
  await page.exposeFunction('codeAutomationExit', (code) => end(code));
  await page.exposeFunction('codeAutomationLog', (_kind, values) => {
    const line = format(...values);
    if (line.startsWith(STARTED)) seen.started = true;
    else if (line.startsWith(ENDED)) seen.ended = true;
    else if (seen.started && !seen.ended && !NOISE.test(line)) console.log(line);
  });
  await page.goto(server.address(window), { waitUntil: 'commit' });
}
