/**
 * The path of a newcomer who has an empty window and a keyboard: a finished proposal without a finding. The animation in
 * the README shows this path.
 */
import assert from 'node:assert/strict';
import * as path from 'node:path';
import { root } from '../host/host.mjs';
import * as workbench from '../host/workbench.mjs';
import { Film } from './film.mjs';

const animation = path.join(root, 'docs/images/new-proposal.gif');
/** As wide as a README shows pictures, and so high that the whole proposal is seen beside the Problems panel. */
const size = { width: 960, height: 540 };

const title = 'Explain slow queries in the trace store';
const mentors =
  'Ada Example (@ada-example, ada@example.org); Grace Sample (@grace-sample, grace@example.org); Lin Probe (@lin-probe, lin@example.org)';
const upstream = 'https://github.com/jaegertracing/jaeger/issues/7101';
/** What is typed into the fields that nothing has been asked about, from the caret on. */
const fields = [
  'When a search takes long, nobody can say why. The store should tell which part of a query was slow.',
  'A panel beside the search results that names the slowest step and gives a hint.',
  'Go, TypeScript, some knowledge of databases',
];

export async function newcomer(steps, server, { forReadme }) {
  const { page } = steps;
  const { keyboard } = page;
  const keys = countKeys(keyboard);
  const film = forReadme ? new Film(page) : null;
  const type = (text) => (film ?? keyboard).type(text);
  /** A step whose end stays in the animation for so many milliseconds. */
  const shown = (name, delay, act) =>
    steps.step(name, async () => {
      await act();
      await film?.take(delay);
    });
  const nextQuestion = (number) => workbench.answer(page, `New Proposal (${number}/5)`);

  await page.setViewportSize(size);
  await shown('window', 700, () => workbench.openEmptyWindow(page, server.address({ extension: root })));
  await shown('command', 1300, () => workbench.findCommand(page, 'New Proposal'));
  await shown('term', 1300, async () => {
    await nextQuestion(1);
    await workbench.quickRow(page, 'New draft for LFX Mentorship').waitFor();
  });
  await shown('project', 1300, async () => {
    await nextQuestion(2);
    await workbench.quickRow(page, 'graduated').waitFor();
    await type('jaeg');
    await workbench.quickRow(page, 'Argo').waitFor({ state: 'hidden' });
    await workbench.quickRow(page, 'Jaeger').waitFor();
  });
  await shown('title', 1500, async () => {
    await nextQuestion(3);
    await type(title);
    await workbench.quickText(page, `CNCF - Jaeger: ${title}`).waitFor();
  });
  await shown('mentors', 1000, async () => {
    await nextQuestion(4);
    await type(mentors);
    await workbench.quickRow(page, 'as it is written').waitFor();
    await keyboard.press('Enter');
    await workbench.quickRow(page, 'Continue with Ada Example').waitFor();
  });
  await shown('upstream', 1000, async () => {
    await nextQuestion(5);
    await keyboard.type(upstream);
  });
  await shown('draft', 1800, async () => {
    await keyboard.press('Enter');
    await workbench.lineWith(page, '### Jaeger').waitFor();
    await workbench.lineWith(page, '- Description:').waitFor();
    await page.locator('.editor-instance .squiggly-hint').first().waitFor();
  });
  await shown('finished', 3500, async () => {
    for (const [i, text] of fields.entries()) {
      if (i > 0) await keyboard.press('ArrowDown');
      await keyboard.press('End');
      await type(text);
    }
    const text = [title, mentors, upstream, ...fields].join('').length;
    console.log(`newcomer: ${keys.count} keys for a proposal of ${text} characters with three mentors`);
    assert.ok(keys.count < text + MOST_MORE);
    await keyboard.press('Control+Shift+M');
    await page.locator('.markers-panel', { hasText: 'No problems have been detected in the workspace.' }).waitFor();
    // Hints are not listed there.
    await page.waitForFunction(() => !document.querySelector('.editor-instance .squiggly-hint'));
  });
  await steps.step('no-errors', async () => assert.deepEqual(await workbench.errorPopUps(page), []));
  film?.write(animation);
}

/** How many keys a proposal may take besides its own text: the command, the answers, and the way between fields. */
const MOST_MORE = 60;

/** Counts the keys that are pressed from now on. */
function countKeys(keyboard) {
  const keys = { count: 0 };
  const { press, type } = keyboard;
  keyboard.press = (...given) => {
    keys.count++;
    return press.apply(keyboard, given);
  };
  keyboard.type = (text, options) => {
    keys.count += text.length;
    return type.call(keyboard, text, options);
  };
  return keys;
}
