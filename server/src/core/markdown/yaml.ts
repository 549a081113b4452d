import {
  EVENT_ID,
  type Event,
  FAILSAFE_SCHEMA,
  getScalarValue,
  load,
  parseEvents,
  SCALAR_STYLE,
  type ScalarEvent,
} from 'js-yaml';
import { type Part, type Span, shift, trimmed } from '../text/span';

/** A value in YAML. Spans count from the start of the whole text and leave out quotes and comments. */
export type YamlNode = YamlScalar | YamlList | YamlMap;

export interface YamlScalar {
  readonly is: 'scalar';
  /** The text that the scalar means, and where it is written. They differ for folded lines and escapes. */
  readonly part: Part;
  /** Whether it is a block below its key (`|` or `>`). */
  readonly block: boolean;
}

export interface YamlList {
  readonly is: 'list';
  readonly span: Span;
  readonly items: readonly YamlNode[];
}

export interface YamlMap {
  readonly is: 'map';
  readonly span: Span;
  /** A key without a value has null. */
  readonly entries: readonly { readonly key: Part; readonly value: YamlNode | null }[];
}

/** No front matter nests deeper. */
const DEEPEST = 12;

/**
 * The value that `span` of `text` contains as YAML. Null if it is no valid YAML or has no value. Tags are ignored and
 * aliases are no values, so nothing is built but texts, lists and maps of what is written.
 */
export function yamlIn(text: string, span: Span): YamlNode | null {
  try {
    const source = text.slice(span.start, span.end);
    return new NodeReader(source, span.start, parseEvents(source, { maxDepth: DEEPEST })).document();
  } catch {
    return null;
  }
}

class NodeReader {
  private at = 0;

  constructor(
    private readonly source: string,
    private readonly by: number,
    private readonly events: readonly Event[],
  ) {}

  document(): YamlNode | null {
    if (this.events[this.at]?.type === EVENT_ID.DOCUMENT) this.at++;
    return this.next();
  }

  /** Reads one value. Null for an empty one and an alias. */
  private next(): YamlNode | null {
    const event = this.events[this.at++];
    if (event?.type === EVENT_ID.SCALAR) return this.scalar(event);
    if (event?.type === EVENT_ID.SEQUENCE) return this.list(event.start);
    return event?.type === EVENT_ID.MAPPING ? this.map(event.start) : null;
  }

  private scalar(event: ScalarEvent): YamlScalar | null {
    if (event.valueStart < 0) return null;
    const written = trimmed(this.source, { start: event.valueStart, end: event.valueEnd });
    const block = event.style === SCALAR_STYLE.LITERAL_BLOCK || event.style === SCALAR_STYLE.FOLDED_BLOCK;
    const text = getScalarValue(this.source, event).trim();
    return { is: 'scalar', part: { text, span: shift(written, this.by) }, block };
  }

  private list(start: number): YamlList {
    const items: YamlNode[] = [];
    while (!this.closes()) {
      const item = this.next();
      if (item) items.push(item);
    }
    return { is: 'list', span: this.spanOf(start, items.at(-1)), items };
  }

  private map(start: number): YamlMap {
    const entries: { key: Part; value: YamlNode | null }[] = [];
    while (!this.closes()) {
      const key = this.next();
      const value = this.next();
      if (key?.is === 'scalar') entries.push({ key: key.part, value });
    }
    const last = entries.at(-1);
    return { is: 'map', span: this.spanOf(start, last?.value ?? last?.key), entries };
  }

  /** Whether the list or map ends here. */
  private closes(): boolean {
    const event = this.events[this.at];
    if (event !== undefined && event.type !== EVENT_ID.POP) return false;
    this.at++;
    return true;
  }

  private spanOf(start: number, last: YamlNode | Part | undefined): Span {
    const from = start + this.by;
    return { start: from, end: Math.max(from, last ? spanOfNode(last).end : from) };
  }
}

function spanOfNode(node: YamlNode | Part): Span {
  if (!('is' in node)) return node.span;
  return node.is === 'scalar' ? node.part.span : node.span;
}

/**
 * What a text of YAML means: strings, lists and objects alone. Nothing in it is more than text, and nothing stands for
 * more than itself, because an alias could make a short file mean a long one. Throws a `YAMLException`.
 */
export function plainYaml(text: string): unknown {
  return load(text, { schema: FAILSAFE_SCHEMA, maxAliases: 0 });
}
