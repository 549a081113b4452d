/**
 * Drives the extension in a real window as a person would, and leaves a picture of each step in `shots/`. It exists
 * because a suite in the extension host sees what providers answer, but not what a person sees of it. The last line
 * is `N passed, N failed`. With `--update-picture`, the picture in the README is taken anew.
 */
import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { startGitHub } from '../host/github.mjs';
import { copyOfSample, openBrowser, root, startServer } from '../host/host.mjs';
import * as workbench from '../host/workbench.mjs';

const drafts = 'programs/lfx-mentorship/2026/01-Mar-May/project_ideas.md';
const readmePicture = path.join(root, 'docs/images/at-work.png');

const workspace = copyOfSample();
const file = path.join(workspace, drafts);
const sample = fs.readFileSync(file, 'utf8').split('\n');
const github = await startGitHub();
// The server hands its environment on to the extension host, whose test mode alone makes use of this address.
process.env.MENTORSHIP_PROPOSALS_GITHUB_API = github.address;
const server = await startServer({ settings: { 'editor.minimap.enabled': false } });
const { page, close } = await openBrowser();
const count = { passed: 0, failed: 0 };

try {
  await step('open', open);
  await step('squiggle', squiggle);
  await step('problems', problems);
  await step('colors', colors);
  await step('tree', tree);
  await step('hover', hover);
  await step('completion', completion);
  await step('snippet', snippet);
  await step('way-through-the-tree', wayThroughTheTree);
  await step('no-errors', noErrors);
} finally {
  await close();
  await server.stop();
  await github.stop();
}
console.log(`${count.passed} passed, ${count.failed} failed`);
process.exitCode = count.failed ? 1 : 0;

async function step(name, act) {
  const number = String(count.passed + count.failed + 1).padStart(2, '0');
  try {
    await act();
    await workbench.takePicture(page, `${number}-${name}`);
    count.passed++;
    console.log(`✔ ${name}`);
  } catch (error) {
    await workbench.takePicture(page, `${number}-${name}-failed`).catch(() => {});
    count.failed++;
    console.error(`✘ ${name}\n${error?.stack}`);
  }
}

async function open() {
  const tests = path.join(root, 'dist/test/idle.js');
  await workbench.openWindow(page, server.address({ folder: workspace, file, extension: root, tests }));
}

async function squiggle() {
  await workbench.goTo(page, lineOf('#### Sample traces for workshops'));
  await page.locator('.editor-instance .squiggly-error').first().waitFor();
}

async function problems() {
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

async function colors() {
  await workbench.goTo(page, lineOf('  - Tim Muster'));
  const label = await workbench.tokens(workbench.lineWith(page, '- Recommended Skills: Go, OCI'));
  const mentor = await workbench.tokens(workbench.lineWith(page, 'Tim Muster'));
  const colorOf = (tokens, text) => tokens.find((token) => token.text.replaceAll('\u00a0', ' ').includes(text))?.color;
  assert.notEqual(colorOf(label, 'Recommended Skills'), colorOf(label, 'OCI'), JSON.stringify(label));
  assert.notEqual(colorOf(mentor, '@tim-muster'), colorOf(mentor, 'Tim'), JSON.stringify(mentor));
  assert.notEqual(colorOf(mentor, 'tim@example.org'), colorOf(mentor, 'Tim'), JSON.stringify(mentor));
}

async function tree() {
  await page.locator('.activitybar .action-label[aria-label^="Mentorship Proposals"]').click();
  // The newest term is unfolded from the start.
  await treeItem(/^2026 Term 1 \(Mar-May\)/).waitFor();
  await unfold(/^Prometheus/);
  await treeItem(/^Guided tour of the query page/).waitFor();
}

async function hover() {
  const url = 'https://github.com/jaegertracing/jaeger/issues/7101';
  await workbench.goTo(page, lineOf(`- Upstream Issue: ${url}`));
  const address = workbench.lineWith(page, url);
  await address.getByText('jaegertracing').hover();
  const box = page.locator('.monaco-hover:visible', { hasText: 'Explain slow queries in the trace store' });
  await box.first().waitFor();
  const text = await box.first().textContent();
  assert.match(text, /open/i);
  assert.match(text, /enhancement/);
  // It fades in: a picture before that shows a ghost.
  await page.waitForFunction((element) => getComputedStyle(element).opacity === '1', await box.first().elementHandle());
  if (process.argv.includes('--update-picture'))
    fs.copyFileSync(await workbench.takePicture(page, 'at-work'), readmePicture);
}

async function completion() {
  await workbench.dismiss(page);
  await workbench.goTo(page, endOfIncomplete(), 200);
  await page.keyboard.press('Enter');
  await page.keyboard.type('- @gra');
  await workbench.suggestion(page, 'Grace Sample').waitFor();
  await workbench.takePicture(page, 'completion-list');
  await page.keyboard.press('Enter');
  await workbench.lineWith(page, '  - Grace Sample (@grace-sample, grace@example.org)').waitFor();
}

async function snippet() {
  await workbench.dismiss(page);
  await workbench.goTo(page, endOfIncomplete() + 2);
  await page.keyboard.press('Enter');
  await page.keyboard.type('proposal');
  await page.keyboard.press('Control+Space');
  await workbench.suggestion(page, 'proposal').waitFor();
  await page.keyboard.press('Enter');
  await workbench.lineWith(page, '- Recommended Skills:').waitFor();
}

/** The accepted proposal stands in another file than the open one. */
async function wayThroughTheTree() {
  await treeItem(/^Guided tour of the query page/).click();
  await page.locator('.tab.active', { hasText: 'README.md' }).waitFor();
  await workbench.lineWith(page, '#### Guided tour of the query page').waitFor();
}

async function noErrors() {
  assert.deepEqual(await workbench.errorPopUps(page), []);
}

async function unfold(name) {
  const item = treeItem(name);
  await item.waitFor();
  if ((await item.getAttribute('aria-expanded')) === 'false') await item.locator('.monaco-tl-twistie').click();
}

function treeItem(name) {
  return page.locator('.composite.viewlet').getByRole('treeitem', { name }).first();
}

/** The 1-based line of the sample that begins with `text`. */
function lineOf(text) {
  const index = sample.findIndex((line) => line.startsWith(text));
  assert.notEqual(index, -1, `The sample has no line "${text}".`);
  return index + 1;
}

/** The last line of the proposal that lacks fields: its only mentor. */
function endOfIncomplete() {
  return lineOf('#### Sample traces for workshops') + 5;
}
