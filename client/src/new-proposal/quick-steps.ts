/** Steps of a command, one after the other: each can be gone back from, and Escape leaves all of them. */
import * as vscode from 'vscode';
import { icon, joined, type PlainText, plainText } from '../ui/plain-text';
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
  readonly open: OpenInput;
}

/** The input of the last step, which stays open until the next one shows: keys would reach the editor in between. */
interface OpenInput {
  current: EndedInput | null;
}

/** One step: it shows what has been said before, and answers with what is said now. */
export type Step<S> = (said: S, place: StepPlace) => Promise<Answer<S>>;

/** How long keys may still arrive for an input that another one has replaced, in milliseconds. */
const LATE = 1_000;

/** An input that has been answered. What is typed from then on is for the next one. */
class EndedInput {
  private typed = '';
  private last: string;
  /** How much of the next input's text comes from here or was there before. */
  private given = 0;
  private next: PlainInput | null = null;

  constructor(private readonly input: PlainInput) {
    this.last = input.value;
    input.onDidChangeValue(() => this.heard(input.value));
    input.value = '';
  }

  /** Gives to `next`, which is shown now, what has been typed and what still arrives. */
  handOver(next: PlainInput): void {
    this.next = next;
    if (this.typed !== '') next.value += this.typed;
    this.given = next.value.length;
    setTimeout(() => this.dispose(), LATE);
  }

  dispose(): void {
    this.input.dispose();
  }

  /** A value that does not go on from the last one was typed after the input had been emptied. */
  private heard(value: string): void {
    const piece = value.startsWith(this.last) ? value.slice(this.last.length) : value;
    this.last = value;
    this.typed += piece;
    if (!this.next) return;
    const { value: own } = this.next;
    this.next.value = own.slice(0, this.given) + piece + own.slice(this.given);
    this.given += piece.length;
  }
}

/** Takes the steps from `first` on. What has been said stays when somebody goes back. Undefined where the person leaves. */
export async function takeSteps<S>(
  title: PlainText,
  steps: readonly Step<S>[],
  said: S,
  first = 0,
): Promise<S | undefined> {
  let now = said;
  const open: OpenInput = { current: null };
  try {
    for (let i = first; i < steps.length; ) {
      const answer = await steps[i]?.(now, { title, step: i + 1, totalSteps: steps.length, open });
      if (answer === undefined) return undefined;
      if (answer === back) {
        i = Math.max(0, i - 1);
        continue;
      }
      now = answer;
      i++;
    }
    return now;
  } finally {
    open.current?.dispose();
  }
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

export interface SomeOf {
  readonly placeholder: PlainText;
  readonly items: readonly Item<string>[];
  /** What was chosen before, in its order. */
  readonly chosen: readonly string[];
  /** The line that goes on with what is chosen so far. */
  goOn(chosen: readonly PlainText[]): PlainText;
  /** The line that takes a text as it is typed. */
  written(typed: PlainText): PlainText;
}

/** What a line of `chooseSome` does. Null goes on. */
type Line = Item<string | null>;

/**
 * Any number of things out of a list, or as they are typed. Enter takes the highlighted line and asks for the next one;
 * with nothing typed it goes on. A list with check boxes would drop what is typed, and let keys slip to the editor.
 */
export function chooseSome(
  place: StepPlace,
  { placeholder, items, chosen: before, goOn, written }: SomeOf,
): Promise<Answer<readonly string[]>> {
  const pick = createQuickPick<Line>();
  const chosen = [...before];
  const labels = new Map(items.map(({ value, label }) => [value, label]));
  const labelOf = (value: string) => labels.get(value) ?? plainText(value);
  const show = () => {
    const typed = pick.value.trim();
    const own = chosen.map((value): Line => ({ label: joined([icon('check'), labelOf(value)], ' '), value }));
    const others = items.filter(({ value }) => !chosen.includes(value));
    const next: Line = { label: joined([icon('arrow-right'), goOn(chosen.map(labelOf))], ' '), value: null };
    const add: Line = { label: joined([icon('add'), written(plainText(typed))], ' '), alwaysShow: true, value: typed };
    pick.items = typed === '' ? [next, ...own, ...others] : [...others, ...own, add];
  };
  pick.placeholder = placeholder;
  pick.matchOnDescription = true;
  const answer = shown(pick, place, () => {
    const [line] = pick.activeItems;
    if (!line) return undefined;
    if (line.value === null) return chosen;
    const at = chosen.indexOf(line.value);
    if (at >= 0) chosen.splice(at, 1);
    // A typed text may name several, with semicolons between them.
    else if (line.alwaysShow) chosen.push(...entriesIn(pick.value).filter((entry) => !chosen.includes(entry)));
    else chosen.push(line.value);
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

/** What is said of a text while it is typed. */
export interface Looked {
  /** Below the text. */
  readonly prompt: PlainText;
  readonly message: PlainText | null;
  readonly severity: vscode.InputBoxValidationSeverity;
  /** Whether the text may be taken: at once, when Enter is pressed once more, or not at all. */
  readonly isFine: 'yes' | 'insist' | 'no';
}

export interface Written {
  readonly placeholder: PlainText;
  readonly value: string;
  /** Said in place of the message on the first Enter for a text that should not stand; "{message} Press Enter again…". */
  insist(message: PlainText): PlainText;
  /** Never rejects. */
  say(text: string): Promise<Looked>;
}

/** A text, with what is said of it at every key. */
export function write(place: StepPlace, { placeholder, value, say, insist }: Written): Promise<Answer<string>> {
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
  /** The text that Enter was pressed for although it should not stand. */
  let insisted: string | null = null;
  const answer = shown(input, place, async () => {
    const text = input.value;
    const said = await look();
    if (!said) return undefined;
    if (said.isFine === 'no') {
      input.validationMessage = { message: said.prompt, severity: vscode.InputBoxValidationSeverity.Error };
      return undefined;
    }
    if (said.isFine === 'yes' || insisted === text) return text.trim();
    insisted = text;
    const message = insist(said.message ?? said.prompt);
    input.validationMessage = { message, severity: vscode.InputBoxValidationSeverity.Warning };
    return undefined;
  });
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
  { title, step, totalSteps, open }: StepPlace,
  accepted: () => T | undefined | Promise<T | undefined>,
): Promise<Answer<T>> {
  return new Promise((resolve) => {
    const before = open.current;
    let isOver = false;
    const end = (answer: Answer<T>) => {
      if (isOver) return;
      isOver = true;
      open.current = new EndedInput(input);
      resolve(answer);
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
    before?.handOver(input);
  });
}
