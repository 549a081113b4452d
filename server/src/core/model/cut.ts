import { firstWhere } from '../text/first-where';
import { sharedEnd, sharedStart } from '../text/shared';
import { cutFrom, moved, type Section } from './section';

/** A text cut at its headings, compared with an earlier version. */
export interface Cut {
  readonly sections: readonly Section[];
  /** How many sections at the start are unchanged. */
  readonly front: number;
  /** How many sections at the end are unchanged, except for their offsets. */
  readonly back: number;
}

/**
 * The same sections as from `sectionsOf`, but looks only for those that an edit can have changed.
 *
 * A heading whose `#` is in the first column closes everything before it, so the text from there on does not depend on
 * the text above. We start at the last such heading whose section may have changed, and stop at the first one after the
 * change that was already a heading before.
 */
export function cutAgain(text: string, before: { text: string; sections: readonly Section[] }): Cut {
  const start = sharedStart(before.text, text);
  const end = sharedEnd(before.text, text, Math.min(before.text.length, text.length) - start);
  const old = before.sections;
  // The last line in common may continue differently, so its section is cut again.
  let front = lastBefore(old, start) - 1;
  while (front > 0 && !beginsWithHash(text, old[front]?.start ?? 0)) front--;
  if (front < 0 || old[front]?.start === 0) front = 0;
  const by = text.length - before.text.length;
  // Skip the first section, because it has no heading.
  let next = Math.max(1, lastBefore(old, before.text.length - end) + 1);
  const isKnown = (offset: number): boolean => {
    while ((old[next]?.start ?? Number.POSITIVE_INFINITY) < offset - by) next++;
    return old[next]?.start === offset - by;
  };
  const sections = old.slice(0, front);
  const stopped = cutFrom(text, old[front]?.start ?? 0, sections, isKnown);
  if (stopped === text.length) return { sections, front, back: 0 };
  const kept = old.slice(next);
  for (const section of kept) sections.push(by === 0 ? section : moved(section, by));
  return { sections, front, back: kept.length };
}

/** The index of the last section that starts before `offset`. -1 if there is none. */
function lastBefore(sections: readonly Section[], offset: number): number {
  return firstWhere(sections, ({ start }) => start >= offset) - 1;
}

function beginsWithHash(text: string, offset: number): boolean {
  return text.charCodeAt(offset) === 0x23;
}
