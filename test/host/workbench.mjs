/**
 * Drives VS Code's workbench in the browser as a person does: with keys, a pointer and eyes. It knows the workbench's
 * page, so that the runs which use it read like what a person would do. Everything waits for what it wants to see.
 */
import * as fs from 'node:fs';
import * as path from 'node:path';
import { root } from './host.mjs';

const shots = path.join(root, 'shots');

/**
 * The looks that a person may have asked the screen for, which VS Code follows where `window.autoDetectColorScheme` is
 * set, and how its page tells that it has. The last one is that of a fresh window.
 */
const looks = {
  dark: { media: { colorScheme: 'dark', forcedColors: 'none' }, workbench: 'vs-dark' },
  contrast: { media: { colorScheme: 'dark', forcedColors: 'active' }, workbench: 'hc-black' },
  light: { media: { colorScheme: 'light', forcedColors: 'none' }, workbench: 'vs' },
};

/** Opens a window (see `address` of the server) and waits until its editor shows text. */
export async function openWindow(page, address) {
  await openEmptyWindow(page, address);
  await page.locator('.editor-instance .view-line').first().waitFor();
}

/** Opens a window that shows no file. */
export async function openEmptyWindow(page, address) {
  page.setDefaultTimeout(15_000);
  await page.goto(address, { waitUntil: 'commit' });
  await page.locator('.monaco-workbench .part.statusbar').waitFor();
}

/** Leaves a picture of the page or a part of it, by default in `shots/`, with all that moves at its end. Returns its path. */
export async function takePicture(page, name, folder = shots, clip = undefined) {
  fs.mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `${name}.png`);
  await page.screenshot({ path: file, animations: 'disabled', clip });
  return file;
}

/** Leaves a picture of the page in every look in `shots/`. What is open stays open. */
export async function takePictures(page, name) {
  for (const [look, { media, workbench }] of Object.entries(looks)) {
    await page.emulateMedia(media);
    await page.locator(`.monaco-workbench.${workbench}`).first().waitFor();
    await takePicture(page, `${name}-${look}`);
  }
}

/** Runs a command out of the palette. */
export async function runCommand(page, title) {
  await findCommand(page, title);
  await page.keyboard.press('Enter');
}

/** Types a command into the palette, once more where the palette is older than the command: it lists no later ones. */
export async function findCommand(page, title) {
  for (let tries = 0; tries < 10; tries++) {
    await page.keyboard.press('F1');
    await quickInput(page).and(page.locator(':focus')).waitFor();
    await page.keyboard.type(title);
    const row = page.locator('.quick-input-widget:visible .monaco-list-row.focused', { hasText: title });
    if (await isSeen(row.first())) return;
    await page.keyboard.press('Escape');
  }
  throw new Error(`The palette has no command "${title}".`);
}

/** Answers a question at the top of the window, and waits until the next one, which is titled so, takes keys. */
export async function answer(page, next) {
  await page.keyboard.press('Enter');
  await quickText(page, next).waitFor();
  await quickInput(page).and(page.locator(':focus')).waitFor();
}

/** Where something is typed at the top of the window. */
export function quickInput(page) {
  return page.locator('.quick-input-widget:visible input[type="text"]').first();
}

/** The row of the open quick list that contains `text`. */
export function quickRow(page, text) {
  return page.locator('.quick-input-widget:visible .monaco-list-row', { hasText: text }).first();
}

/** What is said below or above what is typed. */
export function quickText(page, text) {
  return page.locator('.quick-input-widget:visible').getByText(text).first();
}

/** Rests on `element` until a hover tells `text`, and returns the hover. */
export async function hover(page, element, text) {
  await element.hover();
  const box = page.locator('.monaco-hover:visible', { hasText: text }).first();
  await box.waitFor();
  return box;
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

/**
 * The texts of all notifications that tell of a failure. A window that is driven shows no toasts: they are read in the
 * center, which is left open.
 */
export async function errorPopUps(page) {
  const center = page.locator('.notifications-center.visible');
  if (!(await center.isVisible())) await runCommand(page, 'Notifications: Show Notifications');
  await center.waitFor();
  const errors = center.locator('.notification-list-item', { has: page.locator('.codicon-error') });
  return (await errors.allInnerTexts()).filter((text) => !text.includes(OWN_ERROR));
}

/** What the hosted VS Code says of itself: an extension of its own wants a secret storage that it does not have. */
const OWN_ERROR = "Activating extension 'vscode.github-authentication' failed";

function isSeen(element) {
  return element.waitFor({ timeout: 1_500 }).then(
    () => true,
    () => false,
  );
}
