/** From the address of an issue on the clipboard to a draft without findings, and what else an issue gives, by keys. */
import assert from 'node:assert/strict';
import * as path from 'node:path';
import { copyOfSample, root } from '../host/host.mjs';
import * as workbench from '../host/workbench.mjs';
import { drafts, lineOf } from './sample.mjs';

const address = 'https://github.com/jaegertracing/jaeger/issues/7302';
const picture = { x: 0, y: 0, width: 1280, height: 440 };
/** A proposal that says nothing but its issue. */
const begun = `#### Search page

- Description:
- Expected Outcome:
- Recommended Skills: Rust
- Mentor(s):
- Upstream Issue: ${address}

`;

export async function fromIssue(steps, server, { forReadme }) {
  const { page } = steps;
  const { keyboard } = page;
  const folder = copyOfSample();
  const tests = path.join(root, 'dist/test/idle-issue.js');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  /** For the editor, which takes the clipboard of the browser. */
  const copy = (text) => page.evaluate((own) => navigator.clipboard.writeText(own), text);
  await steps.step('open', async () => {
    const file = path.join(folder, drafts);
    await workbench.openWindow(page, server.address({ folder, file, extension: root, tests }));
    await page.locator('.statusbar-item', { hasText: 'The address is copied.' }).waitFor({ timeout: 60_000 });
  });
  await steps.step('choose', async () => {
    await workbench.runCommand(page, 'Import Proposal from Issue');
    await workbench.quickRow(page, 'from the clipboard').waitFor();
    // What GitHub has is added below.
    await workbench.quickRow(page, 'jaegertracing/jaeger#7101').waitFor();
  });
  await steps.step('draft', async () => {
    await keyboard.press('Enter');
    await workbench.lineWith(page, '#### Open the search page at once').waitFor();
    await workbench.lineWith(page, '- Upstream Issue: https://github.com/jaegertracing/jaeger/issues/7302').waitFor();
  });
  await steps.step('no-findings', async () => {
    // A mistake is found as soon as the caret has left the proposal, so the draft is checked; without it nothing is.
    await workbench.goTo(page, 11, 1);
    await keyboard.press('Control+Shift+K');
    await workbench.goTo(page, 1, 1);
    const found = await workbench.problems(page, '### Jaeger');
    await found.first().waitFor();
    await workbench.focusEditor(page);
    await keyboard.press('Control+Z');
    await found.first().waitFor({ state: 'hidden' });
    await workbench.goTo(page, 1, 1);
    await workbench.lineWith(page, '- Recommended Skills: Go, TypeScript').waitFor();
    assert.equal(await found.count(), 0);
    await keyboard.press('Control+J');
  });
  await steps.surface('left-out', async () => {
    await workbench.runCommand(page, 'Show What the Draft Leaves Out');
    await workbench.quickRow(page, 'Budget').waitFor();
  });
  await steps.step('taken-over', async () => {
    await keyboard.press('Enter');
    await workbench.lineWith(page, '- Budget: None is needed.').waitFor();
  });
  await steps.surface('compare', async () => {
    await workbench.goTo(page, 3, 6);
    await keyboard.press('Shift+End');
    await keyboard.type('A faster search page');
    await workbench.goTo(page, 11);
    await keyboard.press('End');
    await keyboard.type(', Rust');
    await workbench.runCommand(page, 'Compare with Issue');
    await page.locator('.tab.active', { hasText: 'jaegertracing/jaeger#7302, updated 2026-01-12 ↔ draft' }).waitFor();
    await page
      .locator('.editor.original .view-line', { hasText: /Open\sthe\ssearch\spage/ })
      .first()
      .waitFor();
    await page.locator('.editor.modified .char-insert').first().waitFor();
  });
  if (forReadme) await workbench.takePicture(page, 'from-issue', path.join(root, 'docs/images'), picture);
  await steps.step('taken-from-the-issue', async () => {
    await page.locator('.gutterItem .codicon-arrow-right').first().click();
    await page
      .locator('.editor.modified .view-line', { hasText: /Open\sthe\ssearch\spage/ })
      .first()
      .waitFor();
  });
  await steps.step('fill', async () => {
    await workbench.runCommand(page, 'View: Open First Editor in Group');
    await workbench.lineWith(page, '### Harbor').waitFor();
    await copy(begun);
    await workbench.goTo(page, lineOf('### Prometheus'));
    await keyboard.press('Control+V');
    await workbench.lineWith(page, '#### Search page').waitFor();
    await workbench.goTo(page, lineOf('### Prometheus') + 6, 30);
    // Findings that arrive close the menu: by the bulb they are there.
    await page.locator('.lightBulbWidget:visible').first().waitFor();
    await keyboard.press('Control+.');
    await page
      .locator('.action-widget .monaco-list-row', { hasText: 'Fill in from jaegertracing/jaeger#7302' })
      .waitFor();
    await keyboard.press('Enter');
    await workbench.lineWith(page, '- Description: The search page reads the names').waitFor();
    // One undo takes back all that was filled in, the next one what was pasted.
    await workbench.focusEditor(page);
    await keyboard.press('Control+Z');
    await workbench.lineWith(page, '- Description: The search page reads the names').waitFor({ state: 'hidden' });
    await keyboard.press('Control+Z');
    await workbench.lineWith(page, '#### Search page').waitFor({ state: 'hidden' });
  });
  await steps.step('hover', async () => {
    await workbench.goTo(page, lineOf('#### Explain slow queries'));
    const issue = workbench.lineWith(page, 'jaegertracing/jaeger/issues/7101').locator('span > span').last();
    const box = await workbench.hover(page, issue, 'Import Proposal from This Issue');
    await box.getByText('Import Proposal from This Issue').click();
    await workbench.lineWith(page, '- Description: Written for the tests.').waitFor();
    assert.deepEqual(await workbench.errorPopUps(page), []);
  });
  await steps.step('new-proposal', async () => {
    await workbench.runCommand(page, 'View: Open First Editor in Group');
    await workbench.runCommand(page, 'New Proposal');
    await workbench.quickRow(page, 'project_ideas.md').waitFor();
    await workbench.answer(page, 'New Proposal (2/5)');
    await workbench.quickRow(page, 'in this file').waitFor();
    await keyboard.type('jaeger');
    await workbench.answer(page, 'New Proposal (3/5)');
    await keyboard.type('Search at once');
    await workbench.answer(page, 'New Proposal (4/5)');
    await workbench.answer(page, 'New Proposal (5/5)');
    await keyboard.type(address);
    await workbench.quickText(page, 'The button above continues, too').waitFor();
    await page.locator('.quick-input-widget:visible').getByRole('button', { name: 'Fill In from This Issue' }).click();
    await workbench.lineWith(page, '#### Search at once').waitFor();
    await workbench.runCommand(page, 'Show Notifications');
    await page
      .locator('.notifications-center .notification-list-item', {
        hasText: 'Expected Outcome, Recommended Skills, Mentor(s).',
      })
      .first()
      .waitFor();
  });
}
