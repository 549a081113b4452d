/** The view, read as a screen reader reads it: everything in it is found by the sentence that says what it is. */

export function treeItem(page, name) {
  return page.locator('.composite.viewlet').getByRole('treeitem', { name }).first();
}

/** The view unfolds what the caret stands in by itself, maybe just before it is clicked. */
export async function unfold(page, name) {
  const item = treeItem(page, name);
  await item.waitFor();
  for (;;) {
    await page.waitForTimeout(400);
    if ((await item.getAttribute('aria-expanded')) === 'true') return;
    await item.locator('.monaco-tl-twistie').click();
  }
}
