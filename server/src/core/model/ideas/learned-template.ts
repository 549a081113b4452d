import type { FieldId } from '../../facts/fields';
import { wordKey } from '../../facts/words';
import { noLabels } from '../fields';
import type { ProposalBody } from '../proposal';
import type { Template, TemplateField } from '../template';
import type { IdeaLabel, LabelShape } from './idea-label';

/** The labels of one idea, with their fields. */
export interface LabelledIdea {
  readonly level: number;
  readonly body: ProposalBody;
  readonly labels: readonly IdeaLabel[];
}

interface Habit {
  /** In how many ideas. */
  count: number;
  /** The sum of its places in the ideas, each from 0 to 1. */
  places: number;
  readonly spellings: Map<string, number>;
  readonly shapes: Map<LabelShape, number>;
  id: FieldId | null;
}

/** The template that a list of ideas follows: the labels that at least half of them have, in their usual order and shape. */
export function learnedTemplate(ideas: readonly LabelledIdea[], isPage: boolean): Template {
  const habits = habitsOf(ideas);
  const usual = [...habits.values()]
    .filter(({ count }) => count * 2 >= ideas.length)
    .sort((a, b) => a.places / a.count - b.places / b.count);
  const taken = new Set<FieldId>();
  const fields = usual.map((habit): TemplateField => {
    const id = habit.id !== null && !taken.has(habit.id) ? habit.id : null;
    if (id) taken.add(id);
    return { id, label: mostFrequent(habit.spellings) ?? '', body: '', hint: '', count: habit.count };
  });
  const level = mostFrequent(new Map(tally(ideas.map((idea) => idea.level)))) ?? 2;
  const shape = mostFrequent(new Map(tally(usual.map(({ shapes }) => mostFrequent(shapes) ?? 'bold')))) ?? 'bold';
  return {
    source: 'habit',
    key: `habit ${level} ${shape} ${ideas.length} ${fields.map(({ label, count }) => `${label} ${count}`).join()}`,
    projectLevel: Math.max(1, level - 1),
    proposalLevel: level,
    fields,
    marker: shape === 'item' ? '- ' : '',
    labels: noLabels,
    shape,
    proposals: isPage ? 0 : ideas.length,
  };
}

function habitsOf(ideas: readonly LabelledIdea[]): ReadonlyMap<string, Habit> {
  const habits = new Map<string, Habit>();
  for (const { labels, body } of ideas) {
    const seen = new Set<string>();
    labels.forEach((label, i) => {
      if (seen.has(label.key)) return;
      seen.add(label.key);
      const habit = habits.get(label.key) ?? {
        count: 0,
        places: 0,
        spellings: new Map<string, number>(),
        shapes: new Map<LabelShape, number>(),
        id: body.fields.find((field) => field.label !== null && wordKey(field.label.text) === label.key)?.id ?? null,
      };
      habits.set(label.key, habit);
      habit.count++;
      habit.places += i / Math.max(1, labels.length - 1);
      add(habit.spellings, label.label.text);
      add(habit.shapes, label.shape);
    });
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
