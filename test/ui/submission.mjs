/** What a draft becomes, beside the editor: in dark and light, in high contrast, and in a narrow window. */
import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { copyOfSample, root } from '../host/host.mjs';
import * as workbench from '../host/workbench.mjs';

const file = 'programs/lfx-mentorship/2026/03-Sep-Nov/drafts.md';
const draft = `### Jaeger

#### Explain slow queries

- Description: The query service answers slowly when a trace has many spans.

  This adds a report to every answer that says which part took how long.
- Expected Outcome:
  - A report in the API
  - A page that shows it
- Recommended Skills: Go, TypeScript
- Technologies: Go, TypeScript, Kubernetes
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org, LFID: adaex)
  - Bo Sample (@bo-sample, bo@example.org)
- Upstream Issue: https://github.com/jaegertracing/jaeger/issues/1
- Application Prerequisites: Resume, A song
`;

export async function submission(steps, server) {
  const { page } = steps;
  const folder = copyOfSample();
  fs.mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
  fs.writeFileSync(path.join(folder, file), draft);
  const tests = path.join(root, 'dist/test/idle.js');
  const address = server.address({ folder, file: path.join(folder, file), extension: root, tests });
  await steps.step('open', () => workbench.openWindow(page, address));
  const panel = page.frameLocator('iframe.webview').frameLocator('iframe');
  await steps.surface('preview', async () => {
    await page.locator('.editor-actions [aria-label^="Preview Submission"]').click();
    await panel.getByRole('status').getByText('Not ready: 1 error.').waitFor();
    await panel.getByText('The form has no box for "A song"').first().waitFor();
  });
  await steps.step('key-to-page', async () => {
    await panel.getByRole('button', { name: 'Add the LFID of Bo Sample' }).first().click();
    // The caret has gone there, and the keys with it.
    await page.locator('.part.statusbar', { hasText: 'Ln 15' }).waitFor();
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.type(', LFID: bosa');
    const times = [];
    for (const letter of 'mplename') times.push(await keyToPage(page, panel.locator('#page'), letter));
    times.sort((a, b) => a - b);
    console.log(`key to page: median ${times[4].toFixed(0)} ms, slowest ${times.at(-1).toFixed(0)} ms`);
    await panel.getByText('Ready to send, with 1 warning.').waitFor();
    assert.match(await panel.locator('#page').innerText(), /bosamplename/);
  });
  await steps.surface('ready', () => panel.getByText('Ready to send').waitFor());
  await steps.step('narrow', async () => {
    await page.setViewportSize({ width: 720, height: 800 });
    await panel.getByText('Program Name').first().waitFor();
  });
}

/** Milliseconds from a key until the page has changed, by the clock of the page: the test's own ways do not count. */
async function keyToPage(page, content, letter) {
  const changed = content.evaluate(
    (element) =>
      new Promise((resolve) => {
        const options = { subtree: true, childList: true, characterData: true };
        new MutationObserver((_, observer) => {
          observer.disconnect();
          resolve(Date.now());
        }).observe(element, options);
      }),
  );
  // The observer has to be there before the key.
  await content.evaluate(() => true);
  const start = Date.now();
  await page.keyboard.press(letter);
  return (await changed) - start;
}
