/** From an empty window to an issue and to what the view says about it, by keys, on the GitHub of the tests. */
import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { root, temporaryFolder } from '../host/host.mjs';
import * as workbench from '../host/workbench.mjs';
import { treeItem, unfold } from './tree.mjs';

/** What is typed into the fields of a draft that nothing has been asked about, from the caret on. */
const fields = [
  'When a search takes long, nobody can say why.',
  'A panel that names the slowest step.',
  'Go, TypeScript',
  'Go, TypeScript',
];
const mentors =
  'Ada Example (@ada-example, ada@example.org, LFID: adaex); Bo Sample (@bo-sample, bo@example.org, LFID: bosam)';

export async function inReview(steps, server, { github, forReadme }) {
  const { page } = steps;
  const { keyboard } = page;
  // A checkout that has no proposals yet, and says which term is open.
  const folder = path.join(temporaryFolder(), 'mentoring');
  const terms = path.join(folder, 'programs/lfx-mentorship/automation/terms.yml');
  fs.mkdirSync(path.dirname(terms), { recursive: true });
  fs.writeFileSync(terms, 'terms: ["2026 Term 3 (Sep-Nov)"]\n');
  const tests = path.join(root, 'dist/test/idle-account.js');
  await steps.step('open', () => workbench.openEmptyWindow(page, server.address({ folder, extension: root, tests })));
  await steps.step('questions', async () => {
    await workbench.runCommand(page, 'New Proposal');
    await workbench.quickRow(page, '2026 Term 3 (Sep-Nov)').waitFor();
    await workbench.answer(page, 'New Proposal (2/5)');
    await workbench.quickRow(page, 'graduated').waitFor();
    await keyboard.type('jaeger');
    await workbench.quickRow(page, 'Argo').waitFor({ state: 'hidden' });
    await workbench.answer(page, 'New Proposal (3/5)');
    await keyboard.type('Slow queries');
    await workbench.quickText(page, 'CNCF - Jaeger: Slow queries').waitFor();
    await workbench.answer(page, 'New Proposal (4/5)');
    await keyboard.type(mentors);
    await workbench.quickRow(page, 'Add as it is written').waitFor();
    await keyboard.press('Enter');
    await workbench.quickRow(page, 'Continue with Ada Example').waitFor();
    await workbench.answer(page, 'New Proposal (5/5)');
    await keyboard.type('https://github.com/jaegertracing/jaeger/issues/7101');
  });
  await steps.step('draft', async () => {
    await keyboard.press('Enter');
    await workbench.caretAt(page, 7).waitFor();
    for (const [i, text] of fields.entries()) {
      if (i > 0) await keyboard.press('ArrowDown');
      await keyboard.press('End');
      await keyboard.type(text);
    }
    await workbench.lineWith(page, '- Technologies: Go, TypeScript').waitFor();
  });
  await steps.step('ask', async () => {
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
    await treeItem(page, /^Slow queries, issue 1 of Jaeger, waits for @bo-sample/).waitFor();
  });
  await steps.step('read', async () => {
    await treeItem(page, /^Slow queries, issue 1/).click();
    await page.locator('.tab.active', { hasText: 'issue-1.md' }).waitFor();
    await workbench.lineWith(page, '#### Slow queries').waitFor();
    assert.deepEqual(await workbench.errorPopUps(page), []);
    if (!forReadme) return;
    await workbench.runCommand(page, 'Clear All Notifications');
    await workbench.takePicture(page, 'in-review', path.join(root, 'docs/images'), {
      x: 0,
      y: 0,
      width: 1280,
      height: 340,
    });
  });
}

function notification(page, text) {
  return page.locator('.notifications-center .notification-list-item', { hasText: text }).first();
}
