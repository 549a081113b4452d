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
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.type(', LFID: bosa');
    const times = [];
    for (const letter of 'mplename') {
      const count = await panel.locator('.field .value').allInnerTexts();
      const start = performance.now();
      await page.keyboard.press(letter);
      await panel.locator('.field .value').evaluateAll(async (_, before) => {
        const now = () => [...document.querySelectorAll('.field .value')].map(({ innerText }) => innerText).join();
        while (now() === before) await new Promise(requestAnimationFrame);
      }, count.join());
      times.push(performance.now() - start);
    }
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
