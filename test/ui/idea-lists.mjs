/** A list of another organization, whose template nobody has written down: it is read by its own habit, and set up. */
import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { copyOfSample, root } from '../host/host.mjs';
import * as workbench from '../host/workbench.mjs';
import { treeItem, unfold } from './tree.mjs';

const file = 'gsoc/ideas-2026.md';
const titles = ['Faster queries', 'Smaller images', 'Better docs', 'Fewer warnings', 'More examples', 'A new parser'];

/** One idea has no mentors. */
const list = `# Project ideas for Summer of Code 2026

Write to our mentors before you apply.

${titles
  .map((title, i) => {
    const mentors = i === 3 ? '' : '\n**Mentors**\n\n- [Ada Example](https://github.com/ada-example)\n- Bo Sample\n';
    return `## ${title}\n\n**Description**\n\nWhat there is to do.\n\n**Project size**\n\n175 hours\n${mentors}\n**Difficulty**\n\nMedium\n`;
  })
  .join('\n')}`;

export async function ideaLists(steps, server) {
  const { page } = steps;
  const folder = copyOfSample();
  fs.mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
  fs.writeFileSync(path.join(folder, file), list);
  const tests = path.join(root, 'dist/test/idle.js');
  const address = server.address({ folder, file: path.join(folder, file), extension: root, tests });
  await steps.step('open', () => workbench.openWindow(page, address));
  await steps.step('finding', async () => {
    await workbench.runCommand(page, 'Problems: Focus on Problems View');
    await page.locator('.markers-panel', { hasText: '5 of 6 proposals here have "Mentors".' }).first().waitFor();
  });
  await steps.step('view', async () => {
    await page.locator('.activitybar .action-label[aria-label^="Proposals"]').click();
    await unfold(page, /^ideas-2026/);
    await treeItem(page, /^Faster queries/).waitFor();
  });
  await steps.step('status', async () => {
    await page.locator('#status\\.languageStatus a').hover();
    await page.locator('.hover-language-status', { hasText: 'Template: learned from 6 proposals' }).waitFor();
  });
  await steps.step('set-up', () => setUp(page, folder));
}

/** Three answers, and the configuration is there. */
async function setUp(page, folder) {
  await workbench.runCommand(page, 'Set Up This Repository');
  await workbench
    .quickText(page, 'Which files hold proposals?')
    .waitFor()
    .catch(() => {});
  await page.keyboard.type('gsoc/**');
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget:visible', { hasText: 'No template' }).waitFor();
  await page.keyboard.type('No template');
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget:visible', { hasText: 'What is the program called?' }).waitFor();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('Example Summer');
  await page.keyboard.press('Enter');
  await page.locator('.tab', { hasText: '.mentorship-proposals.json' }).waitFor();
  await workbench.lineWith(page, 'Example Summer').waitFor();
  const text = fs.readFileSync(path.join(folder, '.mentorship-proposals.json'), 'utf8');
  assert.deepEqual(JSON.parse(text).programs, [{ name: 'Example Summer', files: ['gsoc/**'] }]);
}
