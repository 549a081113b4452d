import type { Known } from '../../known/known';
import type { Place } from '../../known/place';
import { headingAt } from './heading-links';
import { inlineLinkAt, isFile } from './links';
import { besideHeading, type Spot, subjectAt } from './subject';

/** Where something comes from: a place of the workspace, or the file that a link names as it is written. */
export type Definition =
  | { readonly is: 'place'; readonly place: Place }
  | { readonly is: 'file'; readonly target: string };

/**
 * Where a person stands in the newest term, or a project has its newest heading; null where nothing is known. With
 * `links` also where a link leads, to a heading or to a file, for editors that do not know the links of Markdown.
 */
export function definitionAt(spot: Spot, known: Known, links: boolean): Definition | null {
  const subject = subjectAt(spot, known);
  // An upstream issue is at home on GitHub.
  if (subject && subject.is !== 'issue') {
    const [newest] = subject.places;
    const told = links ? subject.places : besideHeading(subject, spot);
    return newest && told.includes(newest) ? { is: 'place', place: newest } : null;
  }
  if (!links) return null;
  const { document, uri, offset } = spot;
  const heading = headingAt(document, offset);
  if (heading) return { is: 'place', place: { uri, span: heading.span } };
  const link = inlineLinkAt(document.text, offset);
  return link && isFile(link.target) ? { is: 'file', target: link.target } : null;
}
