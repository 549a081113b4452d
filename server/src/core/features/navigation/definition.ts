import type { Known } from '../../known/known';
import type { Place } from '../../known/place';
import { headingAt } from './heading-links';
import { inlineLinkAt, isFile } from './links';
import { type Spot, subjectAt, withoutHeadingAt } from './subject';

/** A definition: a place in the workspace, or a link target as written. */
export type Definition =
  | { readonly is: 'place'; readonly place: Place }
  | { readonly is: 'file'; readonly target: string };

/**
 * The newest entry of a person or the newest heading of a project. Null if there is none. `links` adds the targets of
 * links, for editors without Markdown link support.
 */
export function definitionAt(spot: Spot, known: Known, links: boolean): Definition | null {
  const subject = subjectAt(spot, known);
  // Upstream issues are defined on GitHub, not in the workspace.
  if (subject && subject.is !== 'issue') {
    const [newest] = subject.places;
    const places = links ? subject.places : withoutHeadingAt(subject, spot);
    return newest && places.includes(newest) ? { is: 'place', place: newest } : null;
  }
  if (!links) return null;
  const { document, uri, offset } = spot;
  const heading = headingAt(document, offset);
  if (heading) return { is: 'place', place: { uri, span: heading.span } };
  const link = inlineLinkAt(document.text, offset);
  return link && isFile(link.target) ? { is: 'file', target: link.target } : null;
}
