/** From a draft to its issue and what the view says about that, by keys, on the GitHub of the tests. */
import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { copyOfSample, root } from '../host/host.mjs';
import * as workbench from '../host/workbench.mjs';
import { treeItem, unfold } from './tree.mjs';

const draft = `### Jaeger

#### Explain slow queries

- Description: When a search takes long, nobody can say why.
- Expected Outcome: A panel that names the slowest step.
- Recommended Skills: Go, TypeScript
- Technologies: Go, TypeScript
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org, LFID: adaex)
  - Bo Sample (@bo-sample, bo@example.org, LFID: bosam)
- Upstream Issue: https://github.com/jaegertracing/jaeger/issues/7101
`;

export async function inReview(steps, server, { github }) {
  const { page } = steps;
  const { keyboard } = page;
  const folder = copyOfSample();
  const file = path.join(folder, 'programs/lfx-mentorship/2026/03-Sep-Nov/drafts.md');
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, draft);
  const tests = path.join(root, 'dist/test/idle-account.js');
  await steps.step('open', () => workbench.openWindow(page, server.address({ folder, file, extension: root, tests })));
  await steps.step('ask', async () => {
    await workbench.goTo(page, 5);
    await workbench.runCommand(page, 'Submit Proposal');
    await workbench.quickRow(page, 'File Issue on GitHub…').waitFor();
    await keyboard.type('file issue');
    await keyboard.press('Enter');
    // A window that is driven shows no toasts.
    await workbench.runCommand(page, 'Show Notifications');
    await notification(page, 'File an issue in cncf/mentoring?').waitFor();
  });
  await steps.step('filed', async () => {
    await notification(page, 'File an issue').getByRole('button', { name: 'File Issue' }).click();
    await notification(page, 'Filed as cncf/mentoring#1').waitFor();
  });
  await steps.surface('in-review', async () => {
    const labels = ['lfx mentorship', 'Proposal', 'Validation Passed', 'Awaiting Mentor Confirmation'];
    await fetch(`${github.address}/repos/cncf/mentoring/issues/1/labels`, {
      method: 'POST',
      body: JSON.stringify({ labels }),
    });
    await workbench.runCommand(page, 'Refresh Upstream Issues');
    await workbench.runCommand(page, 'Focus on Proposals View');
    await unfold(page, /^2026 Term 3/);
    await unfold(page, /^In review in 2026 Term 3/);
    await unfold(page, /^Jaeger, a project with 1 issue in review/);
    await treeItem(page, /^Explain slow queries, issue 1 of Jaeger, waits for @bo-sample/).waitFor();
  });
  await steps.step('read', async () => {
    await treeItem(page, /^Explain slow queries, issue 1/).click();
    await page.locator('.tab.active', { hasText: 'issue-1.md' }).waitFor();
    await workbench.lineWith(page, '#### Explain slow queries').waitFor();
    assert.deepEqual(await workbench.errorPopUps(page), []);
  });
}

function notification(page, text) {
  return page.locator('.notifications-center .notification-list-item', { hasText: text }).first();
}
