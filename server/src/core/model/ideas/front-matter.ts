import { type LabelTopic, labelTopic } from '../../facts/idea-labels';
import { type YamlNode, yamlIn } from '../../markdown/yaml';
import { type Part, partOf, type Span, sliceOf } from '../../text/span';
import { withoutTail } from '../../text/tail';
import type { Field, Mentor } from '../proposal';
import { peopleIn, peopleInLines, personOf, personPart } from './front-people';
import { plainForm } from './idea-label';
import { fieldOfTopic } from './idea-topics';

/** The YAML block at the top of a file that contains a single idea. */
export interface FrontMatter {
  /** From the first `---` to the end of the second. */
  readonly span: Span;
  readonly title: Part | null;
  readonly fields: readonly Field[];
  readonly topics: ReadonlySet<LabelTopic>;
  readonly mentors: readonly Mentor[];
}

/** Longer blocks are data, not front matter. */
const LONGEST = 20_000;
const MOST_KEYS = 100;

/** The front matter of `text`. Null if it has none. A key that is no valid YAML hides no other. Never throws. */
export function frontMatterOf(text: string): FrontMatter | null {
  const open = /^\ufeff?---[ \t]*\r?\n/.exec(text);
  if (!open) return null;
  const head = text.slice(0, LONGEST);
  const close = /^(?:---|\.\.\.)[ \t]*$/m.exec(head.slice(open[0].length));
  if (!close) return null;
  const end = open[0].length + close.index;
  const keys = keysIn(text, { start: open[0].length, end }).slice(0, MOST_KEYS);
  return { span: { start: 0, end: end + close[0].length }, title: titleIn(keys), ...saidIn(text, keys) };
}

/** A key with its value. */
interface Key {
  readonly label: Part;
  /** Without `_` and `-`. */
  readonly name: string;
  /** Null if there is none, or if it is no valid YAML. */
  readonly value: YamlNode | null;
  /** After the colon, with the lines below. */
  readonly body: Span;
}

/** The keys at the margin, and those in maps whose own key says nothing about an idea, such as `gsoc:`. */
function keysIn(text: string, { start, end }: Span): Key[] {
  const matches = [...text.slice(start, end).matchAll(/^([A-Za-z][\w -]{0,40}):(?=[ \t]|\r?$)/gm)].slice(0, MOST_KEYS);
  return matches.flatMap((match, i): Key[] => {
    const [whole, name = ''] = match;
    const at = start + match.index;
    const next = start + (matches[i + 1]?.index ?? end - start);
    const body = partOf(text, { start: at + whole.length, end: next }).span;
    const block = yamlIn(text, { start: at, end: next });
    const value = (block?.is === 'map' ? block.entries[0]?.value : null) ?? null;
    const key = keyOf({ text: name, span: { start: at, end: at + name.length } }, value, body);
    if (value?.is !== 'map' || labelTopic(key.name) !== null) return [key];
    return [
      key,
      ...value.entries.map((entry) => keyOf(entry.key, entry.value, spanOf(entry.value, entry.key.span.end))),
    ];
  });
}

function keyOf(label: Part, value: YamlNode | null, body: Span): Key {
  return { label, name: label.text.replace(/[_-]+/g, ' '), value, body };
}

function spanOf(value: YamlNode | null, at: number): Span {
  if (value === null) return { start: at, end: at };
  return value.is === 'scalar' ? value.part.span : value.span;
}

function titleIn(keys: readonly Key[]): Part | null {
  const found = keys.find(({ name, value }) => /^title$/i.test(name) && value?.is === 'scalar')?.value;
  return found?.is === 'scalar' && found.part.text !== '' ? found.part : null;
}

function saidIn(text: string, keys: readonly Key[]): Pick<FrontMatter, 'fields' | 'topics' | 'mentors'> {
  const fields: Field[] = [];
  const topics = new Set<LabelTopic>();
  const mentors: Mentor[] = [];
  const inParts = new Set<Key>();
  for (const key of keys) {
    const topic = labelTopic(withoutTail(key.name, /[\s\d]/));
    if (topic === null) continue;
    if (topic === 'mentors' && !inParts.has(key)) {
      const parts = partsBeside(key, keys);
      for (const part of parts) inParts.add(part);
      const people = parts.length > 1 ? personInKeys(text, parts) : peopleAt(text, key);
      for (const mentor of people) mentors.push(mentor);
    }
    topics.add(topic);
    fields.push(fieldOf(text, key, topic));
  }
  return { fields, topics, mentors };
}

function fieldOf(text: string, { label, value, body }: Key, topic: LabelTopic): Field {
  const own = value?.is === 'scalar' ? value.part.span : body;
  const empty = value === null && /^(?:#.*)?$/.test(sliceOf(text, body));
  return {
    id: topic === 'mentors' ? fieldOfTopic(topic) : null,
    label,
    form: { ...plainForm, colon: true },
    span: { start: label.span.start, end: Math.max(label.span.end, own.end) },
    value: empty ? { start: body.start, end: body.start } : own,
    empty,
    placeholder: null,
  };
}

function peopleAt(text: string, { value, body }: Key): Mentor[] {
  return value === null ? peopleInLines(text, body) : peopleIn(text, value);
}

/** The keys that name the parts of one person with `key`: `mentor_name`, `mentor_email`. Empty if it names no part. */
function partsBeside(key: Key, keys: readonly Key[]): Key[] {
  const whose = ownerOf(key.name);
  return whose === null ? [] : keys.filter(({ name }) => ownerOf(name) === whose);
}

/** What stands before the part of a person in a key: "mentor" in "mentor email", "mentor 2" in "mentor 2 name". */
function ownerOf(name: string): string | null {
  const [, whose = '', part = ''] = /^(.*?mentors?(?: ?\d+)?) (.+)$/i.exec(name) ?? [];
  return personPart(part) === null ? null : whose.toLowerCase();
}

function personInKeys(text: string, keys: readonly Key[]): Mentor[] {
  const parts: Partial<Record<string, Part>> = {};
  for (const { name, value } of keys) {
    const part = personPart(name.slice((ownerOf(name) ?? '').length));
    if (part !== null && value?.is === 'scalar' && value.part.text !== '') parts[part] ??= value.part;
  }
  const spans = Object.values(parts).flatMap((part) => (part ? [part.span] : []));
  const start = Math.min(...spans.map((span) => span.start));
  return spans.length === 0 ? [] : personOf(text, parts, { start, end: Math.max(...spans.map(({ end }) => end)) });
}
