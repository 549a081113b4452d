import { type LabelTopic, labelTopic } from '../../facts/idea-labels';
import { wordKey } from '../../facts/words';
import type { Part, Span } from '../../text/span';
import { withoutTail } from '../../text/tail';
import type { LabelForm } from '../proposal';

/** How an idea list writes its labels. */
export type LabelShape = 'line' | 'bold' | 'item' | 'heading' | 'row' | 'column';

/** A label of an idea list and where its value begins. Offsets count from the start of the text that was read. */
export interface IdeaLabel {
  /** What two spellings of one label have in common. */
  readonly key: string;
  /** Null for words that no known label has: a label only where a list repeats it. */
  readonly topic: LabelTopic | null;
  readonly label: Part;
  readonly shape: LabelShape;
  readonly form: LabelForm;
  /** Where the label's line, cell or heading begins. */
  readonly start: number;
  readonly valueStart: number;
  /** Where the value of a table's cell ends; null where it goes on to the next label. */
  readonly valueEnd: number | null;
}

/** The words of a label without emphasis and colon. */
export function plainLabel(written: string): string {
  return withoutTail(written, /[\s*_:：]/).replace(/^[\s*_]+/, '');
}

/** What is known of a label before it is understood. */
export interface WrittenLabel extends Omit<IdeaLabel, 'key' | 'topic' | 'label'> {
  readonly text: string;
  readonly span: Span;
}

/** A label with its meaning; null for a text without letters. */
export function labelFrom({ text, span, ...rest }: WrittenLabel): IdeaLabel | null {
  const key = wordKey(text);
  return key === '' ? null : { ...rest, key, topic: labelTopic(text), label: { text, span } };
}
