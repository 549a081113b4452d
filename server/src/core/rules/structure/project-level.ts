import { keepsProposals } from '../../edits/safe-edits';
import { cncfProjects } from '../../facts/projects';
import { wordKey } from '../../facts/words';
import type { DocumentRule } from '../../linter/rule';
import type { Project, Proposal, ProposalsDocument } from '../../model/document';
import { isPartOf, type Levels, levelsOf, relevelled } from '../../model/levels';
import type { Edit } from '../../text/edit';
import { leastOf } from '../../text/least';

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
    const misplaced = misplacedIn(document, levels);
    const own = proposalsOf(document, misplaced);
    for (const project of misplaced) {
      yield {
        span: { start: project.section.titleStart, end: project.section.titleEnd },
        message: `Project headings here use ${marks(levels.project)}.`,
        fixable: editsFor(document, project, own.get(project) ?? [], levels) !== null,
      };
    }
  },
  *help({ span }, { document }) {
    const levels = levelsOf(document);
    const project = misplacedIn(document, levels).find(({ section }) => section.titleStart === span.start);
    const own = project ? proposalsOf(document, [project]).get(project) : null;
    const edits = project && own ? editsFor(document, project, own, levels) : null;
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
  const inner = innerNames(document);
  let outer: Project | null = null;
  const found: Project[] = [];
  for (const project of projects) {
    const { level } = project.section;
    if (level === levels.project || (level < levels.project && !used.has(project))) outer = project;
    else if (project.listed && used.has(project) && !isPart(project, level > levels.project ? outer : null, inner))
      found.push(project);
  }
  return found;
}

/** Whether a project is really part of another, by its name, the owner of its repository or the table of contents. */
function isPart(project: Project, outer: Project | null, inner: ReadonlySet<string>): boolean {
  if (isPartOf(project, outer)) return true;
  const repository = cncfProjects.find(project.name)?.repository ?? '';
  if (outer && wordKey(repository.split('/')[0] ?? '').startsWith(wordKey(outer.name)) && outer.key !== project.key)
    return true;
  return outer !== null && inner.has(project.name.toLowerCase());
}

/** What the table of contents has inside something else, in lower case. */
function innerNames({ fronts }: ProposalsDocument): ReadonlySet<string> {
  const entries = fronts.flatMap(({ front }) => front.toc);
  const margin = leastOf(entries.map(({ indent }) => indent));
  return new Set(entries.flatMap(({ indent, title }) => (indent > margin ? [title.text.toLowerCase()] : [])));
}

/** The proposals of each of some projects. */
function proposalsOf({ proposals }: ProposalsDocument, projects: readonly Project[]): ReadonlyMap<Project, Proposal[]> {
  const own = new Map(projects.map((project) => [project, [] as Proposal[]]));
  for (const proposal of proposals) if (proposal.project) own.get(proposal.project)?.push(proposal);
  return own;
}

/**
 * Changes the level of the project heading and of the proposals one level below it. Null in a file with a sample,
 * because there levels mark the end of the sample.
 */
function editsFor(
  { text, samples }: ProposalsDocument,
  project: Project,
  own: readonly Proposal[],
  levels: Levels,
): Edit[] | null {
  const { section } = project;
  const by = levels.project - section.level;
  const edits = relevelled(text, { start: section.start, end: section.titleEnd }, by);
  if (!edits || samples.length > 0) return null;
  for (const proposal of own) {
    if (proposal.section.level !== section.level + 1 || proposal.subproject) continue;
    if (section.level + 1 + by !== levels.proposal) return null;
    const below = relevelled(text, proposal.section, by);
    if (!below) return null;
    for (const edit of below) edits.push(edit);
  }
  return edits;
}

function marks(level: number): string {
  return `"${'#'.repeat(level)}"`;
}
