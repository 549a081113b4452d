/** A step in which a person chooses or types any number of values. */
import { icon, joined, type PlainText, plainText } from '../ui/plain-text';
import { createQuickPick } from '../ui/surfaces';
import { type Answer, type Item, type StepPlace, shown } from './quick-steps';

export interface SomeOf {
  readonly placeholder: PlainText;
  readonly items: readonly Item<string>[];
  /** The values that were chosen before, in order. */
  readonly chosen: readonly string[];
  /** The line that goes on with what is chosen so far. */
  goOn(chosen: readonly PlainText[]): PlainText;
  /** The line that takes a text as it is typed. It must not repeat it: VS Code would list it first for that. */
  readonly written: PlainText;
}

/** What a line of `chooseSome` does. Null goes on. */
type Line = Item<string | null>;

/**
 * Lets a person choose or type any number of values. Enter takes the highlighted item. With nothing typed it goes on. A
 * list with check boxes would drop typed text and lose the focus.
 *
 * VS Code reports the highlighted item by its position, possibly of a list that has been replaced meanwhile. So an item
 * keeps its position while a person types: the line that goes on is the first one, and the typed text the last.
 */
export function chooseSome(
  place: StepPlace,
  { placeholder, items, chosen: before, goOn, written }: SomeOf,
): Promise<Answer<readonly string[]>> {
  const pick = createQuickPick<Line>();
  const chosen = [...before];
  const known = new Map(items.map((item) => [item.value, item]));
  const itemOf = (value: string) => known.get(value) ?? { label: plainText(value), value };
  const line = (item: Item<string>): Line =>
    chosen.includes(item.value) ? { ...item, label: joined([icon('check'), item.label], ' ') } : item;
  const show = () => {
    const typed = pick.value.trim();
    const labels = chosen.map((value) => itemOf(value).label);
    const others = chosen.filter((value) => !known.has(value)).map(itemOf);
    // VS Code hides a line without words as soon as something is typed.
    const next = typed === '' ? joined([icon('arrow-right'), goOn(labels)], ' ') : icon('arrow-right');
    const label = joined([icon('add'), written], ' ');
    const add: Line = { label, description: plainText(typed), alwaysShow: true, value: typed };
    const lines = [{ label: next, value: null }, ...[...items, ...others].map(line)];
    pick.items = typed === '' ? lines : [...lines, add];
  };
  pick.placeholder = placeholder;
  pick.matchOnDescription = true;
  const answer = shown(pick, place, () => {
    const [active] = pick.activeItems;
    const isEmpty = pick.value.trim() === '';
    if (active?.value === null && isEmpty) return chosen;
    const value = active?.alwaysShow ? null : (active?.value ?? null);
    const at = chosen.indexOf(value ?? '');
    if (at >= 0) chosen.splice(at, 1);
    else if (value !== null) chosen.push(value);
    // A typed text may name several, with semicolons between them.
    else chosen.push(...entriesIn(pick.value).filter((entry) => !chosen.includes(entry)));
    pick.value = '';
    show();
    return undefined;
  });
  pick.onDidChangeValue(show);
  show();
  return answer;
}

/** The entries in a text with semicolons between them. */
export function entriesIn(text: string): readonly string[] {
  return text
    .split(';')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}
