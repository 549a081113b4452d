import type { KnownFile } from '../known/known';
import { People } from '../known/people';
import type { Span } from '../text/span';

/** A line that is shown above a heading. */
export interface Lens {
  /** The heading's text. */
  readonly span: Span;
  readonly title: string;
}

/** What stands under the projects of a file: how many proposals, and how many people who mentor them. */
export function lensesOf({ projects, proposals }: KnownFile): readonly Lens[] {
  return projects.flatMap((project) => {
    const own = proposals.filter((proposal) => proposal.project === project);
    if (own.length === 0) return [];
    const { all } = new People(own.flatMap(({ mentors }) => mentors));
    return [{ span: project.span, title: `${counted(own.length, 'proposal')} · ${counted(all.length, 'mentor')}` }];
  });
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
