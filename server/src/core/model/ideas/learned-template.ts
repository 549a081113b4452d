import type { FieldId } from '../../facts/fields';
import { wordKey } from '../../facts/words';
import { noLabels } from '../fields';
import type { ProposalBody } from '../proposal';
import { type LabelWriting, type Template, type TemplateField, withUniqueIds } from '../template';
import type { IdeaLabel } from './idea-label';

/** The labels and fields of an idea. */
export interface LabelledIdea {
  readonly level: number;
  readonly body: ProposalBody;
  readonly labels: readonly IdeaLabel[];
}

interface Habit {
  /** The number of ideas with this field. */
  count: number;
  /** The sum of its relative positions in the ideas, each from 0 to 1. */
  places: number;
  readonly spellings: Map<string, number>;
  /** How often each way of writing occurs. The key is a `LabelWriting` as JSON. */
  readonly writings: Map<string, number>;
  id: FieldId | null;
}

const plainWriting = JSON.stringify({ shape: 'bold', before: '**', after: ':**', alone: false } satisfies LabelWriting);

/** How a label is written. Its offsets count from the start of `text`. */
export function writingOf(text: string, { shape, start, label: { span }, valueStart }: IdeaLabel): LabelWriting {
  if (shape === 'row') return { shape, before: '| ', after: ' |', alone: false };
  const lineEnd = text.indexOf('\n', valueStart);
  const rest = text.slice(valueStart, lineEnd < 0 ? undefined : lineEnd);
  const isBroken = /^\s{0,10}<br\s?\/?>/i.exec(rest)?.[0];
  return {
    shape,
    before: text.slice(start, span.start),
    after: shape === 'heading' ? '' : text.slice(span.end, valueStart).trimEnd() + (isBroken ?? ''),
    alone: shape === 'heading' || rest.slice(isBroken?.length ?? 0).trim() === '',
  };
}

/**
 * The template that a list of ideas follows: the labels that at least half of the ideas have, with their usual order
 * and form.
 */
export function learnedTemplate(ideas: readonly LabelledIdea[], isPage: boolean): Template {
  const habits = habitsOf(ideas);
  const usual = [...habits.values()]
    .filter(({ count }) => count * 2 >= ideas.length)
    .sort((a, b) => a.places / a.count - b.places / b.count);
  const level = mostFrequent(tally(ideas.map((idea) => idea.level))) ?? 2;
  const written = mostFrequent(tally(usual.map(({ writings }) => mostFrequent(writings) ?? ''))) || plainWriting;
  const writing: LabelWriting = JSON.parse(written);
  const fields = withUniqueIds(
    usual.map(({ id, spellings, count, writings }): TemplateField => {
      const own = mostFrequent(writings) ?? written;
      const label = mostFrequent(spellings) ?? '';
      return { id, label, body: '', hint: '', count, ...(own === written ? {} : { writing: JSON.parse(own) }) };
    }),
  );
  return {
    source: 'habit',
    key: `habit ${level} ${written} ${ideas.length} ${fields.map(({ label, count }) => `${label} ${count}`).join()}`,
    projectLevel: Math.max(1, level - 1),
    proposalLevel: level,
    fields,
    marker: writing.shape === 'item' ? '- ' : '',
    labels: noLabels,
    writing,
    proposals: isPage ? 0 : ideas.length,
  };
}

/** What one idea says about a label. */
interface Use {
  readonly key: string;
  readonly spelling: string;
  /** A `LabelWriting` as JSON. */
  readonly writing: string;
  readonly place: number;
  readonly id: FieldId | null;
}

/** The uses in an idea's labels. An idea that has not changed keeps its labels, so they are looked at once. */
const remembered = new WeakMap<readonly IdeaLabel[], readonly Use[]>();

function usesIn({ labels, body }: LabelledIdea): readonly Use[] {
  const known = remembered.get(labels);
  if (known) return known;
  const ids = new Map(body.fields.map(({ id, label }) => [label === null ? '' : wordKey(label.text), id] as const));
  const firsts = labels.filter(({ key }, i) => labels.findIndex((other) => other.key === key) === i);
  const uses = firsts.map((label, i): Use => {
    const writing = JSON.stringify(writingOf(body.text, label));
    const place = i / Math.max(1, firsts.length - 1);
    return { key: label.key, spelling: label.label.text, writing, place, id: ids.get(label.key) ?? null };
  });
  remembered.set(labels, uses);
  return uses;
}

function habitsOf(ideas: readonly LabelledIdea[]): ReadonlyMap<string, Habit> {
  const habits = new Map<string, Habit>();
  for (const idea of ideas) {
    for (const { key, spelling, writing, place, id } of usesIn(idea)) {
      const habit = habits.get(key) ?? { count: 0, places: 0, spellings: new Map(), writings: new Map(), id };
      habits.set(key, habit);
      habit.count++;
      habit.places += place;
      add(habit.spellings, spelling);
      add(habit.writings, writing);
    }
  }
  return habits;
}

function add<T>(counts: Map<T, number>, value: T): void {
  counts.set(value, (counts.get(value) ?? 0) + 1);
}

function tally<T>(values: readonly T[]): Map<T, number> {
  const counts = new Map<T, number>();
  for (const value of values) add(counts, value);
  return counts;
}

function mostFrequent<T>(counts: ReadonlyMap<T, number>): T | null {
  let best: T | null = null;
  for (const [value, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = value;
  return best;
}
