/** The drafts file of the sample workspace, of which every run opens a copy. */
import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { root } from '../host/host.mjs';
import * as workbench from '../host/workbench.mjs';

/** Its path inside the workspace. */
export const drafts = 'programs/lfx-mentorship/2026/01-Mar-May/project_ideas.md';

const lines = fs.readFileSync(path.join(root, 'test/sample', drafts), 'utf8').split('\n');

/** The 1-based number of its first line that begins with `text`. */
export function lineOf(text) {
  const index = lines.findIndex((line) => line.startsWith(text));
  assert.notEqual(index, -1, `The sample has no line "${text}".`);
  return index + 1;
}

/** The last line of the proposal that lacks fields: its only mentor. */
export function endOfIncomplete() {
  return lineOf('#### Sample traces for workshops') + 5;
}

/** Inserts the snippet of a proposal behind that one, by keys. */
export async function insertProposal(page) {
  await workbench.goTo(page, endOfIncomplete() + 2);
  await page.keyboard.press('Enter');
  await page.keyboard.type('proposal');
  await page.keyboard.press('Control+Space');
  await workbench.suggestion(page, 'proposal').waitFor();
  await page.keyboard.press('Enter');
  await workbench.lineWith(page, '- Recommended Skills:').waitFor();
}
