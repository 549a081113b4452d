import * as vscode from 'vscode';
import { type PlainText, plainText } from '../ui/plain-text';
import { createQuickPick, type PlainButton, type PlainItem } from '../ui/surfaces';

/** Something that a person may choose; `label`, `description` and `detail` may be anybody's texts. */
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
  /** What is asked for at first. */
  readonly query?: string;
  /** Whether there is a step to go back to. */
  readonly back?: boolean;
  /** The best choices for what has been typed, in their order. */
  find(query: string): Promise<readonly Choice<T>[]>;
  /** The person moves to a choice; not said of the one that is active at first. */
  onMove?(value: T): void;
  onButton?(value: T): void;
}

export type Chosen<T> =
  | { readonly is: 'chosen'; readonly value: T }
  | { readonly is: 'back' }
  | { readonly is: 'left' };

/**
 * Asks a person to choose among what is found for the words that they type. The finding is not VS Code's: the list may
 * be of any length, and only its best choices are handed over.
 */
export function choose<T>({ title, placeholder, query = '', back, find, onMove, onButton }: Question<T>) {
  type Item = PlainItem & { readonly value: T };
  const pick = createQuickPick<Item>();
  let last = 0;
  let isFirst = true;
  let isAccepted = false;
  return new Promise<Chosen<T>>((resolve) => {
    const end = (chosen: Chosen<T>) => {
      resolve(chosen);
      last++;
      pick.dispose();
    };
    const search = async (typed: string) => {
      const own = ++last;
      pick.busy = true;
      const choices = await find(typed).catch(() => []);
      // A later question has been asked meanwhile: its answer counts.
      if (own !== last) return;
      pick.busy = false;
      pick.items = choices.map((choice) => itemOf(choice));
      if (isAccepted) accept();
    };
    const accept = () => {
      // Whoever types and presses Enter at once wants the best of what they typed, and not what was there before.
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
    // Otherwise VS Code puts its own order over that of the answer. Versions that do not know it lose nothing.
    Object.assign(pick, { sortByLabel: false });
    pick.show();
    void search(query);
  });
}

/** With `alwaysShow`: what is found for letters in their order has none of them beside each other. */
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
