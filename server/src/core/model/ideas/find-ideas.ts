import { type LabelTopic, tellingCount } from '../../facts/idea-labels';
import type { Section } from '../section';
import { type IdeaLabel, isLabelOf } from './idea-label';
import type { SectionNotes } from './section-notes';

/** The sections of an idea. `first` and `last` are section indices, both inclusive. */
export interface IdeaPlace {
  readonly first: number;
  readonly last: number;
}

/** The ideas in a list of sections, and the headings that are labels. */
export interface FoundIdeas {
  readonly ideas: readonly IdeaPlace[];
  /**
   * Per section, whether its heading is a label ("### Technical skills"): it has the words of a label, or the list
   * repeats it.
   */
  readonly isLabel: readonly boolean[];
  /** Per section, the index of its parent section. 0 if it has none. */
  readonly parents: readonly number[];
}

/** A heading that occurs this often is no title. */
const REPEATED = 3;

/** What shows which headings are ideas. */
export interface IdeaEvidence {
  readonly sections: readonly Section[];
  readonly notes: readonly SectionNotes[];
  /** Keys of the labels in the repository's template. */
  readonly asked: ReadonlySet<string>;
  /** Indices of sections whose tables are ideas, so that the heading is none. */
  readonly held: ReadonlySet<number>;
}

/**
 * Finds the ideas: headings with proposal labels in their own section or in the sections below. An idea ends where the
 * next one begins. If a heading and one below it both qualify, the lower one is the idea. The ideas must share two
 * labels with each other or with the repository's template.
 */
export function findIdeas({ sections, notes, asked, held }: IdeaEvidence): FoundIdeas {
  const parents = parentsOf(sections);
  const isLabel = labelHeadings(sections, notes, parents, asked);
  const merged: Set<LabelTopic>[] = notes.map(({ topics }) => new Set(topics));
  const keys: Set<string>[] = notes.map(
    ({ labels }) => new Set(labels.filter((label) => isLabelOf(label, asked)).map(comparedKey)),
  );
  const isIdea = notes.map(() => false);
  const holdsIdea = notes.map(() => false);
  for (let i = sections.length - 1; i > 0; i--) {
    const note = notes[i];
    const parent = parents[i] ?? 0;
    if (!note) continue;
    if (held.has(i)) {
      holdsIdea[i] = true;
      holdsIdea[parent] = true;
      continue;
    }
    const own = holdsIdea[i] ? note.topics : (merged[i] ?? note.topics);
    const isTelling = tellingCount(own) >= 2 || (!holdsIdea[i] && askedCount(keys[i]) >= 2);
    isIdea[i] = !isLabel[i] && canBeIdea(note) && isTelling;
    if (isIdea[i] || holdsIdea[i]) {
      holdsIdea[parent] = true;
      continue;
    }
    if (!belongsToParent(i)) continue;
    for (const topic of own) merged[parent]?.add(topic);
    for (const key of keys[i] ?? []) keys[parent]?.add(key);
    if (isLabel[i] && note.heading) {
      keys[parent]?.add(comparedKey(note.heading));
      if (note.heading.topic) merged[parent]?.add(note.heading.topic);
    }
  }
  const candidates = indicesOf(isIdea);
  const common = commonKeys(candidates.map((i) => keys[i] ?? new Set()));
  const ideas = candidates.filter(
    (i) => candidates.length === 1 || shared(keys[i], common) >= 2 || askedCount(keys[i]) >= 2,
  );
  const more = draftsBeside(ideas, common);
  const starts = [...ideas, ...more].sort((a, b) => a - b);
  return { ideas: starts.map((first, order) => ({ first, last: lastOf(first, starts[order + 1]) })), isLabel, parents };

  function askedCount(own: ReadonlySet<string> | undefined): number {
    let count = 0;
    for (const key of own ?? []) if (asked.has(key.replace('#', ''))) count++;
    return count;
  }

  /** False for a template or sample, so that it does not become part of an idea. */
  function belongsToParent(i: number): boolean {
    const role = notes[i]?.role;
    return role !== 'template' && role !== 'sample';
  }

  /**
   * Unfinished ideas: headings at the level of the ideas that share fewer labels with them or are between two of them.
   */
  function draftsBeside(found: readonly number[], common: ReadonlySet<string>): number[] {
    if (found.length < 3) return [];
    const places = new Set(found.map((i) => `${parents[i]} ${sections[i]?.level}`));
    let next = 0;
    return sections.flatMap((section, i) => {
      while ((found[next] ?? i) < i) next++;
      const note = notes[i];
      if (!note || isIdea[i] || isLabel[i] || holdsIdea[i] || !canBeIdea(note)) return [];
      if (!places.has(`${parents[i]} ${section.level}`)) return [];
      const hasLabel = shared(keys[i], common) >= 1 && tellingCount(merged[i] ?? new Set()) >= 1;
      return hasLabel || (note.role === 'other' && [found[next - 1], found[next]].every((idea) => isSibling(i, idea)))
        ? [i]
        : [];
    });

    function isSibling(i: number, idea: number | undefined): boolean {
      return idea !== undefined && parents[idea] === parents[i] && sections[idea]?.level === sections[i]?.level;
    }
  }

  /** The last section below an idea's heading, before the next idea. */
  function lastOf(first: number, next: number | undefined): number {
    const level = sections[first]?.level ?? 0;
    let last = first;
    while (last + 1 < (next ?? sections.length) && (sections[last + 1]?.level ?? 0) > level) last++;
    return last;
  }
}

/**
 * Headings and lines with the same words get different keys, because "## Mentors" after a list is not part of an idea.
 */
function comparedKey({ key, shape }: IdeaLabel): string {
  return shape === 'heading' ? `#${key}` : key;
}

/** Whether a heading only numbers an idea: "Project 1", "Idea #2". */
export function isNumbered(title: string): boolean {
  return /^(?:project|idea|proposal|topic)(?: idea)? ?#?\d{1,3}[.:)]?$/i.test(title);
}

function canBeIdea({ role, isHole }: SectionNotes): boolean {
  return role !== 'template' && role !== 'sample' && !isHole;
}

function indicesOf(flags: readonly boolean[]): number[] {
  return flags.flatMap((flag, i) => (flag ? [i] : []));
}

/** The labels that at least a quarter of the ideas share, and at least two of them. */
function commonKeys(all: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  const times = new Map<string, number>();
  for (const keys of all) for (const key of keys) times.set(key, (times.get(key) ?? 0) + 1);
  const least = Math.max(2, all.length / 4);
  return new Set([...times].filter(([, count]) => count >= least).map(([key]) => key));
}

function shared(keys: ReadonlySet<string> | undefined, common: ReadonlySet<string>): number {
  let count = 0;
  for (const key of keys ?? []) if (common.has(key)) count++;
  return count;
}

/** For each section, the index of its parent section. 0 if it has none. */
function parentsOf(sections: readonly Section[]): number[] {
  const open: number[] = [];
  return sections.map(({ level }, i) => {
    while (open.length > 0 && (sections[open.at(-1) ?? 0]?.level ?? 0) >= level) open.pop();
    const parent = open.at(-1) ?? 0;
    if (level > 0) open.push(i);
    return parent;
  });
}

/** Whether each heading is a label: it has the words of a label, or the list repeats it below several headings. */
function labelHeadings(
  sections: readonly Section[],
  notes: readonly SectionNotes[],
  parents: readonly number[],
  asked: ReadonlySet<string>,
): boolean[] {
  const above = new Map<string, Set<number>>();
  notes.forEach(({ titleKey }, i) => {
    const level = sections[i]?.level ?? 0;
    if (level < 2 || titleKey === '') return;
    const own = above.get(titleKey) ?? new Set();
    above.set(titleKey, own.add(parents[i] ?? 0));
  });
  return notes.map(
    ({ heading, titleKey, topics }) =>
      // "Project 1" above the labels of an idea numbers it.
      ((heading?.topic ?? null) !== null && !(isNumbered(heading?.label.text ?? '') && tellingCount(topics) >= 2)) ||
      (heading !== null && asked.has(heading.key)) ||
      (above.get(titleKey)?.size ?? 0) >= REPEATED,
  );
}
