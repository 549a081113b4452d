import type { Span } from '../text/span';
import type { Project, ProposalsDocument } from './document';

/**
 * The text of a project: from its heading to the next heading at its level or above that is not one of its proposals,
 * without the blank lines and rules at the end.
 */
export function blockOf(document: ProposalsDocument, project: Project): Span {
  const { sections, proposals, text } = document;
  const own = new Set(
    proposals.filter((each) => each.project === project || each.subproject === project).map(({ section }) => section),
  );
  let end = text.length;
  for (let i = sections.indexOf(project.section) + 1; i < sections.length; i++) {
    const section = sections[i];
    if (!section || section.level > project.section.level || own.has(section)) continue;
    end = section.start;
    break;
  }
  return withoutSeparators(text, { start: project.section.start, end });
}

/** `span` without the blank lines and horizontal rules at its end. */
export function withoutSeparators(text: string, { start, end }: Span): Span {
  const lines = text.slice(start, end).split(/(?<=\n)/);
  let kept = end;
  let blankBelow = end;
  while (lines.length > 0) {
    const line = lines.pop() ?? '';
    const above = lines.at(-1) ?? '';
    const isBlank = line.trim() === '';
    // Dashes right below text are a setext heading. They are a rule only after a blank line.
    if (!isBlank && !(/^ {0,3}([-*_])(?:[ \t]*\1){2,}\s*$/.test(line) && above.trim() === '')) break;
    blankBelow -= line.length;
    kept = blankBelow;
  }
  while (kept > start && /\s/.test(text.charAt(kept - 1))) kept--;
  return { start, end: kept };
}

/** `text` from its second line on, without blank lines at either end. */
export function belowHeading(block: string): string {
  const feed = block.indexOf('\n');
  return feed < 0 ? '' : block.slice(feed + 1).replace(/^(?:[ \t]*\r?\n)+/, '');
}
