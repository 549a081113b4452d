/** A sequence of input steps. Each has a back button, and Escape cancels all of them. */
import * as vscode from 'vscode';
import type { PlainText } from '../ui/plain-text';
import {
  createInputBox,
  createQuickPick,
  type PlainButton,
  type PlainInput,
  type PlainItem,
  type PlainPick,
} from '../ui/surfaces';

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
/** How long nobody has typed before the text of an input is set, in milliseconds. Keys on their way would be lost. */
const QUIET = 800;

/** An input that has been answered. What is typed from then on is for the next one. */
class EndedInput {
  /** What the next input does not have yet. */
  private typed = '';
  /** How much of the next input's text comes from here or was there before. */
  private given = 0;
  private next: PlainInput | null = null;
  private quiet: ReturnType<typeof setTimeout> | undefined;

  /** `last` is the text that was the answer. */
  constructor(
    private readonly input: PlainInput,
    private last: string,
  ) {
    this.heard(input.value);
    input.onDidChangeValue(() => this.heard(input.value));
    input.value = '';
  }

  /** Gives to `next` what is typed here, as soon as nobody types: a text that is set meanwhile would replace keys. */
  handOver(next: PlainInput): void {
    this.next = next;
    this.given = next.value.length;
    this.settleSoon();
    next.onDidChangeValue(() => this.settleSoon());
    setTimeout(() => this.input.dispose(), LATE);
  }

  /** Gives to the next input what it does not have yet. Returns whether its text has changed. */
  settle(): boolean {
    clearTimeout(this.quiet);
    if (!this.next || this.typed === '') return false;
    const { value } = this.next;
    this.next.value = value.slice(0, this.given) + this.typed + value.slice(this.given);
    this.given += this.typed.length;
    this.typed = '';
    return true;
  }

  dispose(): void {
    clearTimeout(this.quiet);
    this.input.dispose();
  }

  /** A value that does not go on from the last one was typed after the input had been emptied. */
  private heard(value: string): void {
    this.typed += value.startsWith(this.last) ? value.slice(this.last.length) : value;
    this.last = value;
    this.settleSoon();
  }

  private settleSoon(): void {
    clearTimeout(this.quiet);
    if (this.next && this.typed !== '') this.quiet = setTimeout(() => this.settle(), QUIET);
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
  /** What to say if nothing contains the text and it cannot be chosen itself. */
  readonly none?: (typed: string) => PlainItem;
}

/** Lets a person choose one item or type another one. */
export function chooseOne<T>(
  place: StepPlace,
  { placeholder, items, isActive, written, none }: OneOf<T>,
): Promise<Answer<T>> {
  const pick = createQuickPick<Item<T | undefined>>();
  let listed: readonly Item<T>[] = [];
  const show = () => {
    const typed = pick.value.trim();
    const holds = (text = '') => text.toLowerCase().includes(typed.toLowerCase());
    // VS Code lists exact matches first, and the typed text must not come before items that begin with it.
    const own = typed === '' || listed.some(({ label }) => holds(label)) ? null : ownItem(typed, holds);
    pick.items = own ? [...listed, { ...own, alwaysShow: true }] : listed;
  };
  const ownItem = (typed: string, holds: (text?: string) => boolean): Item<T | undefined> | null => {
    if (written || !none) return written?.(typed) ?? null;
    return listed.some(({ description }) => holds(description)) ? null : { ...none(typed), value: undefined };
  };
  pick.placeholder = placeholder;
  pick.matchOnDescription = true;
  const answer = shown(pick, place, () => pick.activeItems[0]?.value);
  if (written || none) pick.onDidChangeValue(show);
  void whenLoaded(pick, items, (all) => {
    listed = all;
    show();
    const active = isActive && all.find(({ value }) => isActive(value));
    if (active) pick.activeItems = [active];
  });
  return answer;
}

/** The feedback for a text while it is typed. */
export interface Looked {
  /** Below the text. */
  readonly prompt: PlainText;
  readonly message: PlainText | null;
  /** What is needed, said on Enter where the text may not be taken at all. */
  readonly needed: PlainText;
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
  /** A button that takes the text, too, where it is for that. */
  readonly also?: { readonly button: PlainButton; isFor(text: string): boolean; taken(isPressed: boolean): void };
}

/** Lets a person type a text, with feedback at every key. */
export function write(place: StepPlace, { placeholder, value, say, insist, also }: Written): Promise<Answer<string>> {
  const input = createInputBox();
  let last = 0;
  const look = async (): Promise<void> => {
    const own = ++last;
    const said = await say(input.value);
    // The text has changed meanwhile.
    if (own !== last) return;
    input.prompt = said.prompt;
    input.validationMessage = said.message === null ? undefined : { message: said.message, severity: said.severity };
  };
  input.placeholder = placeholder;
  input.value = value;
  /** The questionable text for which Enter was already pressed. */
  let insisted: string | null = null;
  const answer = shown(input, place, async (text, isPressed) => {
    const said = await say(text);
    last++;
    if (said.isFine === 'no') {
      input.validationMessage = { message: said.needed, severity: vscode.InputBoxValidationSeverity.Error };
      return undefined;
    }
    if (said.isFine === 'yes' || insisted === text) {
      also?.taken(isPressed);
      return text.trim();
    }
    insisted = text;
    const message = insist(said.message ?? said.prompt);
    input.validationMessage = { message, severity: vscode.InputBoxValidationSeverity.Warning };
    return undefined;
  });
  const { buttons } = input;
  const offer = () => {
    if (also) input.buttons = also.isFor(input.value) ? [...buttons, also.button] : buttons;
  };
  input.onDidChangeValue(offer);
  offer();
  input.onDidChangeValue(() => void look());
  void look();
  return answer;
}

/** Fills the list when its items arrive. If they do not, it stays empty. */
async function whenLoaded<T>(
  pick: PlainPick<Item<T | undefined>>,
  items: Promise<readonly Item<T>[]>,
  show: (items: readonly Item<T>[]) => void,
): Promise<void> {
  pick.busy = true;
  show(await items.catch(() => []));
  pick.busy = false;
}

/**
 * Shows an input until it is answered, left with the back button, or canceled. It stays open if `accepted` returns
 * undefined. `isPressed` says whether another button was pressed instead of Enter.
 */
export function shown<T>(
  input: PlainInput,
  { title, step, totalSteps, open }: StepPlace,
  accepted: (text: string, isPressed: boolean) => T | undefined | Promise<T | undefined>,
): Promise<Answer<T>> {
  return new Promise((resolve) => {
    const before = open.current;
    let isOver = false;
    const end = (answer: Answer<T>, text = input.value) => {
      if (isOver) return;
      isOver = true;
      open.current = new EndedInput(input, text);
      resolve(answer);
    };
    input.title = title;
    input.step = step;
    input.totalSteps = totalSteps;
    // The person may look up an issue in another window, and must not lose the answers so far.
    input.ignoreFocusOut = true;
    if (step > 1) input.buttons = [vscode.QuickInputButtons.Back];
    const accept = async (isPressed: boolean) => {
      // A list highlights what fits the text that it had: Enter once more takes what fits the whole text.
      if (before?.settle() && 'activeItems' in input) return;
      const text = input.value;
      const answer = await accepted(text, isPressed);
      if (answer !== undefined) end(answer, text);
    };
    input.onDidTriggerButton((button) => (button === vscode.QuickInputButtons.Back ? end(back) : accept(true)));
    input.onDidAccept(() => accept(false));
    input.onDidHide(() => end(undefined));
    input.show();
    before?.handOver(input);
  });
}
