/** The ways to send a draft, by keys, and the address that really reaches the browser. */
import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { copyOfSample, root } from '../host/host.mjs';
import * as workbench from '../host/workbench.mjs';

const draft = `### Jaeger

#### C# & C++ in 100%

- Description: They are slow: a=b&c #1 + 2.
- Expected Outcome: They are fast.
- Recommended Skills: Go
- Technologies: Go, C++
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org, LFID: adaex)
  - Bo Sample (@bo-sample, bo@example.org, LFID: bosam)
- Upstream Issue: https://github.com/jaegertracing/jaeger/issues/1
`;

export async function sending(steps, server) {
  const { page } = steps;
  const folder = copyOfSample();
  const file = path.join(folder, 'programs/lfx-mentorship/2026/03-Sep-Nov/drafts.md');
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, draft);
  // Without a suite the extension opens addresses in earnest. The browser reaches loopback only.
  await steps.step('open', () => workbench.openWindow(page, server.address({ folder, file, extension: root })));
  await steps.step('ways', () => ways(page));
  await steps.step('form', () => form(page));
}

async function ways(page) {
  await workbench.goTo(page, 5);
  await workbench.runCommand(page, 'Submit Proposal');
  await workbench.quickText(page, 'Submit Proposal: C# & C++ in 100%').waitFor();
  for (const way of ['Open Prefilled Form', 'Copy Issue Body', 'File Issue on GitHub…'])
    await workbench.quickRow(page, way).waitFor();
}

async function form(page) {
  const asked = page.context().waitForEvent('request', (request) => new URL(request.url()).host === 'github.com');
  await page.keyboard.press('Enter');
  // VS Code asks about a website that nobody has come to trust, but not soon after a window has opened.
  const agreed = async () => {
    await page.locator('.monaco-dialog-box', { hasText: 'open the external website' }).waitFor();
    await page.keyboard.press('Enter');
    return asked;
  };
  const url = (await Promise.race([asked, agreed()])).url();
  const { searchParams } = new URL(url);
  assert.match(url, /^https:\/\/github\.com\/cncf\/mentoring\/issues\/new\?template=lfx-program-proposal\.yml&/);
  assert.equal(searchParams.get('title'), '[CNCF LFX Proposal] Jaeger C# & C++ in 100%');
  assert.equal(searchParams.get('technologies'), 'Go, C++');
  assert.match(searchParams.get('program_description'), /^## Description\n\nThey are slow: a=b&c #1 \+ 2\.\n\n/);
}
