import { type LabelTopic, labelTopic } from '../../facts/idea-labels';
import { wordKey } from '../../facts/words';
import type { Part, Span } from '../../text/span';
import { withoutTail } from '../../text/tail';
import type { LabelForm } from '../proposal';

/** How an idea list writes its labels. */
export type LabelShape = 'line' | 'bold' | 'item' | 'heading' | 'row' | 'column';

/** A label of an idea list. Offsets count from the start of the text that was read. */
export interface IdeaLabel {
  /** Equal for different spellings of a label. */
  readonly key: string;
  /** Null for unknown words, which are a label only if the list repeats them. */
  readonly topic: LabelTopic | null;
  readonly label: Part;
  readonly shape: LabelShape;
  readonly form: LabelForm;
  /** The start of the label's line, cell or heading. */
  readonly start: number;
  readonly valueStart: number;
  /** The end of the value in a table cell. Null if the value ends at the next label. */
  readonly valueEnd: number | null;
}

/** The form of a label without marker, emphasis and colon. */
export const plainForm: LabelForm = { indent: 0, marker: null, bold: false, colon: false, yaml: false };

/**
 * Whether a label counts in any list: its words are known, the template asks for it (`asked` has its key), or it is
 * more than plain text before a colon.
 */
export function isLabelOf({ topic, shape, key }: IdeaLabel, asked: ReadonlySet<string> = noKeys): boolean {
  return topic !== null || shape !== 'line' || asked.has(key);
}

const noKeys: ReadonlySet<string> = new Set();

/** The words of a label without emphasis and colon. */
export function plainLabel(written: string): string {
  return withoutTail(written, /[\s*_:：]/).replace(/^[\s*_]+/, '');
}

/** A label before we look up its meaning. */
export interface WrittenLabel extends Omit<IdeaLabel, 'key' | 'topic' | 'label'> {
  readonly text: string;
  readonly span: Span;
}

/** Looks up the meaning of a label. Null for a text without letters or digits. */
export function labelFrom({ text, span, ...rest }: WrittenLabel): IdeaLabel | null {
  const key = wordKey(text);
  return key === '' ? null : { ...rest, key, topic: labelTopic(text), label: { text, span } };
}
