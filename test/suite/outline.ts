import type { Branch } from '../../client/src/tree/branch';
import type { Outline } from '../../client/src/tree/tree';
import { testApi } from './workspace';

/** The view, as the extension gives it to suites alone. */
export async function outline(): Promise<Outline> {
  return (await testApi()).outline;
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
