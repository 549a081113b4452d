/** The steps of a new proposal, by keys alone: nothing that is typed is lost, and nothing reaches the file behind them. */
import assert from 'node:assert/strict';
import path from 'node:path';
import { copyOfSample, root } from '../host/host.mjs';
import * as workbench from '../host/workbench.mjs';
import { drafts } from './sample.mjs';

export async function wizard(steps, server) {
  const { page } = steps;
  const { keyboard } = page;
  const folder = copyOfSample();
  const tests = path.join(root, 'dist/test/idle.js');
  const address = server.address({ folder, file: path.join(folder, drafts), extension: root, tests });
  await steps.step('open', () => workbench.openWindow(page, address));
  await steps.step('unknown-term', async () => {
    await workbench.runCommand(page, 'New Proposal');
    await workbench.quickRow(page, 'project_ideas.md').waitFor();
    await keyboard.type('term 9');
    await workbench.quickRow(page, 'No term that takes proposals matches "term 9"').waitFor();
    await keyboard.press('Enter');
    await keyboard.press('Control+a');
    await keyboard.press('Backspace');
    await workbench.quickText(page, 'New Proposal (1/5)').waitFor();
    await workbench.quickRow(page, 'project_ideas.md').waitFor();
  });
  await steps.step('title', async () => {
    await workbench.answer(page, 'New Proposal (2/5)');
    await workbench.quickRow(page, 'in this file').waitFor();
    await keyboard.type('jaeger');
    await workbench.answer(page, 'New Proposal (3/5)');
    await keyboard.press('Enter');
    await workbench.quickText(page, 'A proposal needs a title').waitFor();
    await keyboard.type('Faster queries for everybody who has too many traces and too little time to look at them');
    await keyboard.press('Enter');
    await workbench.quickText(page, 'Press Enter again to keep it.').waitFor();
    await keyboard.press('Enter');
    await workbench.quickText(page, 'New Proposal (4/5)').waitFor();
  });
  await steps.step('mentors', async () => {
    await workbench.quickRow(page, 'Grace Sample').waitFor();
    // A part of a name that is not its beginning: the person still comes before the line that takes the text.
    await keyboard.type('sample');
    await workbench.quickRow(page, 'Mary Placeholder').waitFor({ state: 'hidden' });
    await keyboard.press('Enter');
    await workbench.quickRow(page, 'Continue with Grace Sample').waitFor();
    await keyboard.type('Nobody Known (@nobody)');
    await keyboard.press('Enter');
    await workbench.quickRow(page, 'Continue with Grace Sample, Nobody Known').waitFor();
    for (const key of ['ArrowDown', 'Space', 'Control+a', 'x', 'Backspace']) await keyboard.press(key);
    await workbench.quickText(page, 'New Proposal (4/5)').waitFor();
  });
  await steps.step('keys-between-steps', async () => {
    await workbench.quickRow(page, 'Continue with').waitFor();
    await keyboard.press('Enter');
    // As fast as nobody types.
    await keyboard.type('https://github.com/jaegertracing/jaeger/issues/9902', { delay: 15 });
    await workbench.quickText(page, 'New Proposal (5/5)').waitFor();
    assert.match(await workbench.quickInput(page).getAttribute('aria-label'), /^The upstream issue/);
    await keyboard.press('Enter');
    const line = workbench.lineWith(page, '/issues/9902');
    await line.waitFor();
    const written = (await line.textContent()).replace(/\s/g, ' ');
    assert.equal(written.trim(), '- Upstream Issue: https://github.com/jaegertracing/jaeger/issues/9902');
    await workbench.lineWith(page, 'Nobody Known (@nobody)').waitFor();
  });
}
