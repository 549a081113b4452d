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
  /** The best choices for a query, in order, as far as they are known. */
  find(query: string): Promise<Best<T>>;
  /** Resolves when all choices are known. Then they are looked for once more. */
  readonly all?: Promise<unknown>;
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
export function choose<T>(question: Question<T>) {
  const { title, placeholder, query = '', back, find, all: allKnown, nothing, onMove, onButton } = question;
  /** Without a value it only says something. */
  type Item = PlainItem & { readonly value?: T };
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
      const { items: choices, all } = await find(typed).catch(() => ({ items: [], all: 0 }));
      // A later query is running, and its answer counts.
      if (own !== last) return;
      pick.busy = false;
      pick.title = choices.length < all ? filledIn('{0}: {1}', [title, someOf(choices.length, all)]) : title;
      const items = choices.length > 0 ? choices.map((choice) => itemOf(choice)) : [nothingFor(typed, nothing)];
      if (JSON.stringify(items) !== JSON.stringify(pick.items)) {
        const [active] = isNew ? [] : pick.activeItems;
        pick.items = items;
        // A longer list for the same query must not move a person who is in it.
        const same = active && items.find((item) => JSON.stringify(item) === JSON.stringify(active));
        if (same) pick.activeItems = [same];
      }
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
    allKnown?.then(
      () => {
        // A search that is under way finds all of them.
        if (!hasEnded && !pick.busy) void search(pick.value, false);
      },
      () => {},
    );
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
