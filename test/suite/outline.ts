import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { TestApi } from '../../client/src/start';
import type { Branch } from '../../client/src/tree/branch';
import type { Outline } from '../../client/src/tree/tree';

/** The view, as the extension gives it to suites alone. */
export async function outline(): Promise<Outline> {
  const extension = vscode.extensions.getExtension<TestApi | undefined>('mentorship-proposals.mentorship-proposals');
  const api = await extension?.activate();
  assert.ok(api, 'The extension does not run in its test mode.');
  return api.outline;
}

/** What lies below branches with these labels, each below the one before; undefined where one is not there. */
export async function unfold({ provider }: Outline, ...labels: readonly RegExp[]): Promise<Branch[] | undefined> {
  let children = await provider.getChildren();
  for (const label of labels) {
    const parent = children.find(({ wire }) => label.test(wire.label));
    if (!parent) return undefined;
    children = await provider.getChildren(parent);
  }
  return children;
}
