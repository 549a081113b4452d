/** Steps of a command, one after the other: each can be gone back from, and Escape leaves all of them. */
import * as vscode from 'vscode';
import type { PlainText } from '../ui/plain-text';
import { createInputBox, createQuickPick, type PlainInput, type PlainItem, type PlainPick } from '../ui/surfaces';

/** The way back to the step before. */
export const back = Symbol('back');

/** What came of a step; undefined where the person has left. */
export type Answer<T> = T | typeof back | undefined;

/** Where a step stands among the others. */
export interface StepPlace {
  readonly title: PlainText;
  readonly step: number;
  readonly totalSteps: number;
}

/** One step: it shows what has been said before, and answers with what is said now. */
export type Step<S> = (said: S, place: StepPlace) => Promise<Answer<S>>;

/** Takes the steps from `first` on. What has been said stays when somebody goes back. Undefined where the person leaves. */
export async function takeSteps<S>(
  title: PlainText,
  steps: readonly Step<S>[],
  said: S,
  first = 0,
): Promise<S | undefined> {
  let now = said;
  for (let i = first; i < steps.length; ) {
    const answer = await steps[i]?.(now, { title, step: i + 1, totalSteps: steps.length });
    if (answer === undefined) return undefined;
    if (answer === back) {
      i = Math.max(0, i - 1);
      continue;
    }
    now = answer;
    i++;
  }
  return now;
}

/** Something to choose, with what it stands for. */
export interface Item<T> extends PlainItem {
  readonly value: T;
}

export interface OneOf<T> {
  readonly placeholder: PlainText;
  readonly items: Promise<readonly Item<T>[]>;
  /** What was chosen before. */
  readonly isActive?: (value: T) => boolean;
  /** What stands for a text that nothing in the list holds; null for none. */
  readonly written?: (typed: string) => Item<T> | null;
}

/** One thing out of a list, or one that is typed. */
export function chooseOne<T>(
  place: StepPlace,
  { placeholder, items, isActive, written }: OneOf<T>,
): Promise<Answer<T>> {
  const pick = createQuickPick<Item<T>>();
  let listed: readonly Item<T>[] = [];
  const show = () => {
    const typed = pick.value.trim();
    // VS Code lists first what is exactly what is typed: it must not come before what the letters are the beginning of.
    const isListed = listed.some(({ label }) => label.toLowerCase().includes(typed.toLowerCase()));
    const own = typed === '' || isListed ? null : (written?.(typed) ?? null);
    pick.items = own ? [...listed, { ...own, alwaysShow: true }] : listed;
  };
  pick.placeholder = placeholder;
  pick.matchOnDescription = true;
  const answer = shown(pick, place, () => pick.activeItems[0]?.value);
  if (written) pick.onDidChangeValue(show);
  void whenLoaded(pick, items, (all) => {
    listed = all;
    show();
    const active = isActive && all.find(({ value }) => isActive(value));
    if (active) pick.activeItems = [active];
  });
  return answer;
}

export interface SomeOf<T> {
  readonly placeholder: PlainText;
  readonly items: Promise<readonly Item<T>[]>;
  /** What was chosen before. */
  readonly isChosen: (value: T) => boolean;
}

/** Any number of things out of a list. */
export function chooseSome<T>(
  place: StepPlace,
  { placeholder, items, isChosen }: SomeOf<T>,
): Promise<Answer<readonly T[]>> {
  const pick = createQuickPick<Item<T>>();
  pick.placeholder = placeholder;
  pick.canSelectMany = true;
  pick.matchOnDescription = true;
  const answer = shown(pick, place, () => (pick.busy ? undefined : pick.selectedItems.map(({ value }) => value)));
  void whenLoaded(pick, items, (all) => {
    pick.items = all;
    pick.selectedItems = all.filter(({ value }) => isChosen(value));
  });
  return answer;
}

/** What is said of a text while it is typed. */
export interface Looked {
  /** Below the text. */
  readonly prompt: PlainText;
  readonly message: PlainText | null;
  readonly severity: vscode.InputBoxValidationSeverity;
  /** Whether the text may be taken. */
  readonly isFine: boolean;
}

export interface Written {
  readonly placeholder: PlainText;
  readonly value: string;
  /** Never rejects. */
  say(text: string): Promise<Looked>;
}

/** A text, with what is said of it at every key. */
export function write(place: StepPlace, { placeholder, value, say }: Written): Promise<Answer<string>> {
  const input = createInputBox();
  let last = 0;
  const look = async (): Promise<Looked | null> => {
    const own = ++last;
    const said = await say(input.value);
    // Something else is typed by now.
    if (own !== last) return null;
    input.prompt = said.prompt;
    input.validationMessage = said.message === null ? undefined : { message: said.message, severity: said.severity };
    return said;
  };
  input.placeholder = placeholder;
  input.value = value;
  const answer = shown(input, place, async () => ((await look())?.isFine ? input.value.trim() : undefined));
  input.onDidChangeValue(() => void look());
  void look();
  return answer;
}

/** Fills a list as soon as it is there; one that does not come is empty. */
async function whenLoaded<T>(
  pick: PlainPick<Item<T>>,
  items: Promise<readonly Item<T>[]>,
  show: (items: readonly Item<T>[]) => void,
): Promise<void> {
  pick.busy = true;
  show(await items.catch(() => []));
  pick.busy = false;
}

/** Shows an input until it is answered, gone back from, or left. `accepted` gives undefined where it goes on. */
function shown<T>(
  input: PlainInput,
  { title, step, totalSteps }: StepPlace,
  accepted: () => T | undefined | Promise<T | undefined>,
): Promise<Answer<T>> {
  return new Promise((resolve) => {
    const end = (answer: Answer<T>) => {
      resolve(answer);
      input.dispose();
    };
    input.title = title;
    input.step = step;
    input.totalSteps = totalSteps;
    // Somebody looks for the address of an issue in another window: what has been said so far is not lost.
    input.ignoreFocusOut = true;
    if (step > 1) input.buttons = [vscode.QuickInputButtons.Back];
    input.onDidTriggerButton(() => end(back));
    input.onDidAccept(async () => {
      const answer = await accepted();
      if (answer !== undefined) end(answer);
    });
    input.onDidHide(() => end(undefined));
    input.show();
  });
}
