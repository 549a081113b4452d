import { type LabelTopic, labelTopic } from '../../facts/idea-labels';
import { type Part, partOf, type Span } from '../../text/span';
import { mentorsIn } from '../mentor';
import type { Field, Mentor } from '../proposal';
import { plainForm } from './idea-label';

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
const MOST_MENTORS = 50;

/**
 * The front matter of `text`. Null if it has none. We read lines instead of YAML, because we need the place of each
 * value and these files contain only flat keys and a list of mentors. Never throws.
 */
export function frontMatterOf(text: string): FrontMatter | null {
  const open = /^\ufeff?---[ \t]*\r?\n/.exec(text);
  if (!open) return null;
  const head = text.slice(0, LONGEST);
  const close = /^(?:---|\.\.\.)[ \t]*$/m.exec(head.slice(open[0].length));
  if (!close) return null;
  const end = open[0].length + close.index;
  const fields: Field[] = [];
  const topics = new Set<LabelTopic>();
  const mentors: Mentor[] = [];
  let title: Part | null = null;
  for (const key of keysIn(text, { start: open[0].length, end })) {
    const name = key.label.text.replace(/[_-]+/g, ' ');
    if (/^title$/i.test(name)) title = unquoted(text, key.value);
    const topic = labelTopic(name);
    if (topic === null) continue;
    if (topic === 'mentors') for (const mentor of peopleIn(text, key)) mentors.push(mentor);
    topics.add(topic);
    fields.push(fieldOf(key, topic));
  }
  return { span: { start: 0, end: end + close[0].length }, title, fields, topics, mentors };
}

interface Key {
  readonly label: Part;
  /** After the colon, on the same line. */
  readonly value: Span;
  /** Includes the indented lines below. */
  readonly body: Span;
}

function keysIn(text: string, { start, end }: Span): Key[] {
  const keys: Key[] = [];
  const pattern = /^([A-Za-z][\w -]{0,40}):(?=[ \t]|\r?$)[ \t]*([^\r\n]*)/gm;
  const block = text.slice(start, end);
  const matches = [...block.matchAll(pattern)].slice(0, 100);
  matches.forEach((match, i) => {
    const [whole, name = '', value = ''] = match;
    const at = start + match.index;
    const from = at + whole.length - value.length;
    keys.push({
      label: { text: name, span: { start: at, end: at + name.length } },
      value: partOf(text, { start: from, end: from + value.length }).span,
      body: partOf(text, { start: from, end: start + (matches[i + 1]?.index ?? block.length) }).span,
    });
  });
  return keys;
}

function fieldOf({ label, body }: Key, topic: LabelTopic): Field {
  return {
    id: topic === 'mentors' ? 'mentors' : null,
    label,
    form: { ...plainForm, colon: true },
    span: { start: label.span.start, end: Math.max(label.span.end, body.end) },
    value: body,
    empty: body.start === body.end,
    placeholder: null,
  };
}

/** Reads mentors on the key's line like those of any list. */
function peopleIn(text: string, { value, body }: Key): Mentor[] {
  return value.end > value.start ? mentorsIn(text, [value]) : mentorItems(text, body);
}

/** Reads a list of mentors: `- email: …`, `  first_name: …`, or `- Name`. */
function mentorItems(text: string, { start, end }: Span): Mentor[] {
  const block = text.slice(start, end);
  const items = [...block.matchAll(/^[ \t]*-[ \t]/gm)].slice(0, MOST_MENTORS);
  return items.flatMap((item, i) => {
    const span = partOf(text, {
      start: start + item.index + item[0].length,
      end: start + (items[i + 1]?.index ?? block.length),
    }).span;
    const values = valuesIn(text, span);
    const value = (...names: readonly string[]): Part | null => {
      const at = names.map((name) => values.get(name)).find((found) => found !== undefined);
      return at ? unquoted(text, at) : null;
    };
    const first = value('first_name', 'name');
    const last = value('last_name');
    const handle = value('github', 'github_username', 'handle');
    // A name in two values has no place of its own: other keys may stand between them.
    const name = first && last ? { text: `${first.text} ${last.text}`, span: first.span } : (first ?? last);
    const email = value('email', 'e-mail', 'mail');
    const whole = name || email || handle ? null : unquoted(text, span);
    const mentor = { span, name: name ?? whole, handle, email, lfid: null, plain: false, role: null };
    return mentor.name || mentor.handle || mentor.email ? [mentor] : [];
  });
}

/** The values of a list item, by their keys in lower case. */
function valuesIn(text: string, { start, end }: Span): ReadonlyMap<string, Span> {
  const values = new Map<string, Span>();
  for (const match of text.slice(start, end).matchAll(/^[ \t]{0,40}([A-Za-z][\w-]{0,40}):[ \t]([^\r\n]{1,300})/gm)) {
    const [whole, key = '', value = ''] = match;
    const from = start + match.index + whole.length - value.length;
    values.set(key.toLowerCase(), { start: from, end: from + value.length });
  }
  return values;
}

function unquoted(text: string, span: Span): Part | null {
  const part = partOf(text, span);
  const isQuoted = /^(["'])[^\n]*\1$/.test(part.text) && part.text.length > 1;
  const inner = isQuoted ? partOf(text, { start: part.span.start + 1, end: part.span.end - 1 }) : part;
  return inner.text === '' || inner.text.includes('\n') ? null : inner;
}
