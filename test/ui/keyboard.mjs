/** The view and the lists by keys alone, and what is told without color: as somebody works who uses no pointer. */
import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { copyOfSample, root, temporaryFolder } from '../host/host.mjs';
import * as workbench from '../host/workbench.mjs';
import { lineOf } from './sample.mjs';
import { treeItem, unfold } from './tree.mjs';

const welcome = 'This workspace has no proposals yet';
/** More than a list shows. */
const MANY = 250;

export async function keyboard(steps, server) {
  const { page } = steps;
  await withoutProposals(steps, server);
  const folder = copyOfSample();
  writeMany(folder);
  const tests = path.join(root, 'dist/test/idle.js');
  await steps.step('open', () => workbench.openEmptyWindow(page, server.address({ folder, extension: root, tests })));
  await steps.step('first-opening', () => firstOpening(page));
  await steps.surface('filter', () => filter(page));
  await steps.step('exact-title', () => exactTitle(page));
  await steps.step('nothing-found', () => nothingFound(page));
  await steps.step('caret', () => caret(page));
  await steps.surface('severities', () => severities(page));
  await steps.surface('more-than-shown', () => moreThanShown(page));
  await steps.step('no-errors', async () => assert.deepEqual(await workbench.errorPopUps(page), []));
}

/** A folder of something else: what cannot work there is not offered. */
async function withoutProposals(steps, server) {
  const { page } = steps;
  const folder = temporaryFolder();
  fs.writeFileSync(path.join(folder, 'README.md'), '# Something else\n');
  const tests = path.join(root, 'dist/test/idle-error.js');
  await steps.step('open-other', () =>
    workbench.openEmptyWindow(page, server.address({ folder, extension: root, tests })),
  );
  await steps.step('an-error-is-seen', async () => {
    await workbench.errorPopUps(page);
    await page.locator('.notifications-center').getByText('An error for the test.').waitFor();
    assert.match((await workbench.errorPopUps(page)).join(), /An error for the test\./);
    await workbench.runCommand(page, 'Clear All Notifications');
  });
  await steps.surface('no-proposals', async () => {
    await workbench.runCommand(page, 'Mentorship Proposals: Show Proposals');
    await page.locator('.composite.viewlet').getByText(welcome).first().waitFor();
  });
  await steps.step('no-commands', async () => {
    assert.equal(await viewlet(page).getByRole('button', { name: 'Go to Proposal' }).count(), 0);
    await workbench.findCommand(page, 'Mentorship Proposals: ');
    await workbench.quickRow(page, 'New Proposal…').waitFor();
    const rows = await page.locator('.quick-input-widget:visible .monaco-list-row').allInnerTexts();
    const titles = rows.flatMap((text) => /Mentorship Proposals: (.*)/.exec(text)?.[1] ?? []);
    assert.deepEqual(titles.sort(), [
      'Import Proposal from Issue…',
      'New Proposal…',
      'Set Up This Repository…',
      'Show Proposals',
    ]);
    await workbench.dismiss(page);
  });
}

/** The tree waits for the first answer, and has the focus from then on. */
async function firstOpening(page) {
  await page.evaluate((words) => {
    window.seen = [];
    new MutationObserver(() => {
      const shown = [...document.querySelectorAll('.welcome-view-content')].filter((each) => each.offsetParent);
      if (shown.some((each) => each.textContent.includes(words))) window.seen.push(words);
    }).observe(document.body, { subtree: true, childList: true, attributes: true });
  }, welcome);
  await workbench.runCommand(page, 'Mentorship Proposals: Show Proposals');
  await treeItem(page, /^2026 Term 1 \(Mar-May\), a term/).waitFor();
  assert.deepEqual(await page.evaluate(() => window.seen), []);
  await page.keyboard.press('ArrowDown');
  await viewlet(page).locator('.monaco-list:focus .monaco-list-row.focused').first().waitFor();
}

async function filter(page) {
  await workbench.runCommand(page, 'Filter Proposals');
  await workbench.quickText(page, 'Filter Proposals').waitFor();
  await workbench.quickInput(page).and(page.locator(':focus')).waitFor();
  await page.keyboard.type('traces');
  await treeItem(page, /^Sample traces for workshops/).waitFor();
  await page.keyboard.press('Enter');
  await viewlet(page).getByText('Shown: “traces”').waitFor();
}

/** The whole title wins over every other command, in a view that is filtered. */
async function exactTitle(page) {
  for (const title of ['Show Proposals', 'Show Only What Has Problems', 'Show Proposals', 'Clear Filters']) {
    await page.keyboard.press('F1');
    await workbench.quickInput(page).and(page.locator(':focus')).waitFor();
    await page.keyboard.type(title);
    await workbench.quickRow(page, title).waitFor();
    const focused = page.locator('.quick-input-widget:visible .monaco-list-row.focused');
    assert.match(await focused.innerText(), new RegExp(`Mentorship Proposals: ${title}`));
    await page.keyboard.press('Enter');
    await workbench.quickInput(page).waitFor({ state: 'hidden' });
    await viewlet(page).and(page.locator(':focus-within')).waitFor();
  }
  await treeItem(page, /^2026 Summer of Code/).waitFor();
}

/** A list that has nothing says so, and Enter takes nothing. */
async function nothingFound(page) {
  for (const [title, first] of [
    ['Go to Proposal', 'A keyboard-first trace view'],
    ['Show Mentor', 'Ada Example'],
  ]) {
    await workbench.runCommand(page, title);
    await workbench.quickRow(page, first).waitFor();
    await page.keyboard.type('zzzz');
    await workbench.quickRow(page, 'Nothing matches “zzzz”').waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Backspace');
    await workbench.quickRow(page, 'Nothing matches “zzz”').waitFor();
    await workbench.dismiss(page);
  }
}

/** Enter puts the caret into the title, where a key must not replace it. */
async function caret(page) {
  await workbench.runCommand(page, 'Go to Proposal');
  await workbench.quickRow(page, 'A keyboard-first trace view').waitFor();
  await page.keyboard.type('sample traces');
  await workbench.quickRow(page, 'A keyboard-first').waitFor({ state: 'hidden' });
  await page.keyboard.press('Enter');
  await isCaret(page);
  await workbench.goTo(page, 1);
  await workbench.runCommand(page, 'Mentorship Proposals: Show Proposals');
  // The view has followed the editor into what is accepted, where a project has the same name.
  await page.locator('.part.sidebar').getByRole('button', { name: 'Collapse All' }).click();
  await treeItem(page, /^Accepted in /).waitFor({ state: 'hidden' });
  await unfold(page, /^2026 Term 1 /);
  await unfold(page, /^Proposed in /);
  await unfold(page, /^Jaeger, a project with 2 proposals/);
  await treeItem(page, /^Sample traces for workshops, a proposal/).click();
  await isCaret(page);
}

async function isCaret(page) {
  await page.locator('.tab.active', { hasText: 'project_ideas.md' }).waitFor();
  const position = page.locator('.statusbar-item[id="status.editor.selection"]');
  const line = lineOf('#### Sample traces');
  await position.filter({ hasText: new RegExp(`^Ln ${line}, Col \\d+$`) }).waitFor();
}

/** A letter tells errors from warnings. */
async function severities(page) {
  const label = treeItem(page, /^Sample traces for workshops, a proposal/)
    .locator('.monaco-icon-label')
    .first();
  const hasBadge = (element) => getComputedStyle(element, '::after').content === '"E2"';
  await page.waitForFunction(hasBadge, await label.elementHandle());
}

async function moreThanShown(page) {
  await workbench.runCommand(page, 'Go to Proposal');
  await workbench.quickText(page, /: 200 of 26\d\. Type more to narrow the list\./).waitFor();
  await page.keyboard.type('tour');
  await workbench.quickText(page, '200 of').waitFor({ state: 'hidden' });
  await workbench.dismiss(page);
}

function viewlet(page) {
  return page.locator('.part.sidebar');
}

function writeMany(folder) {
  const proposals = Array.from({ length: MANY }, (_, i) => `#### Idea number ${i}\n\n- Description: d\n`);
  const place = path.join(folder, 'programs/lfx-mentorship/2024/01-Mar-May');
  fs.mkdirSync(place, { recursive: true });
  fs.writeFileSync(path.join(place, 'README.md'), `# Term 1\n\n### Harbor\n\n${proposals.join('\n')}`);
}
