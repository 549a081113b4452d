/** The main job: findings, colors, the tree, a hover, fixes, completion and a snippet in a file of proposals. */
import assert from 'node:assert/strict';
import * as path from 'node:path';
import { copyOfSample, root } from '../host/host.mjs';
import * as workbench from '../host/workbench.mjs';
import { drafts, endOfIncomplete, insertProposal, lineOf } from './sample.mjs';
import { treeItem, unfold } from './tree.mjs';

const images = path.join(root, 'docs/images');
/** What has to be seen fits in, and little else. */
const size = { width: 1100, height: 660 };

export async function atWork(steps, server, { forReadme }) {
  const { page } = steps;
  await page.setViewportSize(size);
  const folder = copyOfSample();
  const tests = path.join(root, 'dist/test/idle.js');
  const address = server.address({ folder, file: path.join(folder, drafts), extension: root, tests });
  await steps.step('open', () => workbench.openWindow(page, address));
  await steps.step('squiggle', () => squiggle(page));
  await steps.step('problems', () => problems(page));
  await steps.step('colors', () => colors(page));
  await steps.step('tree', () => tree(page));
  await steps.step('hover', () => hover(page, forReadme));
  await steps.step('fixes', () => fixes(page, forReadme));
  await steps.step('completion', () => completion(page, forReadme));
  await steps.step('snippet', () => snippet(page));
  await steps.step('enter-and-on', () => enterAndOn(page));
  await steps.step('way-through-the-tree', () => wayThroughTheTree(page));
  await steps.step('no-errors', async () => assert.deepEqual(await workbench.errorPopUps(page), []));
}

async function squiggle(page) {
  await workbench.goTo(page, lineOf('#### Sample traces for workshops'));
  await page.locator('.editor-instance .squiggly-error').first().waitFor();
}

async function problems(page) {
  for (const text of [
    /Recommended Skills.*missing-field/s,
    /Upstream Issue.*missing-field/s,
    /Expected Outcome.*empty-field/s,
  ]) {
    const row = await workbench.problems(page, text);
    await row.first().waitFor();
    assert.match(await row.first().textContent(), /mentorship-proposals/);
  }
}

async function colors(page) {
  await workbench.goTo(page, lineOf('  - Tim Muster'));
  const label = await workbench.tokens(workbench.lineWith(page, '- Recommended Skills: Go, OCI'));
  const mentor = await workbench.tokens(workbench.lineWith(page, 'Tim Muster'));
  const colorOf = (tokens, text) => tokens.find((token) => token.text.replaceAll('\u00a0', ' ').includes(text))?.color;
  assert.notEqual(colorOf(label, 'Recommended Skills'), colorOf(label, 'OCI'), JSON.stringify(label));
  assert.notEqual(colorOf(mentor, '@tim-muster'), colorOf(mentor, 'Tim'), JSON.stringify(mentor));
  assert.notEqual(colorOf(mentor, 'tim@example.org'), colorOf(mentor, 'Tim'), JSON.stringify(mentor));
}

async function tree(page) {
  await page.locator('.activitybar .action-label[aria-label^="Proposals"]').click();
  // The newest term is unfolded from the start.
  await treeItem(page, /^2026 Term 1 \(Mar-May\)/).waitFor();
  await unfold(page, /^Accepted in /);
  await unfold(page, /^Jaeger, a project with 2 proposals/);
  await treeItem(page, /^A keyboard-first trace view/).waitFor();
}

async function hover(page, forReadme) {
  const url = 'https://github.com/jaegertracing/jaeger/issues/7101';
  await workbench.goTo(page, lineOf(`- Upstream Issue: ${url}`));
  const address = workbench.lineWith(page, url).getByText('jaegertracing');
  const box = await workbench.hover(page, address, 'Explain slow queries in the trace store');
  const text = await box.textContent();
  assert.match(text, /open/i);
  assert.match(text, /enhancement/);
  // The view asks for the issues, too.
  await treeItem(page, /^Jaeger, a project with 2 proposals\. Upstream issues: 1 open/).waitFor();
  if (forReadme) await workbench.takePicture(page, 'at-work', images);
}

/** A picture for the README: the part of the editor that ends below `element`. */
async function pictureUpTo(page, element, name) {
  const { x, width } = await page.locator('.part.editor').boundingBox();
  const box = await element.boundingBox();
  const height = 300;
  const clip = { x, y: box.y + box.height + 20 - height, width, height };
  await page.screenshot({ path: path.join(images, `${name}.png`), animations: 'disabled', clip });
}

async function fixes(page, forReadme) {
  await workbench.dismiss(page);
  await page.keyboard.press('Control+J');
  await page.locator('.markers-panel').waitFor({ state: 'hidden' });
  await workbench.goTo(page, lineOf('#### Sample traces for workshops'), 8);
  await page.locator('.editor-instance [class*="lightbulb"]').first().waitFor();
  await page.keyboard.press('Control+.');
  const menu = page.locator('.action-widget', { hasText: 'Insert "Upstream Issue"' });
  await menu.waitFor();
  if (forReadme) await pictureUpTo(page, menu, 'fixes');
}

async function completion(page, forReadme) {
  await workbench.dismiss(page);
  await workbench.goTo(page, endOfIncomplete(), 200);
  // Enter begins the next entry and offers people.
  await page.keyboard.press('Enter');
  await workbench.suggestion(page, 'Grace Sample').waitFor();
  await page.keyboard.type('@gra');
  const mentor = workbench.suggestion(page, 'Grace Sample');
  await mentor.waitFor();
  if (forReadme) await pictureUpTo(page, mentor, 'mentors');
  await page.keyboard.press('Enter');
  await workbench.lineWith(page, '  - Grace Sample (@grace-sample, grace@example.org)').waitFor();
}

async function snippet(page) {
  await workbench.dismiss(page);
  await insertProposal(page);
}

/** Enter in a list of mentors and what is typed behind it, faster than VS Code asks us what Enter does. */
async function enterAndOn(page) {
  await workbench.dismiss(page);
  await workbench.goTo(page, endOfIncomplete() + 1, 200);
  // Once we are asked for suggestions here, we have also said that Enter is ours here.
  await page.keyboard.press('Control+Space');
  await page.locator('.suggest-widget.visible').waitFor();
  await workbench.dismiss(page);
  for (const name of ['Rosa Quick', 'Omar Quick', 'Kim Quick']) {
    await page.keyboard.press('Enter');
    await page.keyboard.type(name);
    await workbench.lineWith(page, `  - ${name}`).waitFor();
    await workbench.dismiss(page);
  }
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Behind the list');
  await page.locator('.editor-instance .view-line', { hasText: /^Behind\sthe\slist$/ }).waitFor();
}

/** The accepted proposal stands in another file than the open one. */
async function wayThroughTheTree(page) {
  // The view may have folded branches when the file changed.
  await unfold(page, /^Accepted in /);
  await unfold(page, /^Jaeger, a project with 2 proposals/);
  await treeItem(page, /^A keyboard-first trace view/).click();
  await page.locator('.tab.active', { hasText: 'README.md' }).waitFor();
  await workbench.lineWith(page, '#### A keyboard-first trace view').waitFor();
}
