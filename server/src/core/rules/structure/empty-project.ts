import type { DocumentRule } from '../../linter/rule';
import type { Project } from '../../model/document';

export const emptyProject: DocumentRule = {
  id: 'empty-project',
  scope: 'document',
  unfinished: true,
  summary: 'Each project heading has a proposal below it.',
  why: 'Mentees look for proposals under the heading and find none.',
  source: 'Corrections made in past terms',
  severity: 'information',
  demand: 'projects',
  examples: [
    {
      bad: '### Harbor\n\n### Jaeger\n\n#### Faster queries\n\n- Description: Make them fast.\n- Mentor(s): Ada Example (@ada-example)\n',
      good: '### Jaeger\n\n#### Faster queries\n\n- Description: Make them fast.\n- Mentor(s): Ada Example (@ada-example)\n',
    },
  ],
  *check({ document }) {
    const { projects, proposals, text } = document;
    if (proposals.length === 0) return;
    const used = new Set<Project>();
    let last: Project | null = null;
    for (const { project, subproject } of proposals) {
      if (subproject) used.add(subproject);
      if (project && project !== last) used.add(project);
      last = project;
    }
    for (const [i, { section, name, key }] of projects.entries()) {
      const project = projects[i];
      if (!project || used.has(project) || text.slice(section.titleEnd, section.end).trim() !== '') continue;
      const next = document.sections[document.sections.indexOf(section) + 1];
      // A deeper heading may be a malformed proposal. Another rule reports repeated projects.
      if (next && (next.level > section.level || projects[i + 1]?.key === key)) continue;
      yield {
        span: { start: section.titleStart, end: section.titleEnd },
        message: `Add a proposal under "${name}" or remove the heading.`,
      };
    }
  },
};
