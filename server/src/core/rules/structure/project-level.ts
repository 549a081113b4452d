import { keepsProposals } from '../../edits/safe-edits';
import { cncfProjects } from '../../facts/projects';
import { wordKey } from '../../facts/words';
import type { DocumentRule } from '../../linter/rule';
import type { Project, ProposalsDocument } from '../../model/document';
import { isPartOf, type Levels, levelsOf, relevelled } from '../../model/levels';
import type { Edit } from '../../text/edit';

export const projectLevel: DocumentRule = {
  id: 'project-level',
  scope: 'document',
  summary: 'Project headings have the level of the template.',
  why: 'One level deeper, the project looks like a proposal of the project above, and its proposals are counted there.',
  source: 'The list of CNCF projects; the template at the top of the file, or the level of most headings',
  severity: 'error',
  demand: 'layout',
  examples: [
    {
      bad: '### Jaeger\n\n#### Faster queries\n\n- Description: Make them fast.\n- Mentor(s): Ada Example (@ada-example)\n\n#### Harbor\n\n##### Smaller images\n\n- Description: Make them small.\n- Mentor(s): Bob Sample (@bob-sample)\n',
      good: '### Jaeger\n\n#### Faster queries\n\n- Description: Make them fast.\n- Mentor(s): Ada Example (@ada-example)\n\n### Harbor\n\n#### Smaller images\n\n- Description: Make them small.\n- Mentor(s): Bob Sample (@bob-sample)\n',
    },
  ],
  *check({ document }) {
    const levels = levelsOf(document);
    for (const project of misplacedIn(document, levels)) {
      yield {
        span: { start: project.section.titleStart, end: project.section.titleEnd },
        message: `Project headings here use ${marks(levels.project)}.`,
        fixable: editsFor(document, project, levels) !== null,
      };
    }
  },
  *help({ span }, { document }) {
    const levels = levelsOf(document);
    const project = misplacedIn(document, levels).find(({ section }) => section.titleStart === span.start);
    const edits = project ? editsFor(document, project, levels) : null;
    if (edits && keepsProposals(document, edits))
      yield {
        title: `Change the heading to ${marks(levels.project)}`,
        kind: 'fix',
        edits,
        caret: null,
        preferred: true,
      };
  },
};

function misplacedIn(document: ProposalsDocument, levels: Levels): Project[] {
  const { projects, proposals } = document;
  if (projects.every(({ section }) => section.level === levels.project)) return [];
  const used = new Set(proposals.map(({ project }) => project));
  let outer: Project | null = null;
  const found: Project[] = [];
  for (const project of projects) {
    const { level } = project.section;
    if (level === levels.project || (level < levels.project && !used.has(project))) outer = project;
    else if (project.listed && used.has(project) && !isPart(document, project, level > levels.project ? outer : null))
      found.push(project);
  }
  return found;
}

/** Whether a project is really part of another, by its name, the owner of its repository or the table of contents. */
function isPart({ fronts }: ProposalsDocument, project: Project, outer: Project | null): boolean {
  if (isPartOf(project, outer)) return true;
  const repository = cncfProjects.find(project.name)?.repository ?? '';
  if (outer && wordKey(repository.split('/')[0] ?? '').startsWith(wordKey(outer.name)) && outer.key !== project.key)
    return true;
  const entries = fronts.flatMap(({ front }) => front.toc);
  const margin = Math.min(...entries.map(({ indent }) => indent));
  const own = entries.filter(({ title }) => title.text.toLowerCase() === project.name.toLowerCase());
  return outer !== null && own.some(({ indent }) => indent > margin);
}

/**
 * Changes the level of the project heading and of the proposals one level below it. Null in a file with a sample,
 * because there levels mark the end of the sample.
 */
function editsFor({ text, proposals, samples }: ProposalsDocument, project: Project, levels: Levels): Edit[] | null {
  const { section } = project;
  const by = levels.project - section.level;
  const edits = relevelled(text, { start: section.start, end: section.titleEnd }, by);
  if (!edits || samples.length > 0) return null;
  for (const proposal of proposals) {
    if (proposal.project !== project || proposal.section.level !== section.level + 1 || proposal.subproject) continue;
    if (section.level + 1 + by !== levels.proposal) return null;
    const own = relevelled(text, proposal.section, by);
    if (!own) return null;
    edits.push(...own);
  }
  return edits;
}

function marks(level: number): string {
  return `"${'#'.repeat(level)}"`;
}
