/** What the preview's page and its panel say to each other. Either treats what arrives as a stranger's data. */

export type Tone = 'error' | 'warning' | 'good' | 'plain';

/** A line that the page shows. With a `target`, a press goes to its place in the draft. */
export interface PageLine {
  readonly text: string;
  readonly tone: Tone;
  /** The number of a place that the panel knows. Null for none. */
  readonly target: number | null;
}

/** A field of the form as it will be filled in. */
export interface PageField {
  readonly label: string;
  /** "required", translated; empty for an optional field. */
  readonly need: string;
  /** Empty for check boxes and for a field without an answer. */
  readonly value: string;
  /** Said in place of an answer. */
  readonly placeholder: string;
  readonly boxes: readonly { readonly label: string; readonly ticked: boolean }[];
  /** "2,140 of 3,000"; empty without a limit. */
  readonly count: string;
  readonly isOver: boolean;
  readonly problems: readonly PageLine[];
  readonly target: number;
}

/** A group of lines under a heading. */
export interface PageGroup {
  readonly heading: string;
  readonly note: string;
  readonly lines: readonly PageLine[];
}

/** Everything that the page shows, in its words and order. */
export interface PageView {
  readonly heading: string;
  readonly summary: PageLine;
  /** The title, and the name of the program with its length. */
  readonly names: readonly {
    readonly label: string;
    readonly text: string;
    readonly count: string;
    readonly isOver: boolean;
  }[];
  readonly fieldsHeading: string;
  readonly fields: readonly PageField[];
  readonly groups: readonly PageGroup[];
  readonly actionsHeading: string;
  readonly actions: readonly { readonly id: string; readonly label: string; readonly detail: string }[];
  readonly footnote: string;
}

/** From the panel: what to show, or one sentence in place of it. `place` is kept by the page and handed back after a reload. */
export type ToPage =
  | { readonly is: 'view'; readonly view: PageView; readonly place: unknown }
  | { readonly is: 'nothing'; readonly sentence: string; readonly place: unknown };

/** From the page: it is ready, a line was pressed, or an action. */
export type FromPage =
  | { readonly is: 'ready' }
  | { readonly is: 'reveal'; readonly target: number }
  | { readonly is: 'act'; readonly id: string };
