import * as vscode from 'vscode';
import { type PlainText, plainText } from '../ui/plain-text';
import { createQuickPick, type PlainButton, type PlainItem } from '../ui/surfaces';

/** An item to choose. `label`, `description` and `detail` can be strangers' texts. */
export interface Choice<T> {
  readonly value: T;
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
  readonly buttons?: readonly PlainButton[];
}

export interface Question<T> {
  readonly title: PlainText;
  readonly placeholder: PlainText;
  /** The initial query. */
  readonly query?: string;
  /** Whether there is a step to go back to. */
  readonly back?: boolean;
  /** The best choices for a query, in order, as far as they are known. */
  find(query: string): Promise<readonly Choice<T>[]>;
  /** Resolves when all choices are known. Then they are looked for once more. */
  readonly all?: Promise<unknown>;
  /** Called when the person moves to a choice, but not for the initial one. */
  onMove?(value: T): void;
  onButton?(value: T): void;
}

export type Chosen<T> =
  | { readonly is: 'chosen'; readonly value: T }
  | { readonly is: 'back' }
  | { readonly is: 'left' };

/**
 * Lets a person search and choose. We search ourselves, because the list can have any length, and VS Code gets only the
 * best choices.
 */
export function choose<T>({ title, placeholder, query = '', back, find, all, onMove, onButton }: Question<T>) {
  type Item = PlainItem & { readonly value: T };
  const pick = createQuickPick<Item>();
  let last = 0;
  let isFirst = true;
  let isAccepted = false;
  let hasEnded = false;
  return new Promise<Chosen<T>>((resolve) => {
    const end = (chosen: Chosen<T>) => {
      resolve(chosen);
      last++;
      hasEnded = true;
      pick.dispose();
    };
    const search = async (typed: string, isNew = true) => {
      const own = ++last;
      // For the same query there is a list already, out of which a person may choose.
      pick.busy ||= isNew;
      const choices = await find(typed).catch(() => []);
      // A later query is running, and its answer counts.
      if (own !== last) return;
      pick.busy = false;
      const items = choices.map((choice) => itemOf(choice));
      // The same list again must not move a person who is in it.
      if (JSON.stringify(items) !== JSON.stringify(pick.items)) pick.items = items;
      if (isAccepted) accept();
    };
    const accept = () => {
      // A person who types and presses Enter at once wants the best match of the new query.
      isAccepted = pick.busy;
      if (isAccepted) return;
      const chosen = pick.activeItems.find((active) => pick.items.includes(active)) ?? pick.items[0];
      if (chosen) end({ is: 'chosen', value: chosen.value });
    };
    pick.onDidChangeValue((typed) => void search(typed));
    pick.onDidChangeActive(([active]) => {
      if (!active) return;
      if (!isFirst) onMove?.(active.value);
      isFirst = false;
    });
    pick.onDidTriggerItemButton(({ item }) => onButton?.(item.value));
    pick.onDidTriggerButton(() => end({ is: 'back' }));
    pick.onDidAccept(accept);
    pick.onDidHide(() => end({ is: 'left' }));
    pick.title = title;
    pick.placeholder = placeholder;
    pick.value = query;
    if (back) pick.buttons = [vscode.QuickInputButtons.Back];
    // Keeps VS Code from sorting the items itself. Older versions ignore this.
    Object.assign(pick, { sortByLabel: false });
    pick.show();
    void search(query);
    all?.then(
      () => {
        // A search that is under way finds all of them.
        if (!hasEnded && !pick.busy) void search(pick.value, false);
      },
      () => {},
    );
  });
}

/** `alwaysShow`, because VS Code's own filter does not accept all fuzzy matches. */
function itemOf<T>({ value, label, description, detail, buttons }: Choice<T>) {
  return {
    value,
    label: plainText(label),
    alwaysShow: true,
    ...(description === undefined ? {} : { description: plainText(description) }),
    ...(detail === undefined ? {} : { detail: plainText(detail) }),
    ...(buttons ? { buttons: [...buttons] } : {}),
  };
}
