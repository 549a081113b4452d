import type { Known } from '../../known/known';
import type { Place } from '../../known/place';
import type { Span } from '../../text/span';
import { headingAt } from './heading-links';
import { type Spot, subjectAt, withoutHeadingAt } from './subject';

/** All places that name the target at a position. */
export interface References {
  /** The place of the definition. Null if it is outside the workspace. */
  readonly definition: Place | null;
  /** All other places, newest term first. */
  readonly others: readonly Place[];
}

/**
 * All places that name the person, project or upstream issue at a position. Null if unknown. `links` adds a heading's
 * entries in tables of contents, for editors without Markdown link support.
 */
export function referencesAt(spot: Spot, known: Known, links: boolean): References | null {
  const subject = subjectAt(spot, known);
  const heading = links ? headingAt(spot.document, spot.offset) : null;
  const entries = heading?.entries.map((span) => ({ uri: spot.uri, span })) ?? [];
  if (!subject) return heading && { definition: { uri: spot.uri, span: heading.span }, others: entries };
  const [newest = null] = subject.is === 'issue' ? [] : subject.places;
  const places = links ? subject.places : withoutHeadingAt(subject, spot);
  return {
    definition: newest && places.includes(newest) ? newest : null,
    others: [...places.filter((place) => place !== newest), ...entries],
  };
}

/** The references in the document itself, in document order. */
export function highlightsAt(spot: Spot, known: Known, links: boolean): readonly Span[] {
  const found = referencesAt(spot, known, links);
  if (!found) return [];
  const { definition, others } = found;
  return [...(definition ? [definition] : []), ...others]
    .filter(({ uri }) => uri === spot.uri)
    .map(({ span }) => span)
    .sort((a, b) => a.start - b.start);
}
