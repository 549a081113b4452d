/**
 * Looks at the view of terms, projects and proposals in a light, a dark and a high-contrast theme, and leaves a picture
 * of each in `shots/`. The last line is `N passed, N failed`.
 */
import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { startGitHub } from '../host/github.mjs';
import { copyOfSample, openBrowser, root, startServer } from '../host/host.mjs';
import * as workbench from '../host/workbench.mjs';

const drafts = 'programs/lfx-mentorship/2026/01-Mar-May/project_ideas.md';
const themes = { light: 'Default Light Modern', dark: 'Default Dark Modern', contrast: 'Default High Contrast' };

const sample = fs.readFileSync(path.join(root, 'test/sample', drafts), 'utf8').split('\n');
const github = await startGitHub();
// The server hands its environment on to the extension host, whose test mode alone makes use of this address.
process.env.MENTORSHIP_PROPOSALS_GITHUB_API = github.address;
const count = { passed: 0, failed: 0 };
for (const [name, theme] of Object.entries(themes)) await look(name, theme);
await github.stop();
console.log(`${count.passed} passed, ${count.failed} failed`);
process.exitCode = count.failed ? 1 : 0;

async function look(name, theme) {
  const folder = copyOfSample();
  const server = await startServer({ settings: { 'editor.minimap.enabled': false, 'workbench.colorTheme': theme } });
  const { page, close } = await openBrowser();
  try {
    // VS Code takes a theme of high contrast only where the screen asks for one.
    if (name === 'contrast') await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
    const tests = path.join(root, 'dist/test/idle.js');
    await workbench.openWindow(
      page,
      server.address({ folder, file: path.join(folder, drafts), extension: root, tests }),
    );
    // Nothing can be asked before the server is there: its findings tell.
    await page
      .locator('.statusbar-item', { hasText: /^\s*3\s*0\s*2\s*$/ })
      .first()
      .waitFor();
    await askAboutIssues(page);
    await showProposals(page);
    await workbench.takePicture(page, `view-${name}`);
    assert.deepEqual(await workbench.errorPopUps(page), []);
    count.passed++;
    console.log(`✔ view, ${name}`);
  } catch (error) {
    await workbench.takePicture(page, `view-${name}-failed`).catch(() => {});
    count.failed++;
    console.error(`✘ view, ${name}\n${error?.stack}`);
  } finally {
    await close();
    await server.stop();
  }
}

/** Whoever hovers over an issue has asked for it: without an account nothing else is looked up. */
async function askAboutIssues(page) {
  for (const issue of ['goharbor/harbor/issues/22301', 'jaegertracing/jaeger/issues/7101']) {
    const url = `https://github.com/${issue}`;
    await workbench.goTo(page, lineOf(`- Upstream Issue: ${url}`));
    await workbench.lineWith(page, url).getByText(issue.split('/')[0]).first().hover();
    await page
      .locator('.monaco-hover:visible', { hasText: issue.replace('/issues/', '#') })
      .first()
      .waitFor();
    await workbench.dismiss(page);
  }
}

/** Finds everything by what a screen reader says of it. */
async function showProposals(page) {
  await page.locator('.activitybar .action-label[aria-label^="Mentorship Proposals"]').click();
  await treeItem(page, /^2026 Term 1 \(Mar-May\), a term with 5 accepted and 5 proposed proposals\./).waitFor();
  await unfold(page, /^Proposed in /);
  await unfold(page, /^Jaeger, a project with 2 proposals/);
  await unfold(page, /^Sample traces for workshops, a proposal of Jaeger/);
  await treeItem(page, /^Upstream Issue: an error\. "Upstream Issue" is missing\./).waitFor();
  await unfold(page, /^Harbor, a project with 1 proposal\. Upstream issues: 1 closed\./);
  await treeItem(page, /Its upstream issue goharbor\/harbor#22301 is closed/).waitFor();
}

/** The 1-based line of the sample that begins with `text`. */
function lineOf(text) {
  const index = sample.findIndex((line) => line.startsWith(text));
  assert.notEqual(index, -1, `The sample has no line "${text}".`);
  return index + 1;
}

/** The view unfolds what the caret stands in by itself, maybe just before it is clicked. */
async function unfold(page, name) {
  const item = treeItem(page, name);
  await item.waitFor();
  for (;;) {
    await page.waitForTimeout(400);
    if ((await item.getAttribute('aria-expanded')) === 'true') return;
    await item.locator('.monaco-tl-twistie').click();
  }
}

function treeItem(page, name) {
  return page.locator('.composite.viewlet').getByRole('treeitem', { name }).first();
}
