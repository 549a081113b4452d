import { type LabelTopic, tellingCount } from '../../facts/idea-labels';
import { isIdeaPath } from '../../facts/idea-pages';
import type { FrontMatter } from './front-matter';
import type { SectionNotes } from './section-notes';

/** Evidence that a file is or is not a single idea. */
export interface SingleIdea {
  readonly path: string;
  readonly notes: readonly SectionNotes[];
  readonly front: FrontMatter | null;
  /** Index of the section whose heading is the title. 0 if the title is in the front matter. */
  readonly first: number;
}

/**
 * Whether a list of several ideas is one of proposals: attack trees and exercises have difficulty and effort, too. One idea
 * names its mentors, or the path or a heading says that ideas are listed.
 */
export function isIdeaList(path: string, notes: readonly SectionNotes[]): boolean {
  return (
    isIdeaPath(path) ||
    notes.some(
      ({ topics, heading, text }) =>
        topics.has('mentors') || heading?.topic === 'mentors' || /^#{1,2} [^\n]{0,80}\bideas?\b/i.test(text),
    )
  );
}

/** Headings and labels in applications and reports by students. */
const studentWords =
  /^(?:about (?:me|myself|you)|bio(?:graphy)?|personal (?:info.*|details)|contact (?:info.*|details)|time ?line.*|schedule.*|why (?:me|this project|you|i)\b.*|availability|commitments?|education.*|university|work(?:load)? and.*|other (?:experiences?|commitments?)|appendix|post gsoc|future works?|community bonding.*|week \d.*|phase \d.*|(?:final )?(?:work product|report|submission|evaluation).*|what (?:was|i|we|is left|'s left).*|acknowledge?ments?|(?:my )?(?:pull requests?|commits|contributions)|merged.*|highlights|challenges.*|lessons.*|author|(?:candidate|student|applicant|contributor)(?: name| info.*| details)?|my name|time ?zone|resume|cv|slack (?:id|handle)|github (?:id|username))\b/i;

/** Whether a student's application or report says so in two places. The heading with the index `title` does not count. */
export function isByStudent(notes: readonly SectionNotes[], title: number): boolean {
  let signs = 0;
  notes.forEach(({ text, heading, labels }, i) => {
    if (heading && i !== title && studentWords.test(heading.label.text)) signs++;
    signs += labels.filter(({ label }) => studentWords.test(label.text)).length;
    if (/\bI (?:am|will|have|worked|implemented|plan)\b/.test(text)) signs++;
  });
  return signs >= 2;
}

/**
 * Whether a file is a single idea. It needs a title in the front matter or a path for ideas, mentors, and one more
 * topic that occurs only in proposals. Two headings of a student's application or report rule it out.
 */
export function isSingleIdea({ path, notes, front, first }: SingleIdea): boolean {
  const topics = new Set<LabelTopic>(front?.topics ?? []);
  const hasMentors = (front?.mentors.length ?? 0) > 0;
  notes.forEach(({ heading, topics: own }, i) => {
    for (const topic of own) topics.add(topic);
    if (i > first && heading?.topic) topics.add(heading.topic);
  });
  if (isByStudent(notes, first) || !(hasMentors || topics.has('mentors'))) return false;
  const telling = tellingCount(topics);
  if (front && (front.title || tellingCount(front.topics) > 0)) return telling >= 2;
  return telling >= (isIdeaPath(path) ? 3 : 4);
}
