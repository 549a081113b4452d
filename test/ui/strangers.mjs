/** What strangers write reaches boxes, messages, lists and the view as text: nothing in it can be clicked. */
import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { copyOfSample, root } from '../host/host.mjs';
import * as workbench from '../host/workbench.mjs';
import { drafts } from './sample.mjs';
import { treeItem, unfold } from './tree.mjs';

const command = 'command:workbench.action.files.newUntitledFile';
/** As long as a title can be beside the project and the term: a letter more in the project is one too many. */
const title = `Traces [more](${command}) $(bug) \u202egnp`.slice(0, 71);
const hostile = `[more](${command}) [site](https://example.org) $(bug) \u202egnp`;
const termFolder = `02-[more](${command}) $(bug) \u202egnp`;

export async function strangers(steps, server) {
  const { page } = steps;
  const folder = copyOfSample();
  const text = writeAll(folder);
  const tests = path.join(root, 'dist/test/idle.js');
  const address = server.address({ folder, file: path.join(folder, drafts), extension: root, tests });
  await steps.step('open', () => workbench.openWindow(page, address));
  await steps.step('rename-box', () => renameBox(page, text));
  await steps.step('refusal', () => refusal(page, text));
  await steps.step('go-to', () => list(page, 'Go to Proposal', 'Traces'));
  await steps.step('mentor', () => list(page, 'Show Mentor', 'Linus'));
  await steps.step('view', () => view(page));
  await steps.step('nothing-has-run', async () =>
    assert.equal(await page.locator('.tab', { hasText: 'Untitled' }).count(), 0),
  );
}

/** A title, a project, a name and a file of a stranger's; returns the drafts. */
function writeAll(folder) {
  const drafted = path.join(folder, drafts);
  const text = fs
    .readFileSync(drafted, 'utf8')
    .replace('#### Sample traces for workshops', `#### ${title}`)
    .replace('### Prometheus', `### Prometheus ${hostile}`)
    .replace('Linus Specimen', 'Linus $(bug) \u202egnp');
  fs.writeFileSync(drafted, text);
  const other = text
    .slice(text.indexOf('### Harbor'), text.indexOf('### Jaeger'))
    .replace('Grace Sample (@grace-sample', 'Ada Example (@ada-example');
  const term = path.join(folder, 'programs/lfx-mentorship/2026', termFolder);
  fs.mkdirSync(term);
  fs.writeFileSync(path.join(term, 'README.md'), `# Term\n\n${other}`);
  return text;
}

/** A title of the project is quoted below the box. */
async function renameBox(page, text) {
  await workbench.goTo(page, lineOf(text, '#### Traces'));
  await page.locator('.editor-instance .squiggly-error').first().waitFor();
  await workbench.goTo(page, lineOf(text, '### Jaeger'), 6);
  await workbench.runCommand(page, 'Rename Proposal');
  await workbench.quickText(page, 'The table of contents').waitFor();
  await page.keyboard.press('End');
  await page.keyboard.type('s');
  const message = page.locator('.quick-input-widget:visible .quick-input-message', { hasText: 'Traces' });
  await isDead(message);
  await workbench.dismiss(page);
}

/** The other file has both of them. */
async function refusal(page, text) {
  const line = '  - Ada Example (@ada-example';
  await workbench.goTo(page, lineOf(text, line), line.length);
  await page.keyboard.press('F2');
  await page.locator('.rename-box input:focus').waitFor();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('tim-muster');
  await page.keyboard.press('Enter');
  // The toast goes by itself; in the center the message stays.
  await workbench.runCommand(page, 'Notifications: Show Notifications');
  const message = page.locator('.notifications-center .notification-list-item', { hasText: 'already has @tim-muster' });
  await isDead(message);
  assert.match(await message.first().textContent(), /02-\[more\] \(command:/);
  await page.keyboard.press('Escape');
}

async function list(page, title, row) {
  await workbench.runCommand(page, title);
  await page.locator('.quick-input-widget:visible').getByText(title).first().waitFor();
  await page.keyboard.type(row);
  await isDead(workbench.quickRow(page, 'bug'));
  await workbench.dismiss(page);
}

async function view(page) {
  await page.locator('.activitybar .action-label[aria-label^="Proposals"]').click();
  await unfold(page, /^Proposed in /);
  await unfold(page, /^Jaeger, a project with 2 proposals/);
  await isDead(treeItem(page, /^Traces /));
  await isDead(treeItem(page, /^Prometheus /));
}

/** It is there, with all that was written seen as text. */
async function isDead(element) {
  await element.first().waitFor();
  const shown = element.first();
  assert.equal(await shown.locator('a[href]:not(.action-label), .codicon-bug').count(), 0);
  const text = await shown.evaluate((each) => `${each.textContent}\n${each.getAttribute('aria-label') ?? ''}`);
  assert.match(text, /bug/);
  assert.doesNotMatch(text, /[\u202a-\u202e\u2066-\u2069]/);
}

function lineOf(text, start) {
  return text.split('\n').findIndex((line) => line.startsWith(start)) + 1;
}
