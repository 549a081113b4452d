/**
 * Drives VS Code's workbench in the browser as a person does: with keys, a pointer and eyes. It knows the workbench's
 * page, so that the runs which use it read like what a person would do. Everything waits for what it wants to see.
 */
import * as fs from 'node:fs';
import * as path from 'node:path';
import { root } from './host.mjs';

const shots = path.join(root, 'shots');

/** Opens a window (see `address` of the server) and waits until its editor shows text. */
export async function openWindow(page, address) {
  page.setDefaultTimeout(30_000);
  await page.goto(address, { waitUntil: 'commit' });
  await page.locator('.editor-instance .view-line').first().waitFor();
}

/** Leaves a picture of the page in `shots/`, and returns its path. */
export async function takePicture(page, name) {
  fs.mkdirSync(shots, { recursive: true });
  const file = path.join(shots, `${name}.png`);
  await page.screenshot({ path: file });
  return file;
}

/** Puts the caret at a 1-based line and column of the active editor, which scrolls there. */
export async function goTo(page, line, column = 1) {
  await focusEditor(page);
  await page.keyboard.press('Control+G');
  const input = page.locator('.quick-input-widget input').first();
  await input.waitFor();
  await input.fill(`:${line}:${column}`);
  await page.keyboard.press('Enter');
  await input.waitFor({ state: 'hidden' });
  await caretAt(page, line).waitFor();
}

/** The editor's caret line number, once it is `line`: the status bar tells it. */
export function caretAt(page, line) {
  return page.locator('.statusbar-item', { hasText: new RegExp(`^Ln ${line},`) });
}

export async function focusEditor(page) {
  await page.keyboard.press('Control+1');
  await page.locator('.editor-instance .monaco-editor.focused').first().waitFor();
}

/** Closes what lies over the editor: lists, hovers, boxes. */
export async function dismiss(page) {
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
}

/** Opens the Problems panel and returns its rows that contain `text`. */
export async function problems(page, text) {
  const panel = page.locator('.markers-panel');
  if (!(await panel.isVisible())) await page.keyboard.press('Control+Shift+M');
  await panel.waitFor();
  return panel.locator('.monaco-list-row', { hasText: text });
}

/** The row of the open list of suggestions that contains `text`. */
export function suggestion(page, text) {
  return page.locator('.suggest-widget.visible .monaco-list-row', { hasText: text }).first();
}

/** The visible line of the active editor that contains `text`. The page writes every blank as a no-break space. */
export function lineWith(page, text) {
  const blanks = text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s');
  return page.locator('.editor-instance .view-line', { hasText: new RegExp(blanks) }).first();
}

/** Each token of a line of the active editor with its color, in order. */
export function tokens(line) {
  return line
    .locator('span > span')
    .evaluateAll((spans) => spans.map((span) => ({ text: span.textContent, color: getComputedStyle(span).color })));
}

/** The texts of all pop-ups that tell of a failure. */
export function errorPopUps(page) {
  return page.locator('.notification-toast', { has: page.locator('.codicon-error') }).allInnerTexts();
}
