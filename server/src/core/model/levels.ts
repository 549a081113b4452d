import type { Edit } from '../text/edit';
import type { Project, Proposal, ProposalsDocument } from './document';
import { sectionsOf } from './section';

/** The heading levels that a document should have. */
export interface Levels {
  readonly project: number;
  readonly proposal: number;
}

/** With fewer proposals, a file shows no habit and the template decides. */
const HABIT = 5;

/** The levels that the file usually has, otherwise the template's. */
export function levelsOf({ proposals, template }: ProposalsDocument): Levels {
  const counts = new Array<number>(7).fill(0);
  const above = new Array<number>(7).fill(0);
  for (const { section, project, subproject } of proposals) {
    if (subproject) continue;
    counts[section.level] = (counts[section.level] ?? 0) + 1;
    if (project) above[project.section.level] = (above[project.section.level] ?? 0) + 1;
  }
  const habit = habitIn(counts);
  const usualProject = habitIn(above);
  // Proposals in parts of projects are deeper, so they do not count.
  const highest = Math.max(...counts);
  const isUsual = highest === (counts[template.proposalLevel] ?? 0);
  const most = isUsual ? template.proposalLevel : counts.indexOf(highest);
  const proposal = habit ?? (template.source === 'facts' ? belowProjects(most, above) : template.proposalLevel);
  const project = proposal === template.proposalLevel ? template.projectLevel : Math.max(1, proposal - 1);
  return { proposal, project: usualProject ?? project };
}

/** If a few proposals are all at the level of projects, that is a mistake and no habit. */
function belowProjects(level: number, above: readonly number[]): number {
  const most = Math.max(...above);
  return most === 0 ? level : Math.max(level, above.indexOf(most) + 1);
}

function habitIn(counts: readonly number[]): number | null {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const most = counts.indexOf(Math.max(...counts));
  return total >= HABIT && (counts[most] ?? 0) * 3 > total * 2 ? most : null;
}

/** Whether a proposal is one level below its project, and the project itself is at an unusual level. */
export function followsItsProject({ section, project }: Proposal, levels: Levels): boolean {
  return project !== null && project.section.level !== levels.project && section.level === project.section.level + 1;
}

/** Whether a heading is a part of the project above it, so that it adds a level. */
export function isPartOf(inner: Project, outer: Project | null): boolean {
  if (/\b(?:SIG|WG|TAG|working group|subproject)\b/i.test(inner.name)) return true;
  return outer !== null && inner.name.toLowerCase().includes(outer.name.toLowerCase());
}

/** The edits that move all headings from `start` to `end` `by` levels deeper. Null if Markdown has no such level. */
export function relevelled(text: string, { start, end }: { start: number; end: number }, by: number): Edit[] | null {
  const edits: Edit[] = [];
  for (const { start: from, level } of sectionsOf(text.slice(start, end))) {
    if (level === 0) continue;
    if (level + by < 1 || level + by > 6) return null;
    const at = text.indexOf('#', start + from);
    edits.push({ span: { start: at, end: at + level }, text: '#'.repeat(level + by) });
  }
  return edits;
}
