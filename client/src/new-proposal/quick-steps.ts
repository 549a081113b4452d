/** A sequence of input steps. Each has a back button, and Escape cancels all of them. */
import * as vscode from 'vscode';
import { icon, joined, type PlainText, plainText } from '../ui/plain-text';
import { createInputBox, createQuickPick, type PlainInput, type PlainItem, type PlainPick } from '../ui/surfaces';

/** Returned to go back one step. */
export const back = Symbol('back');

/** The answer of a step. Undefined if the person has canceled. */
export type Answer<T> = T | typeof back | undefined;

/** The position of a step in the sequence. */
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

/** A step: shows the answers so far and returns them with the new one. */
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

/** Runs the steps from `first` on. Going back keeps the answers. Undefined if the person cancels. */
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

/** An item to choose, with its value. */
export interface Item<T> extends PlainItem {
  readonly value: T;
}

export interface OneOf<T> {
  readonly placeholder: PlainText;
  readonly items: Promise<readonly Item<T>[]>;
  /** Whether the item was chosen before. */
  readonly isActive?: (value: T) => boolean;
  /** The item for a text that no item of the list contains. Null for none. */
  readonly written?: (typed: string) => Item<T> | null;
}

/** Lets a person choose one item or type another one. */
export function chooseOne<T>(
  place: StepPlace,
  { placeholder, items, isActive, written }: OneOf<T>,
): Promise<Answer<T>> {
  const pick = createQuickPick<Item<T>>();
  let listed: readonly Item<T>[] = [];
  const show = () => {
    const typed = pick.value.trim();
    // VS Code lists exact matches first, and the typed text must not come before items that begin with it.
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
  /** The values that were chosen before, in order. */
  readonly chosen: readonly string[];
  /** The line that goes on with what is chosen so far. */
  goOn(chosen: readonly PlainText[]): PlainText;
  /** The line that takes a text as it is typed. */
  written(typed: PlainText): PlainText;
}

/** What a line of `chooseSome` does. Null goes on. */
type Line = Item<string | null>;

/**
 * Lets a person choose or type any number of values. Enter takes the highlighted item. With nothing typed it goes on. A
 * list with check boxes would drop typed text and lose the focus.
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

/** The feedback for a text while it is typed. */
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
  /** The message on the first Enter for a questionable text. */
  insist(message: PlainText): PlainText;
  /** Never rejects. */
  say(text: string): Promise<Looked>;
}

/** Lets a person type a text, with feedback at every key. */
export function write(place: StepPlace, { placeholder, value, say, insist }: Written): Promise<Answer<string>> {
  const input = createInputBox();
  let last = 0;
  const look = async (): Promise<Looked | null> => {
    const own = ++last;
    const said = await say(input.value);
    // The text has changed meanwhile.
    if (own !== last) return null;
    input.prompt = said.prompt;
    input.validationMessage = said.message === null ? undefined : { message: said.message, severity: said.severity };
    return said;
  };
  input.placeholder = placeholder;
  input.value = value;
  /** The questionable text for which Enter was already pressed. */
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

/** Fills the list when its items arrive. If they do not, it stays empty. */
async function whenLoaded<T>(
  pick: PlainPick<Item<T>>,
  items: Promise<readonly Item<T>[]>,
  show: (items: readonly Item<T>[]) => void,
): Promise<void> {
  pick.busy = true;
  show(await items.catch(() => []));
  pick.busy = false;
}

/**
 * Shows an input until it is answered, left with the back button, or canceled. It stays open if `accepted` returns
 * undefined.
 */
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
    // The person may look up an issue in another window, and must not lose the answers so far.
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
