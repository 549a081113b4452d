/** The view, a check and the steps of a new proposal in Chinese: what the extension says itself is in the person's language. */
import assert from 'node:assert/strict';
import * as path from 'node:path';
import { copyOfSample, root } from '../host/host.mjs';
import * as workbench from '../host/workbench.mjs';
import { drafts } from './sample.mjs';
import { treeItem, unfold } from './tree.mjs';

export async function chinese(steps, server) {
  const { page } = steps;
  // As the language pack does it, which the hosted VS Code does not have: VS Code itself stays English.
  await page.addInitScript(() => {
    globalThis._VSCODE_NLS_LANGUAGE = 'zh-cn';
  });
  const folder = copyOfSample();
  const tests = path.join(root, 'dist/test/idle.js');
  const address = server.address({ folder, file: path.join(folder, drafts), extension: root, tests });
  await steps.step('open', () => workbench.openWindow(page, address));
  await steps.surface('view', async () => {
    await workbench.runCommand(page, '显示提案');
    await treeItem(page, /^2026 Term 1 \(Mar-May\)，期次，有 5 个已接受和 5 个已提出的提案。/).waitFor();
    await unfold(page, / 中已提出：5 个提案。/);
    await unfold(page, /^Jaeger，项目，有 2 个提案。/);
    await unfold(page, /^Sample traces for workshops，Jaeger 的提案，导师为 Ada Example。未填写上游议题。2 个错误/);
    await treeItem(page, /^Upstream Issue：错误。"Upstream Issue" is missing\./).waitFor();
    const title = page.locator('.part.sidebar .composite.title');
    assert.match(await title.innerText(), /^提案/);
  });
  await steps.step('check', async () => {
    await workbench.runCommand(page, '检查整个工作区');
    // It takes the focus when it opens.
    await page.locator('.markers-panel').waitFor();
    await workbench.runCommand(page, 'Notifications: Show Notifications');
    const summary = page.locator('.notifications-center .notification-list-item', { hasText: '已检查' }).first();
    await summary.waitFor();
    assert.match(await summary.innerText(), /已检查 \d+ 个文件：\d+ 个错误，\d+ 个警告，\d+ 条信息。/);
    await workbench.dismiss(page);
  });
  await steps.surface('new-proposal', async () => {
    await workbench.runCommand(page, '新建提案');
    await workbench.quickRow(page, 'LFX Mentorship 的新草稿').waitFor();
    await page.keyboard.press('Enter');
    await workbench.quickRow(page, '在此文件中，2 个提案').waitFor();
    await workbench.quickRow(page, '已毕业').waitFor();
  });
  await steps.step('no-errors', async () => assert.deepEqual(await workbench.errorPopUps(page), []));
}
