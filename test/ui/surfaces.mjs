/** Every surface of the extension once, in light, dark and high contrast: pictures to be looked at. */
import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { copyOfSample, root } from '../host/host.mjs';
import * as workbench from '../host/workbench.mjs';
import { drafts, endOfIncomplete, insertProposal, lineOf } from './sample.mjs';
import { treeItem, unfold } from './tree.mjs';

/** What is off or seldom seen until somebody wants it. */
const settings = { 'mentorshipProposals.codeLens': true, 'mentorshipProposals.inlayHints': 'always' };

const jaeger = 'https://github.com/jaegertracing/jaeger/issues/7101';
const harbor = 'https://github.com/goharbor/harbor/issues/22301';

export async function surfaces(steps, server) {
  const { page } = steps;
  const show = async (name, act) => {
    await steps.surface(name, () => act(page));
    await workbench.dismiss(page);
  };
  await workbench.openWindow(page, addressOf(server));
  await show('findings', findings);
  await show('quick-fix', quickFix);
  await show('closed-issue', () => issue(page, harbor, 'Closed'));
  await show('open-issue', () => issue(page, jaeger, 'Open'));
  await show('mentor', () => hover(page, '  - Ada Example', 'Ada', 'Ada Example'));
  await show('project', () => hover(page, '### Jaeger', 'Jaeger', 'graduated'));
  await show('hints', hints);
  await show('status', status);
  await show('view', view);
  await show('view-menu', viewMenu);
  await show('commands', commands);
  await newProposal(page, (name, act) => steps.surface(name, act));
  await show('completion', completion);
  await show('snippet', insertProposal);
  await show('go-to', goTo);
  await show('term', term);
  await show('walkthrough', walkthrough);
  assert.deepEqual(await workbench.errorPopUps(page), []);
}

/** A window on a sample whose workspace wants to see all there is. */
function addressOf(server) {
  const folder = copyOfSample();
  const file = path.join(folder, '.vscode/settings.json');
  fs.writeFileSync(file, JSON.stringify({ ...JSON.parse(fs.readFileSync(file, 'utf8')), ...settings }));
  const tests = path.join(root, 'dist/test/idle.js');
  return server.address({ folder, file: path.join(folder, drafts), extension: root, tests });
}

async function findings(page) {
  await workbench.goTo(page, lineOf('#### Sample traces for workshops'));
  await page.locator('.editor-instance .squiggly-error').first().waitFor();
  await (await workbench.problems(page, 'empty-field')).first().waitFor();
}

async function quickFix(page) {
  await page.keyboard.press('Control+J');
  await page.locator('.markers-panel').waitFor({ state: 'hidden' });
  await workbench.goTo(page, lineOf('#### Sample traces for workshops'), 8);
  await page.locator('.editor-instance .codicon-light-bulb, .editor-instance [class*="lightbulb"]').first().waitFor();
  await page.keyboard.press('Control+.');
  await page.locator('.action-widget', { hasText: 'Insert "Upstream Issue"' }).waitFor();
}

/** Whoever hovers over an issue has asked for it: without an account nothing else is looked up. */
async function issue(page, url, state) {
  const box = await hover(page, `- Upstream Issue: ${url}`, 'github.com', url.split('/')[4]);
  assert.match(await box.textContent(), new RegExp(state));
}

async function hover(page, line, part, text) {
  await workbench.goTo(page, lineOf(line));
  return workbench.hover(page, workbench.lineWith(page, line.trim()).getByText(part).first(), text);
}

async function hints(page) {
  await workbench.goTo(page, lineOf('#### Explain slow queries'));
  await workbench.lineWith(page, '/100').waitFor();
  await page.locator('.codelens-decoration', { hasText: '2 proposals' }).first().waitFor();
}

async function status(page) {
  await page.locator('.statusbar-item[id="status.languageStatus"]').first().click();
  await page.locator('.hover-language-status', { hasText: 'findings' }).first().waitFor();
}

async function view(page) {
  await page.locator('.activitybar .action-label[aria-label^="Proposals"]').click();
  await treeItem(page, /^2026 Term 1 \(Mar-May\), a term with 5 accepted and 5 proposed proposals\./).waitFor();
  await unfold(page, /^Proposed in /);
  await unfold(page, /^Jaeger, a project with 2 proposals/);
  await unfold(page, /^Sample traces for workshops, a proposal of Jaeger/);
  await treeItem(page, /^Upstream Issue: an error\. "Upstream Issue" is missing\./).waitFor();
  await unfold(page, /^Harbor, a project with 1 proposal\. Upstream issues: 1 closed\./);
  await treeItem(page, /Its upstream issue goharbor\/harbor#22301 is closed/).waitFor();
}

async function viewMenu(page) {
  await treeItem(page, /^Explain slow queries/).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Copy as Markdown' }).waitFor();
}

async function commands(page) {
  await workbench.findCommand(page, 'Mentorship Proposals: ');
  await workbench.quickRow(page, 'New Proposal…').waitFor();
}

async function goTo(page) {
  await workbench.runCommand(page, 'Go to Proposal');
  await workbench.quickRow(page, 'Guided tour of the query page').waitFor();
  await page.keyboard.type('tour');
  await workbench.quickRow(page, 'Replicate').waitFor({ state: 'hidden' });
}

/** The page of an accepted proposal tells of its term. */
async function term(page) {
  // Escape has led back to where the caret was.
  await page.locator('.tab.active', { hasText: 'project_ideas.md' }).waitFor();
  await workbench.runCommand(page, 'Go to Proposal');
  await workbench.quickRow(page, 'A keyboard-first trace view').waitFor();
  // Whoever types and presses Enter at once gets the best of what they typed.
  await page.keyboard.type('keyboard');
  await page.keyboard.press('Enter');
  await page.locator('.tab.active', { hasText: 'README.md' }).waitFor();
  await workbench.lineWith(page, '#### A keyboard-first trace view').waitFor();
  const url = workbench.lineWith(page, '-000000000003').getByText('mentorship.lfx').first();
  await workbench.hover(page, url, 'Accepting Applications');
}

/** Its steps, one picture each; Escape changes nothing. */
async function newProposal(page, surface) {
  await surface('new-term', async () => {
    await workbench.runCommand(page, 'New Proposal');
    await workbench.quickRow(page, 'project_ideas.md').waitFor();
  });
  await surface('new-project', async () => {
    await workbench.answer(page, 'New Proposal (2/5)');
    await workbench.quickRow(page, 'in this file').waitFor();
    await page.keyboard.type('prom');
    await workbench.quickRow(page, 'Aeraki').waitFor({ state: 'hidden' });
  });
  await surface('new-title', async () => {
    await workbench.answer(page, 'New Proposal (3/5)');
    await page.keyboard.type('Tell people about everything that the query page has to offer');
    await workbench.quickText(page, 'Tell people about everything that the query page has to offer').waitFor();
  });
  await surface('new-mentors', async () => {
    await workbench.answer(page, 'New Proposal (4/5)');
    await workbench.quickRow(page, 'Mary Placeholder').waitFor();
  });
  await surface('new-upstream', async () => {
    await workbench.answer(page, 'New Proposal (5/5)');
    await workbench.quickText(page, 'https://github.com/prometheus/').waitFor();
  });
  await workbench.dismiss(page);
}

async function completion(page) {
  await workbench.goTo(page, endOfIncomplete(), 200);
  await page.keyboard.press('Enter');
  await workbench.suggestion(page, 'Grace Sample').waitFor();
  await page.keyboard.type('@gra');
}

async function walkthrough(page) {
  await page.keyboard.press('Control+B');
  await workbench.runCommand(page, 'Welcome: Open Walkthrough');
  await workbench.quickRow(page, 'First Steps with Mentorship Proposals').waitFor();
  await page.keyboard.type('First Steps');
  await page.keyboard.press('Enter');
  await page.locator('.gettingStartedContainer', { hasText: 'Start a proposal' }).waitFor();
  // The picture is a page in a page in the page.
  await page.frameLocator('iframe.webview').frameLocator('iframe').locator('svg').first().waitFor();
}
