import { counted } from '../../facts/words';
import type { KnownFile, KnownProject, KnownProposal } from '../../known/known';
import { peopleOf } from '../../known/people';
import type { Span } from '../../text/span';

/** A code lens above a heading. */
export interface Lens {
  /** The heading's text. */
  readonly span: Span;
  readonly title: string;
}

/** For each project of a file, the number of proposals and of people who mentor them. */
export function lensesOf({ proposals }: KnownFile): readonly Lens[] {
  const byProject = new Map<KnownProject, KnownProposal[]>();
  for (const proposal of proposals) {
    const { project } = proposal;
    const others = project && byProject.get(project);
    if (others) others.push(proposal);
    else if (project) byProject.set(project, [proposal]);
  }
  return [...byProject].map(([{ span }, own]) => {
    const all = peopleOf(own.flatMap(({ mentors }) => mentors));
    return { span, title: `${counted(own.length, 'proposal')} · ${counted(all.length, 'mentor')}` };
  });
}
