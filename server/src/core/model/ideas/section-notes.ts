import { type HeadingRole, headingRole } from '../../facts/headings';
import { type LabelTopic, tellingCount } from '../../facts/idea-labels';
import { wordKey } from '../../facts/words';
import { ownCopy } from '../../text/span';
import { linesOf } from '../lines';
import { type Section, titleOf } from '../section';
import type { IdeaLabel } from './idea-label';
import { type Table, tablesIn } from './table';
import { headingLabel, ideaLabelsIn, labelInTitle } from './written-labels';

/**
 * What a section contains. Depends only on its text, so we cache it by text. Offsets count from the start of the
 * section.
 */
export interface SectionNotes {
  readonly text: string;
  readonly labels: readonly IdeaLabel[];
  readonly tables: readonly Table[];
  /** The heading as a label ("### Technical skills"). `topic` is null if no known label has these words. */
  readonly heading: IdeaLabel | null;
  readonly role: HeadingRole;
  /** Equal for headings with the same words. */
  readonly titleKey: string;
  /** Whether the heading is a placeholder: "{{ Idea title }}", "<title>", "[Project name]". */
  readonly isHole: boolean;
  /** The topics of its labels, without that of the heading. */
  readonly topics: ReadonlySet<LabelTopic>;
}

export function notesOf(text: string, section: Section): SectionNotes {
  const own = ownCopy(text.slice(section.start, section.end));
  const title = { start: section.titleStart - section.start, end: section.titleEnd - section.start };
  const lines = linesOf(own);
  const tables = tablesIn(own, lines);
  const first = lines[0];
  const written = titleOf(text, section);
  const isHeading = section.level > 0 && first !== undefined;
  const labels = ideaLabelsIn(own, lines, section.level > 0 ? 1 : 0, tables);
  const topics = new Set(labels.flatMap(({ topic }) => (topic === null ? [] : [topic])));
  // "#### 1.1 Difficulty: hard" above the other labels of an idea is both its title and its first label.
  const inTitle = isHeading && tellingCount(topics) >= 2 ? labelInTitle(own, title, first) : null;
  if (inTitle) {
    labels.unshift(inTitle);
    if (inTitle.topic) topics.add(inTitle.topic);
  }
  return {
    text: own,
    labels,
    tables,
    heading: isHeading && written !== '' && !inTitle ? headingLabel(own, title, first) : null,
    role: headingRole(written),
    titleKey: wordKey(written),
    isHole: /^(?:\{\{.*\}\}|<[^<>]+>|\[[^\]]+\]|\.{3}|…)$/.test(written.trim()) || areHoles(own, labels),
    topics,
  };
}

/** Whether nothing stands behind the labels but holes to be filled in: `____`, `...`, `<name>`, `{{ size }}`. */
function areHoles(text: string, labels: readonly IdeaLabel[]): boolean {
  if (labels.length < 2) return false;
  return labels.every(({ valueStart }) => {
    const end = text.indexOf('\n', valueStart);
    const value = text.slice(valueStart, Math.min(end < 0 ? text.length : end, valueStart + 100)).trim();
    return /^(?:_{2,}|\.{3}|…|<(?!br)[^<>]*>|\{\{.*)$/.test(value);
  });
}
