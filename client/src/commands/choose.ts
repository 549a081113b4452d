import * as vscode from 'vscode';
import { l10n } from '../ui/l10n';
import { filledIn, type PlainText, plainText } from '../ui/plain-text';
import { createQuickPick, type PlainButton, type PlainItem } from '../ui/surfaces';

/** An item to choose. `label`, `description` and `detail` can be strangers' texts. */
export interface Choice<T> {
  readonly value: T;
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
  readonly buttons?: readonly PlainButton[];
}

/** The best choices, and how many there are with those that are left out. */
export interface Best<T> {
  readonly items: readonly Choice<T>[];
  readonly all: number;
}

export interface Question<T> {
  readonly title: PlainText;
  readonly placeholder: PlainText;
  /** The initial query. */
  readonly query?: string;
  /** Whether there is a step to go back to. */
  readonly back?: boolean;
  /** The best choices for a query, in order. */
  find(query: string): Promise<Best<T>>;
  /** What the list says without any choice for an empty query. */
  readonly nothing?: PlainText;
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
export function choose<T>({ title, placeholder, query = '', back, find, nothing, onMove, onButton }: Question<T>) {
  /** Without a value it only says something. */
  type Item = PlainItem & { readonly value?: T };
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
      const { items, all } = await find(typed).catch(() => ({ items: [], all: 0 }));
      // A later query is running, and its answer counts.
      if (own !== last) return;
      pick.busy = false;
      pick.title = items.length < all ? filledIn('{0}: {1}', [title, someOf(items.length, all)]) : title;
      pick.items = items.length > 0 ? items.map((choice) => itemOf(choice)) : [nothingFor(typed, nothing)];
      if (isAccepted) accept();
    };
    const accept = () => {
      // A person who types and presses Enter at once wants the best match of the new query.
      isAccepted = pick.busy;
      if (isAccepted) return;
      const chosen = pick.activeItems.find((active) => pick.items.includes(active)) ?? pick.items[0];
      if (chosen?.value !== undefined) end({ is: 'chosen', value: chosen.value });
    };
    pick.onDidChangeValue((typed) => void search(typed));
    pick.onDidChangeActive(([active]) => {
      if (active?.value === undefined) return;
      if (!isFirst) onMove?.(active.value);
      isFirst = false;
    });
    pick.onDidTriggerItemButton(({ item }) => item.value !== undefined && onButton?.(item.value));
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
  });
}

/** A list without a line would leave it open whether it still comes. */
function nothingFor(typed: string, nothing: PlainText | undefined): PlainItem {
  const query = plainText(typed);
  return { label: query === '' && nothing ? nothing : l10n.t('Nothing matches “{0}”.', query), alwaysShow: true };
}

/** VS Code counts the lines of a list only. */
function someOf(shown: number, all: number): PlainText {
  const number = (count: number) => plainText(count.toLocaleString(vscode.env.language));
  return l10n.t('{0} of {1}. Type more to narrow the list.', number(shown), number(all));
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
